import { readFileSync, readdirSync } from 'node:fs';
import { projectFile } from '@permanence/platform/host';

/** A file as a council sends it. */
export type CouncilFile = Readonly<{ name: string; text: string }>;

/** The councils, each with the letters of its children's codes and the digit of its workers' registrations. */
const LETTERS: Readonly<Record<string, readonly [prefix: string, digit: string]>> = {
  E10000028: ['STF', '1'], E06000021: ['SOT', '2'], E06000051: ['SHR', '3'], E06000020: ['TAW', '4'],
};

const filesIn = (folder: string, wanted: (name: string) => boolean): CouncilFile[] =>
  readdirSync(folder).filter(wanted).sort().map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));

/** What the surnames of one council begin with here, so that a page tells whose children it shows. */
export const NAMES_ADDED: Readonly<Record<string, string>> = { E10000028: 'Quill', E06000021: 'Zephyr', E06000051: 'Yarrow', E06000020: 'Kestrel' };

const surnamesOf = (authority: string, { name, text }: CouncilFile): CouncilFile => ({
  name, text: text.split(/\r?\n/).map((line, at) => (at === 0 || line === '' ? line : line.split(',').map((cell, column) => (column === 2 ? `${NAMES_ADDED[authority] ?? ''}${cell.toLowerCase()}` : cell)).join(','))).join('\n'),
});

/** The example's files of one collection as if a council of the four had sent them: codes, registrations and surnames are its own. */
export const exampleFiles = (authority: string, year: 2025 | 2026): CouncilFile[] => {
  const [prefix, digit] = LETTERS[authority] ?? ['EXA', '9'];
  const folder = projectFile('examples', 'ssda903');
  const names = filesIn(folder, (name) => name === 'names.csv').map((file) => surnamesOf(authority, file));
  return [...filesIn(`${folder}/${year}`, (name) => name.endsWith('.csv')), ...names]
    .map(({ name, text }) => ({ name, text: text.replaceAll('EXA', prefix).replaceAll(/\bSW9(?=\d{5}\b)/g, `SW${digit}`) }));
};

/** The collections of the sample, each by the year in which it ends. */
export const SAMPLE_YEARS = [2018, 2019, 2020, 2021, 2022] as const;

/** The files of one collection of the five-year sample. */
export const sampleFiles = (year: number): CouncilFile[] => filesIn(projectFile('tests', 'fixtures', 'ssda903-sample'), (name) => name.startsWith(`${year}-`));

const linesOf = ({ text }: CouncilFile): string[] => text.replace(/^\uFEFF/, '').trimEnd().split(/\r?\n/);

/** The rows of a file, each by its columns. */
export const rowsIn = (file: CouncilFile): Record<string, string>[] => {
  const [first = '', ...lines] = linesOf(file);
  const columns = first.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, n) => [columns[n] ?? '', cell])));
};

/** The same files with the rows of few children only: the first of them by their codes. */
export const filesOfFew = (files: readonly CouncilFile[], children: number): CouncilFile[] => {
  const codes = new Set(files.flatMap((file) => rowsIn(file).map((row) => row['CHILD'] ?? '')));
  const few = new Set([...codes].sort().slice(0, children));
  return files.map((file) => {
    const [first = '', ...lines] = linesOf(file);
    const column = first.split(',').indexOf('CHILD');
    return { name: file.name, text: [first, ...lines.filter((line) => few.has(line.split(',')[column] ?? ''))].join('\n') };
  });
};
