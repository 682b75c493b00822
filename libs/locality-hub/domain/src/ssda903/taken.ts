import { holdingRow, sameCells, valueIn } from './holding.js';
import type { CellNote } from './import-findings.js';
import { type Cells, columnsOf, type ModuleName, OPTIONAL_COLUMNS, type StatedRow } from './modules.js';
import type { CellChange } from './outcome.js';
import type { ReadRow } from './reading.js';

/** What a readable row does to the rows held of its key. */
export type Taken = Readonly<{
  outcome: 'applied' | 'corrected' | 'unchanged';
  changes: readonly CellChange[];
  /** The row to be stored, where it differs from the one held for its year. */
  changed?: StatedRow;
  /** The key's rows afterwards, newest collection first. */
  rows: readonly StatedRow[];
  /** Where a newer year holds something else. */
  notes: readonly CellNote[];
}>;

/** Puts a row that was read beside the rows held of its key (newest collection first, none if the key is new) and says what it changes. */
export const takeRow = (module: ModuleName, year: number, reading: ReadRow, held: readonly StatedRow[]): Taken => {
  const mine = held.find((row) => row.year === year);
  const cells = withOptional(module, reading.stated, mine?.cells);
  const isHeld = mine !== undefined && sameCells(module, mine.cells, cells);
  const rows = isHeld ? held : [...held.filter((row) => row !== mine), { module, year, key: reading.key, cells }].sort((a, b) => b.year - a.year);
  const holds = holdingRow(rows).cells;
  const notes = (rows[0] as StatedRow).year > year ? overridden(module, cells, holds) : [];
  const changes = isHeld ? [] : changesOf(module, held, holds);
  const stored = isHeld ? {} : { changed: { module, year, key: reading.key, cells } };
  return { outcome: outcomeOf(held, changes), changes: changes.filter(({ was }) => was !== ''), rows, notes, ...stored };
};

/** A file without an optional column says nothing of it: what the same collection stated before stays. */
const withOptional = (module: ModuleName, cells: Cells, before: Cells | undefined): Cells => {
  const [column] = OPTIONAL_COLUMNS[module] ?? [];
  if (column === undefined || cells[column] !== undefined || before?.[column] === undefined) return cells;
  return { ...cells, [column]: before[column] };
};

/** What holds of the key now and did not before. `statedIn` is the first collection that stated the earlier value. */
const changesOf = (module: ModuleName, held: readonly StatedRow[], holds: Cells): CellChange[] => {
  if (held.length === 0) return [];
  const before = holdingRow(held).cells;
  const changes: CellChange[] = [];
  for (const column of columnsOf(module)) {
    const was = valueIn(before, column);
    const now = valueIn(holds, column);
    if (was === now) continue;
    changes.push({ column, was, now, statedIn: (held.findLast((row) => valueIn(row.cells, column) === was) as StatedRow).year });
  }
  return changes;
};

const outcomeOf = (held: readonly StatedRow[], changes: readonly CellChange[]): Taken['outcome'] => {
  if (held.length === 0) return 'applied';
  if (changes.length === 0) return 'unchanged';
  return changes.every(({ was }) => was === '') ? 'applied' : 'corrected';
};

/** Where an older row says otherwise than what holds; a cell since filled is no difference. */
const overridden = (module: ModuleName, cells: Cells, holds: Cells): CellNote[] =>
  columnsOf(module)
    .filter((column) => valueIn(cells, column) !== '' && valueIn(cells, column) !== valueIn(holds, column))
    .map((column) => ({ code: 'NEWER_YEAR_HOLDS', column, written: valueIn(cells, column), other: valueIn(holds, column) }));
