import type { LocalDate } from '@permanence/kernel/values';
import type { ImportFinding } from './import-findings.js';
import type { ModuleName, StatedRow, UploadRow } from './modules.js';
import type { SetAsideCode } from './set-aside.js';

/** A value that a row changes: `statedIn` is the earliest collection year that stated `was`. */
export type CellChange = Readonly<{ column: string; was: string; now: string; statedIn: number }>;

/** The one outcome of a row (ssda903-import.md, "One outcome a row"). `key` is its key within the authority. */
export type RowOutcome = Readonly<
  | { row: UploadRow; outcome: 'applied' | 'unchanged'; key: string }
  | { row: UploadRow; outcome: 'corrected'; key: string; changes: readonly CellChange[] }
  | { row: UploadRow; outcome: 'setAside'; code: SetAsideCode; column: string; reason: string }
>;

/** What one upload says of one child, beside what is held. */
export type ChildUpload = Readonly<{
  /** Everything held of the child's code, over all years and modules, in any order. */
  held: readonly StatedRow[];
  /** The child's rows of this upload, in the order of the files and of the rows in them. */
  uploaded: readonly UploadRow[];
  /** The year in which the upload's collection ends. */
  year: number;
  today: LocalDate;
  /** The day to which the files are declared complete; left out, the collection's last day. */
  completeTo?: LocalDate;
  /** Modules of which this upload brings the whole file (not mended rows): only of these can a held row be missed. */
  whole: ReadonlySet<ModuleName>;
  /** Collection years whose complete Episodes file has been loaded, this upload's included if it is one. */
  completeEpisodeYears: ReadonlySet<number>;
}>;

/** What follows from one upload for one child. */
export type ChildOutcome = Readonly<{
  /** One per uploaded row, in the order of `uploaded`. */
  outcomes: readonly RowOutcome[];
  /** Everything held of the child afterwards: what the facts are computed from (by way of `holdingRows`). */
  statedAfter: readonly StatedRow[];
  /** The rows of `statedAfter` that are new or differ from what was held for their module, key and year: what is to be stored. */
  changed: readonly StatedRow[];
  cellFindings: readonly ImportFinding[];
}>;
