import { MODULES, type ModuleName, type UploadRow } from '@permanence/locality-hub/domain';
import type { CouncilFile, CouncilYear, DemonstrationCouncil } from './council.js';

/** The rows of one file as the importer hands them on: in capitals, but for names. */
export const rowsIn = ({ name, csv }: CouncilFile): UploadRow[] => {
  const [first = '', ...lines] = [...csv()].map((line) => line.trimEnd());
  const columns = first.split(',');
  const module = moduleOf(columns);
  return lines.map((line, index) => {
    const cells = (module === 'Names' ? line : line.toUpperCase()).split(',');
    return { module, file: name, row: index + 2, cells: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) };
  });
};

export const rowsOfYear = ({ files }: CouncilYear): UploadRow[] => files.flatMap(rowsIn);

/** Rows of a year by child. */
export const byChild = (rows: readonly UploadRow[]): ReadonlyMap<string, UploadRow[]> => {
  const children = new Map<string, UploadRow[]>();
  for (const row of rows) {
    const code = row.cells['CHILD'] ?? '';
    const mine = children.get(code);
    if (mine === undefined) children.set(code, [row]);
    else mine.push(row);
  }
  return children;
};

/** Rows of one child by module. */
export const byModule = (rows: readonly UploadRow[]): Partial<Record<ModuleName, UploadRow[]>> => {
  const modules: Partial<Record<ModuleName, UploadRow[]>> = {};
  for (const row of rows) (modules[row.module] ??= []).push(row);
  return modules;
};

/** A whole council as text: what a folder of its files would hold. */
export const everything = ({ years, names, workers }: DemonstrationCouncil): string =>
  [...years.flatMap(({ files }) => files), names].map(({ name, csv }) => `${name}\n${[...csv()].join('')}`).join('') + JSON.stringify(workers);

/** dd/mm/yyyy as a day that compares as text; '' stays ''. */
export const iso = (text = ''): string => text.split('/').reverse().join('-');

/** Children looked after on a day by one file of episodes, counted without the product's code. */
export const lookedAfter = (rows: readonly UploadRow[], day: string): ReadonlySet<string> =>
  new Set(
    rows
      .filter(({ module, cells }) => module === 'Episodes' && !['V3', 'V4'].includes(cells['LS'] ?? ''))
      .filter(({ cells }) => iso(cells['DECOM']) <= day && (cells['DEC'] === '' || iso(cells['DEC']) > day))
      .map(({ cells }) => cells['CHILD'] ?? ''),
  );

const moduleOf = (columns: readonly string[]): ModuleName => {
  const found = Object.entries(MODULES).find(([, wanted]) => wanted.every((column) => columns.includes(column)) && columns.length - wanted.length <= 1);
  if (found === undefined) throw new Error(`No module has the columns ${columns.join(',')}.`);
  return found[0] as ModuleName;
};
