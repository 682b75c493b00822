import { collectionWindow } from '@permanence/kernel/values';
import type { LocalDate } from '@permanence/kernel/values';
import { holdingRows } from '../ssda903/holding.js';
import type { ModuleName, StatedRow } from '../ssda903/modules.js';
import { numbered } from './record-numbers.js';
import type { KnownRecord } from './record-numbers.js';
import { dayIn } from './stated.js';

/** One child's rows out of those of one council code. A code that goes on after an adoption is a new record without a link (rule 6). */
export type ChildRecord = Readonly<{
  /** 0 for the first care known under the code, and on by one after each adoption; once given it stays. */
  recordNo: number;
  /** First day in care; absent when the code has no episode. */
  begunOn?: LocalDate;
  /** Day of the adoption order (E11, E12) after which the code goes on as another record. */
  adoptedOn?: LocalDate;
  rows: readonly StatedRow[];
}>;

/**
 * The records under one code, in the order of their care. `rows` are all stated rows of the code, of whatever year and in whatever order.
 * A record that is known already keeps its number, so that nobody's record becomes another child's when an earlier adoption is loaded later. A known record that no row bears out any more comes last, without rows.
 */
export const childRecords = (rows: readonly StatedRow[], knownRecords: readonly KnownRecord[] = []): ChildRecord[] => {
  if (rows.length === 0) return numbered([], knownRecords);
  const records = bornOf(holdingRows(rows.filter(({ module }) => module === 'Episodes')));
  const shares: StatedRow[][] = records.map(() => []);
  if (records.length === 1) shares[0]?.push(...rows);
  else for (const row of rows) shares[recordOf(row, records)]?.push(row);
  return numbered(records.map((record, at) => ({ ...record, rows: shares[at] ?? [] })), knownRecords);
};

/** The columns that date a row of another module. A row of a module without one belongs to its collection year. */
const DATED_BY: Partial<Record<ModuleName, readonly string[]>> = {
  Episodes: ['DECOM'],
  Reviews: ['REVIEW'],
  AD1: ['DATE_MATCH', 'DATE_INT'],
  PlacedAdoption: ['DATE_PLACED'],
  Missing: ['MIS_START'],
  SWEpisodes: ['SW_DECOM'],
  DoLo: ['DOLO_START'],
};

type Born = { begunOn?: LocalDate; adoptedOn?: LocalDate };

const bornOf = (episodes: readonly StatedRow[]): Born[] => {
  const orders = episodes.map(adoptionOf).filter((day) => day !== undefined).sort();
  const orderAfter = (day: LocalDate): LocalDate | undefined => orders.find((made) => made > day);
  const begun: LocalDate[] = [];
  for (const day of episodes.map((row) => dayIn(row, 'DECOM')).filter((each) => each !== undefined).sort()) {
    const last = begun.at(-1);
    const order = last && orderAfter(last);
    if (last === undefined || (order !== undefined && order <= day)) begun.push(day);
  }
  return begun.length === 0 ? [{}] : begun.map((begunOn) => ({ begunOn, adoptedOn: orderAfter(begunOn) }));
};

/** The day on which a row ends by an adoption order. A `REC` beside an empty `DEC` is ignored (rule 2). */
const adoptionOf = (row: StatedRow): LocalDate | undefined => (row.cells['REC'] === 'E11' || row.cells['REC'] === 'E12' ? dayIn(row, 'DEC') : undefined);

const recordOf = (row: StatedRow, records: readonly Born[]): number => {
  const on = DATED_BY[row.module]?.map((column) => dayIn(row, column)).find((day) => day !== undefined) ?? collectionWindow(row.year).last;
  return Math.max(0, records.findLastIndex((record) => record.begunOn !== undefined && record.begunOn <= on));
};
