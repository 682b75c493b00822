import { valueIn } from './holding.js';
import { type ImportFinding, type ImportFindingCode, sentenceOf } from './import-findings.js';
import type { StatedRow } from './modules.js';
import type { ChildUpload } from './outcome.js';

/** Rows by `idOf`, each key's newest collection first. */
type Rows = ReadonlyMap<string, readonly StatedRow[]>;

/**
 * Held rows that a whole file does not have: they stay, with a finding (ssda903-import.md, What the product makes 2).
 * @param rows everything held after the upload
 * @param mentioned ids of the rows of the upload, those set aside included: a row to be mended is not missed
 */
export const absences = (upload: ChildUpload, rows: Rows, mentioned: ReadonlySet<string>): ImportFinding[] => {
  const findings: ImportFinding[] = [];
  for (const [id, sameKey] of rows) {
    const newest = sameKey[0] as StatedRow;
    if (!mentioned.has(id) && isMissed(upload, sameKey)) findings.push(missing('NO_LONGER_STATED', newest, '', upload.year));
    const absentIn = openAndAbsent(upload, newest, mentioned.has(id));
    if (absentIn !== undefined) findings.push(missing('OPEN_AND_ABSENT', newest, 'DEC', absentIn));
  }
  return findings;
};

const isMissed = ({ whole, year }: ChildUpload, sameKey: readonly StatedRow[]): boolean => sameKey.some((row) => row.year === year && whole.has(row.module));

/** The first later collection whose complete file leaves an open episode out, where this upload brings either of the two. */
const openAndAbsent = ({ year, completeEpisodeYears }: ChildUpload, newest: StatedRow, isMentioned: boolean): number | undefined => {
  if (newest.module !== 'Episodes' || valueIn(newest.cells, 'DEC') !== '') return undefined;
  const later = [...completeEpisodeYears].filter((complete) => complete > newest.year);
  if (later.length === 0) return undefined;
  const absentIn = Math.min(...later);
  const isBrought = isMentioned ? newest.year === year : absentIn === year;
  return isBrought ? absentIn : undefined;
};

const missing = (code: ImportFindingCode, { module, key }: StatedRow, column: string, year: number): ImportFinding => {
  const note = { code, column, written: '' };
  return { ...note, module, key, sentence: sentenceOf(note, year) };
};
