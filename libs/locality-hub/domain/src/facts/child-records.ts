import { collectionWindow } from '@permanence/kernel/values';
import type { LocalDate } from '@permanence/kernel/values';
import { holdingRows } from '../ssda903/holding.js';
import type { ModuleName, StatedRow } from '../ssda903/modules.js';
import { dayIn } from './stated.js';

/** One child's rows out of those of one council code. A code that goes on after an adoption is a new record without a link (rule 6). */
export type ChildRecord = Readonly<{
  /** 0 for the first care known under the code, and on by one after each adoption. */
  recordNo: number;
  /** First day in care; absent when the code has no episode. */
  begunOn?: LocalDate;
  /** Day of the adoption order (E11, E12) after which the code goes on as another record. */
  adoptedOn?: LocalDate;
  rows: readonly StatedRow[];
}>;

/** The records under one code, in order. `rows` are all stated rows of the code, of whatever year and in whatever order; never none. */
export const childRecords = (rows: readonly StatedRow[]): ChildRecord[] => {
  const records = bornOf(holdingRows(rows.filter(({ module }) => module === 'Episodes')));
  if (records.length === 1) return [{ ...born(records[0] as Born), rows }];
  const shares: StatedRow[][] = records.map(() => []);
  for (const row of rows) shares[recordOf(row, records)]?.push(row);
  return records.map((record, recordNo) => ({ ...born(record), recordNo, rows: shares[recordNo] ?? [] }));
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

const born = (record: Born): Omit<ChildRecord, 'rows'> => ({
  recordNo: 0,
  ...(record.begunOn === undefined ? {} : { begunOn: record.begunOn }),
  ...(record.adoptedOn === undefined ? {} : { adoptedOn: record.adoptedOn }),
});

const bornOf = (episodes: readonly StatedRow[]): Born[] => {
  const begun = episodes.map((row) => dayIn(row, 'DECOM')).filter((day) => day !== undefined).sort();
  const records: Born[] = [];
  const orders = episodes.map(adoptionOf).filter((day) => day !== undefined).sort();
  for (const day of begun) {
    const order = orders.findLast((made) => made <= day);
    const last = records.at(-1);
    if (last === undefined) records.push({ begunOn: day });
    else if (order !== undefined && order > (last.begunOn as LocalDate)) {
      last.adoptedOn = orders.find((made) => made > (last.begunOn as LocalDate));
      records.push({ begunOn: day });
    }
  }
  const [last] = records.slice(-1);
  if (last === undefined) return [{}];
  last.adoptedOn = orders.find((made) => made > (last.begunOn as LocalDate));
  return records;
};

/** The day on which a row ends by an adoption order. A `REC` beside an empty `DEC` is ignored (rule 2). */
const adoptionOf = (row: StatedRow): LocalDate | undefined => (row.cells['REC'] === 'E11' || row.cells['REC'] === 'E12' ? dayIn(row, 'DEC') : undefined);

const recordOf = (row: StatedRow, records: readonly Born[]): number => {
  const on = DATED_BY[row.module]?.map((column) => dayIn(row, column)).find((day) => day !== undefined) ?? collectionWindow(row.year).last;
  return Math.max(0, records.findLastIndex((record) => record.begunOn !== undefined && record.begunOn <= on));
};
