import { readFileSync, readdirSync } from 'node:fs';
import { projectFile } from '@permanence/platform/host';

/** A file as a council sends it. */
export type CouncilFile = Readonly<{ name: string; text: string }>;

export const SAMPLE_YEARS = [2018, 2019, 2020, 2021, 2022] as const;

/** The files of one collection of the five-year sample. */
export const sampleFiles = (year: number): CouncilFile[] => {
  const folder = projectFile('tests', 'fixtures', 'ssda903-sample');
  return readdirSync(folder).filter((name) => name.startsWith(`${year}-`)).sort().map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
};

/** The rows of a file, each by its columns. */
export const rowsIn = ({ text }: CouncilFile): Record<string, string>[] => {
  const [first = '', ...lines] = text.replace(/^\uFEFF/, '').trimEnd().split(/\r?\n/);
  const columns = first.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, n) => [columns[n] ?? '', cell])));
};

/** The same files with the rows of some children only, under codes of their own: `codeOf` gives undefined for a child that is left out. */
export const withCodes = (files: readonly CouncilFile[], codeOf: (code: string) => string | undefined): CouncilFile[] =>
  files.map(({ name, text }) => {
    const [first = '', ...lines] = text.trimEnd().split(/\r?\n/);
    const column = first.split(',').indexOf('CHILD');
    const kept = lines.flatMap((line) => {
      const cells = line.split(',');
      const code = codeOf(cells[column] ?? '');
      return code === undefined ? [] : [cells.with(column, code).join(',')];
    });
    return { name, text: [first, ...kept].join('\n') };
  });

/** The codes of the children in a file, in order. */
export const codesIn = (files: readonly CouncilFile[]): string[] => [...new Set(files.flatMap((file) => rowsIn(file).map((row) => row['CHILD'] ?? '')))].sort();
