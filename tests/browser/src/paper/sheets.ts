import { inflateSync } from 'node:zlib';

/** One sheet of a PDF: its size in mm, and its words in the order in which they were drawn, without white space (where words part is not written down in a PDF). */
export type Sheet = Readonly<{ width: number; height: number; words: string }>;
export type Paper = Readonly<{ sheets: readonly Sheet[]; tagged: boolean }>;

const MM_OF_A_POINT = 25.4 / 72;

type Parts = ReadonlyMap<string, string>;

/** What a PDF as Chromium writes it consists of, by number. */
const partsOf = (pdf: Buffer): Parts => new Map([...pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\s(.*?)endobj/gs)].map(([, number = '', part = '']) => [number, part]));

/** A stream is as long as it says: its last byte may look like the end of a line. */
const streamOf = (part = ''): string => {
  const [begun, length] = [/\bstream\r?\n/.exec(part), /\/Length (\d+)/.exec(part)?.[1]];
  if (begun === null || length === undefined) return '';
  const from = begun.index + begun[0].length;
  return inflateSync(Buffer.from(part.slice(from, from + Number(length)), 'latin1')).toString('latin1');
};

const code = (hex = ''): number => Number.parseInt(hex, 16);
const letters = (hex = ''): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Which letter each sign of a font is, from the table that a PDF carries for those who copy its text. */
const alphabetOf = (parts: Parts, font: string): ReadonlyMap<number, string> => {
  const [, table = ''] = /\/ToUnicode (\d+) 0 R/.exec(parts.get(font) ?? '') ?? [];
  const map = streamOf(parts.get(table));
  const sections = (name: string): string => [...map.matchAll(new RegExp(`begin${name}(.*?)end${name}`, 'gs'))].map(([, lines = '']) => lines).join('\n');
  const single = [...sections('bfchar').matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi)].map(([, sign, letter]): [number, string] => [code(sign), letters(letter)]);
  const ranges = [...sections('bfrange').matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/gi)].flatMap(([, from, to, letter]) =>
    Array.from({ length: code(to) - code(from) + 1 }, (_, at): [number, string] => [code(from) + at, String.fromCodePoint(code(letter) + at)]));
  return new Map([...single, ...ranges]);
};

const wordsOf = (parts: Parts, page: string): string => {
  const fonts = new Map([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number = '']) => [name, alphabetOf(parts, number)]));
  const [, content = ''] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
  const drawn = [...streamOf(parts.get(content)).matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>/gi)];
  const { text } = drawn.reduce<Readonly<{ font: string; text: string }>>(({ font, text: before }, [, chosen, signs = '']) =>
    (chosen === undefined ? { font, text: before + (signs.match(/.{4}/g) ?? []).map((sign) => fonts.get(font)?.get(code(sign)) ?? '').join('') } : { font: chosen, text: before }), { font: '', text: '' });
  return text.replace(/\s/g, '');
};

/** Reads what Chromium printed. */
export const paperOf = (pdf: Buffer): Paper => {
  const parts = partsOf(pdf);
  const pages = [...parts.values()].filter((part) => /\/Type \/Page\b(?!s)/.test(part));
  const sheets = pages.map((page): Sheet => {
    const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
    return { width: Math.round(Number(width) * MM_OF_A_POINT), height: Math.round(Number(height) * MM_OF_A_POINT), words: wordsOf(parts, page) };
  });
  return { sheets, tagged: [...parts.values()].some((part) => part.includes('/StructTreeRoot')) };
};
