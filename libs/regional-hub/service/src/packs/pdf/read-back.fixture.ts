import { inflateSync } from 'node:zlib';

/** What somebody's reader finds in a PDF that `SheetWriter` wrote: its words sheet by sheet, its tags in order, and what its catalogue says. */
export type ReadBack = Readonly<{ sheets: readonly string[]; tags: readonly string[]; catalogue: string; bookmarks: number; headed: number }>;

const letters = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1');

/** Words of a page: each array of strings shown is one piece of text. */
const wordsOf = (content: string): string =>
  [...content.matchAll(/\[([^\]]*)\] TJ/g)].map(([, shown = '']) => [...shown.matchAll(/<([0-9a-f]*)>/gi)].map(([, hex = '']) => letters(hex)).join('')).join(' ');

export const readBack = (pdf: Buffer): ReadBack => {
  const parts = [...pdf.toString('latin1').matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, number = '', part = '']) => ({ number, part }));
  const streams = new Map(parts.map(({ number, part }) => [number, /stream\n(.*)\nendstream/s.exec(part)?.[1] ?? '']));
  const sheets = parts.filter(({ part }) => /\/Type \/Page\b(?!s)/.test(part)).map(({ part }) => {
    const [, content = ''] = /\/Contents (\d+) 0 R/.exec(part) ?? [];
    return wordsOf(inflateSync(Buffer.from(streams.get(content) ?? '', 'latin1')).toString('latin1'));
  });
  const [root = ''] = parts.filter(({ part }) => part.includes('/Type /Catalog')).map(({ part }) => part);
  const tags = parts.flatMap(({ part }) => /\/S \/(\w+)/.exec(part)?.[1] ?? []);
  return { sheets, tags, catalogue: root, bookmarks: parts.filter(({ part }) => part.includes('/Title') && part.includes('/Dest')).length, headed: parts.filter(({ part }) => /\/Scope \/(Row|Column)/.test(part)).length };
};
