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
