import { dayOf } from '@permanence/kernel/values';
import type { LocalDate } from '@permanence/kernel/values';
import type { ModuleName, StatedRow } from '../ssda903/modules.js';

/** The cell as text, or undefined where the file has nothing. */
export const cell = (row: StatedRow, column: string): string | undefined => row.cells[column] || undefined;

/** The day in a cell written dd/mm/yyyy; undefined where it is empty or not such a day. */
export const dayIn = (row: StatedRow, column: string): LocalDate | undefined => {
  const parts = DAY.exec(row.cells[column] ?? '');
  return parts === null ? undefined : dayOf(Number(parts[3]), Number(parts[2]), Number(parts[1]));
};

/** The rows of one module, each key once: as the newest collection that states it has it (rule 3 of *Reading*). Sorted by key, so that the order of loading leaves no trace. */
export const newestOf = (rows: readonly StatedRow[], module: ModuleName): StatedRow[] => {
  const newest = new Map<string, StatedRow>();
  for (const row of rows) {
    if (row.module !== module) continue;
    const held = newest.get(row.key);
    if (held === undefined || held.year < row.year) newest.set(row.key, row);
  }
  return [...newest.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
};

/** All rows of one module, the newest collection first. */
export const newestFirst = (rows: readonly StatedRow[], module: ModuleName): StatedRow[] => rows.filter((row) => row.module === module).sort((a, b) => b.year - a.year || (a.key < b.key ? -1 : 1));

/** The parts of a fact that are known: what is undefined is left out, as the log keeps it. */
export const known = <T extends object>(data: T): T => {
  for (const name of Object.keys(data) as (keyof T)[]) if (data[name] === undefined) delete data[name];
  return data;
};

const DAY = /^(\d{2})\/(\d{2})\/(\d{4})$/;
