import type { LocalDate } from '@permanence/kernel/values';
import { readDate } from '../ssda903/cells.js';
import { holdingRows } from '../ssda903/holding.js';
import type { ModuleName, StatedRow } from '../ssda903/modules.js';

/** The rows that hold of one record, by module: one row for each key, as the newest collection has it (*Reading* 3). */
export type Held = ReadonlyMap<ModuleName, readonly StatedRow[]>;

/** What holds of the stated rows; the order in which they were loaded leaves no trace. */
export const heldOf = (rows: readonly StatedRow[]): Held => {
  const held = new Map<ModuleName, StatedRow[]>();
  for (const row of holdingRows(rows)) {
    const same = held.get(row.module);
    if (same === undefined) held.set(row.module, [row]);
    else same.push(row);
  }
  return held;
};

/** The rows of a module, in order of their keys. */
export const rowsOf = (held: Held, module: ModuleName): readonly StatedRow[] => held.get(module) ?? [];

/** The cell as text, or undefined where the file has nothing. */
export const cell = (row: StatedRow, column: string): string | undefined => row.cells[column] || undefined;

/** The day in a cell written dd/mm/yyyy; undefined where it is empty or not such a day. */
export const dayIn = (row: StatedRow, column: string): LocalDate | undefined => readDate(row.cells[column] ?? '');

/** The parts of a fact that are known: what is undefined is left out, as the log keeps it. */
export const known = <T extends object>(data: T): T => {
  for (const name of Object.keys(data) as (keyof T)[]) if (data[name] === undefined) delete data[name];
  return data;
};
