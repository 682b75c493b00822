import { collectionWindow, type LocalDate } from '@permanence/kernel/values';
import { canonical, COLUMN_KINDS, type ColumnKind, isReadable, readDate, withoutDecimals } from './cells.js';
import { codeOf, type CodedColumn, isCodeOfYear } from './codes.js';
import type { CellNote, ImportFindingCode } from './import-findings.js';
import { KEY_COLUMNS, keyOf } from './keys.js';
import { type Cells, columnsOf, MODULES, type ModuleName, type UploadRow } from './modules.js';
import type { SetAsideCode } from './set-aside.js';

/** What the reading of a row depends on besides the row: the collection as declared, and today. */
export type ReadingContext = Readonly<{ year: number; today: LocalDate; first: LocalDate; last: LocalDate }>;

/** A row that can be a fact: its canonical cells as written, its cells as they go into the record, and what was noticed in it. */
export type ReadRow = Readonly<{ key: string; written: Cells; stated: Cells; notes: readonly CellNote[] }>;

/** A row that cannot be a fact. `key` is there when it could be read all the same. */
export type UnreadRow = Readonly<{ code: SetAsideCode; column: string; cell: string; key?: string }>;

export const isUnread = (reading: ReadRow | UnreadRow): reading is UnreadRow => 'code' in reading;

/** The collection that ends in `year`, complete to a day: its own last one unless another is given. */
export const readingContext = (year: number, today: LocalDate, completeTo?: LocalDate): ReadingContext => {
  const { first, last } = collectionWindow(year);
  return { year, today, first, last: completeTo ?? last };
};

type Column = Readonly<{ name: string; kind: ColumnKind; inYear: boolean }>;

/** Dates of what happens within the collection; all others may lie before it. */
const IN_YEAR = new Set(['DEC', 'REVIEW', 'DUC', 'DATE_PLACED_CEASED', 'MIS_END', 'SW_DEC', 'DOLO_END']);

const PLANS = new Map<ModuleName, readonly Column[]>(
  (Object.keys(MODULES) as ModuleName[]).map((module) => [module, columnsOf(module).map((name) => ({ name, kind: COLUMN_KINDS[name] ?? 'text', inYear: IN_YEAR.has(name) }))]),
);

/** The row as a fact, or why it cannot be one. */
export const readRow = (row: UploadRow, context: ReadingContext): ReadRow | UnreadRow => {
  const identity = keyOf(row.module, row.cells, context.year);
  if (!('key' in identity)) return { code: identity.code, column: identity.column, cell: row.cells[identity.column] ?? '' };
  const obstacle = futureKey(row, context.today) ?? (row.module === 'Episodes' ? episodeObstacle(row.cells, context.today) : undefined);
  if (obstacle !== undefined) return { ...obstacle, key: identity.key };
  return { key: identity.key, ...readCells(row, context) };
};

const futureKey = ({ module, cells }: UploadRow, today: LocalDate): UnreadRow | undefined => {
  for (const column of KEY_COLUMNS[module]) {
    if (COLUMN_KINDS[column] !== 'date') continue;
    const cell = cells[column] ?? '';
    if ((readDate(cell) ?? '') > today) return { code: 'DATE_IN_FUTURE', column, cell };
  }
  return undefined;
};

/** Without a legal status, a placement and a true end nobody can say whether the child is looked after. */
const episodeObstacle = (cells: Cells, today: LocalDate): UnreadRow | undefined => {
  for (const column of ['LS', 'PLACE'] as const) {
    const cell = cells[column] ?? '';
    if (codeOf(column, cell) === undefined) return { code: 'CODE_UNKNOWN', column, cell };
  }
  const cell = cells['DEC'] ?? '';
  const code = cell === '' ? undefined : faultOfEnd(readDate(cells['DECOM'] ?? ''), readDate(cell), today);
  return code === undefined ? undefined : { code, column: 'DEC', cell };
};

const faultOfEnd = (start: LocalDate | undefined, end: LocalDate | undefined, today: LocalDate): SetAsideCode | undefined => {
  if (end === undefined) return 'DATE_UNREADABLE';
  if (start === undefined || end <= start) return 'END_NOT_AFTER_START';
  return end > today ? 'DATE_IN_FUTURE' : undefined;
};

const readCells = ({ module, cells }: UploadRow, context: ReadingContext): Omit<ReadRow, 'key'> => {
  const recoded: Record<string, string> = {};
  const notes: CellNote[] = [];
  for (const column of PLANS.get(module) as readonly Column[]) {
    const { name } = column;
    const cell = cells[name];
    if (cell === undefined || cell === '') continue;
    const value = canonical(name, cell);
    if (value !== cell) recoded[name] = value;
    const code = noteOn(column, cell, value, context);
    if (code !== undefined) notes.push({ code, column: name, written: cell });
  }
  const written = changedIn(cells, recoded);
  return { written, stated: changedIn(written, emptiedIn(module, cells, notes)), notes };
};

/** The cells that stay empty in the record although the council filled them. */
const emptiedIn = (module: ModuleName, cells: Cells, notes: readonly CellNote[]): Record<string, string> => {
  const emptied: Record<string, string> = {};
  for (const { code, column } of notes) if (code === 'CELL_UNREADABLE') emptied[column] = '';
  if (module === 'Episodes' && cells['DEC'] === '') ignoreReasons(cells, emptied);
  return emptied;
};

/** A reason of ceasing or of a change of placement beside an empty end is ignored (ssda903-import.md, What the product makes 2 and 3): rule 148 finds it. */
const ignoreReasons = (cells: Cells, emptied: Record<string, string>): void => {
  for (const column of ['REC', 'REASON_PLACE_CHANGE']) if (cells[column] !== '') emptied[column] = '';
};

/** The same cells where nothing changes, so that most rows are never copied. */
const changedIn = (cells: Cells, changes: Record<string, string>): Cells => {
  for (const _ in changes) return { ...cells, ...changes };
  return cells;
};

const noteOn = (column: Column, cell: string, value: string, context: ReadingContext): ImportFindingCode | undefined => {
  if (column.kind === 'text') return undefined;
  if (column.kind === 'date') return noteOnDate(column, readDate(value), context);
  if (!isReadable(column.name, value)) return 'CELL_UNREADABLE';
  return column.kind === 'code' && !isOfYear(column.name, cell, context.year) ? 'CODE_OF_ANOTHER_YEAR' : undefined;
};

/** By the code as the council writes it: sex `1` is of another year than `M`. */
const isOfYear = (column: string, cell: string, year: number): boolean => {
  const entry = codeOf(column as CodedColumn, withoutDecimals(column, cell));
  return entry === undefined || isCodeOfYear(entry, year);
};

const noteOnDate = (column: Column, day: LocalDate | undefined, { today, first, last }: ReadingContext): ImportFindingCode | undefined => {
  if (day === undefined) return 'CELL_UNREADABLE';
  if (day > today) return 'DATE_AFTER_TODAY';
  return day > last || (column.inYear && day < first) ? 'DATE_OUTSIDE_COLLECTION' : undefined;
};
