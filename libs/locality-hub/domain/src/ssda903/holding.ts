import { type Cells, columnsOf, type ModuleName, type StatedRow } from './modules.js';

/** Birth date, sex and ethnic group hold from the newest header in which they are filled (ssda903-import.md, What the product makes 7). */
const CELL_BY_CELL: Readonly<Partial<Record<ModuleName, readonly string[]>>> = { Header: ['DOB', 'SEX', 'ETHNIC'], Names: ['SIBLING_GROUP'] };

/** Whether a row leaves a cell to older years: a header by an empty cell, a names file only by not having the column. */
const leavesOpen = (module: ModuleName, value: string | undefined): boolean => value === undefined || (value === '' && module === 'Header');

/** The row that holds of one key: the newest collection's, never the last one loaded. `newestFirst` are the rows of the key, one a year, not none. */
export const holdingRow = (newestFirst: readonly StatedRow[]): StatedRow => {
  const newest = newestFirst[0] as StatedRow;
  const filled: Record<string, string> = {};
  for (const column of CELL_BY_CELL[newest.module] ?? []) {
    if (!leavesOpen(newest.module, newest.cells[column])) continue;
    const older = newestFirst.find(({ cells }) => !leavesOpen(newest.module, cells[column]));
    if (older !== undefined) filled[column] = older.cells[column] as string;
  }
  return Object.keys(filled).length === 0 ? newest : { ...newest, cells: { ...newest.cells, ...filled } };
};

/** What a row has in a column; nothing where its file has no such column. */
export const valueIn = (cells: Cells, column: string): string => cells[column] ?? '';

/** Whether two rows of a module say the same in every column. */
export const sameCells = (module: ModuleName, one: Cells, other: Cells): boolean => one === other || columnsOf(module).every((column) => one[column] === other[column]);

/** What tells a row's fact from all others of the child. */
export const idOf = (module: ModuleName, key: string): string => `${module}|${key}`;

/** Rows by module and key, each key's rows newest collection first. */
export const byKey = (rows: readonly StatedRow[]): Map<string, StatedRow[]> => {
  const found = new Map<string, StatedRow[]>();
  for (const row of rows) {
    const id = idOf(row.module, row.key);
    const same = found.get(id);
    if (same === undefined) found.set(id, [row]);
    else same.push(row);
  }
  for (const same of found.values()) if (same.length > 1) same.sort((a, b) => b.year - a.year);
  return found;
};

/** What holds of a child: one row for each module and key, from which facts are computed. Sorted by module and key, so that the order of loading leaves no trace. */
export const holdingRows = (held: readonly StatedRow[]): StatedRow[] =>
  [...byKey(held)].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, rows]) => holdingRow(rows));
