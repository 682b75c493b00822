import type { Cells, ModuleName, UploadRow } from '../ssda903/modules.js';
import type { CollectionYear } from './collection-year.js';
import type { ChildFacts } from './child-facts.js';

/** Rows of one child by module, in the order of the file. */
export type RowsByModule = Readonly<Partial<Record<ModuleName, readonly UploadRow[]>>>;

/**
 * What is checked in one go: all rows of one child in one upload, as read and whatever their outcome (rows set aside
 * included), and what the same council had stated about the child for the year before.
 */
export type ChildRows = Readonly<{
  /** The rows of the upload. A row without a child's code belongs to the child `''`. */
  now: RowsByModule;
  /** Modules that the upload holds, for whichever child: a rule runs only when all its modules are among them. */
  uploaded: ReadonlySet<ModuleName>;
  /** The cells held for the collection of the year before. */
  before: Readonly<Partial<Record<ModuleName, readonly Cells[]>>>;
}>;

/** A broken rule, at one row of one uploaded file. `row` is the spreadsheet row (the header line is row 1). */
export type Finding = Readonly<{ rule: string; module: ModuleName; file: string; row: number; column: string; sentence: string }>;

/** Called by a rule for each row that breaks it; the same row again changes nothing. */
export type Report = (row: UploadRow, column: string) => void;

/** One rule of the DfE: its number, the DfE's sentence, when it runs, what it reads, and how a breach is found. */
export type Rule = Readonly<{
  code: string;
  message: string;
  /** Collection years in which the rule is in force. */
  years: readonly number[];
  /** Modules without which the rule says nothing. */
  modules: readonly ModuleName[];
  columns: readonly string[];
  check: (child: ChildFacts, year: CollectionYear, report: Report) => void;
}>;

/** The years whose rules are known. */
export const SINCE_2023 = [2023, 2024, 2025, 2026, 2027] as const;
