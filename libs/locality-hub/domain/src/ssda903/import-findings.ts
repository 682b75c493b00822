import type { ModuleName } from './modules.js';

/** What the import itself finds in rows that it keeps: never a reason to set a row aside (ssda903-import.md). */
export type ImportFindingCode =
  | 'CELL_UNREADABLE'
  | 'CODE_OF_ANOTHER_YEAR'
  | 'DATE_AFTER_TODAY'
  | 'DATE_OUTSIDE_COLLECTION'
  | 'NEWER_YEAR_HOLDS'
  | 'NO_LONGER_STATED'
  | 'OPEN_AND_ABSENT'
  | 'OTHER_THAN_HEADER';

/** A finding of the import. `file` and `row` are absent where no row of the upload is at fault; `written` is the cell as the council wrote it. */
export type ImportFinding = Readonly<{
  code: ImportFindingCode;
  module: ModuleName;
  key: string;
  column: string;
  written: string;
  sentence: string;
  file?: string;
  row?: number;
}>;

/** What each finding says where many are listed together. */
export const IMPORT_FINDINGS: Readonly<Record<ImportFindingCode, string>> = {
  CELL_UNREADABLE: 'A cell cannot be read, and is empty in the record',
  CODE_OF_ANOTHER_YEAR: 'A code is of another year than the collection',
  DATE_AFTER_TODAY: 'A date is after today',
  DATE_OUTSIDE_COLLECTION: 'A date is outside the collection',
  NEWER_YEAR_HOLDS: 'A newer return says otherwise, and holds',
  NO_LONGER_STATED: 'A row loaded before for this year is not in the file any more, and stays in the record',
  OPEN_AND_ABSENT: 'An open episode is not in the next year’s complete file, and stays open',
  OTHER_THAN_HEADER: 'A birth date or sex is other than in the header',
};

/** A collection as people name it: 2026 is "the return of 2025 to 2026". */
export const returnOf = (year: number): string => `the return of ${year - 1} to ${year}`;

/** What a finding says of one cell. `other` is the value that holds instead, where there is one. */
export type CellNote = Readonly<{ code: ImportFindingCode; column: string; written: string; other?: string }>;

const said = (value: string): string => (value === '' ? 'nothing' : `“${value}”`);

const SENTENCES: Readonly<Record<ImportFindingCode, (note: CellNote, year: number) => string>> = {
  CELL_UNREADABLE: ({ column, written }) => `${column} ${said(written)} cannot be read. It is empty in the record.`,
  CODE_OF_ANOTHER_YEAR: ({ column, written }, year) => `${column} ${said(written)} is not in the list of ${returnOf(year)}.`,
  DATE_AFTER_TODAY: ({ column, written }) => `${column} ${said(written)} is after today.`,
  DATE_OUTSIDE_COLLECTION: ({ column, written }, year) => `${column} ${said(written)} is outside ${returnOf(year)}.`,
  NEWER_YEAR_HOLDS: ({ column, written, other = '' }) => `${column} is ${said(written)} here, a newer return says ${said(other)}. The newer one holds.`,
  NO_LONGER_STATED: (_, year) => `${returnOf(year).replace('the', 'The')} had this row before and does not have it now. It stays in the record until it is withdrawn with a reason.`,
  OPEN_AND_ABSENT: (_, year) => `The episode has no end, and the complete file of ${returnOf(year)} does not have it. It stays open.`,
  OTHER_THAN_HEADER: ({ column, written, other = '' }) => `${column} is ${said(written)} here, the header says ${said(other)}.`,
};

/** The sentence of a finding; `year` is the collection that it speaks of. */
export const sentenceOf = (note: CellNote, year: number): string => SENTENCES[note.code](note, year);
