import type { LocalDate } from '@permanence/kernel/values';
import type { ChildRecord } from './child-records.js';
import { heldOf } from './stated.js';
import { staysOf } from './stays.js';
import type { RneDisagreement } from './stays.js';
import { timelineOf } from './timeline.js';
import type { Episode } from './timeline.js';

/** What making facts of the rows brings to light. */
export type FactFindingCode = 'EPISODES_OVERLAP' | 'RNE_INCONSISTENT' | 'RECORD_AFTER_ADOPTION';

/** A finding about one episode of a record. Nothing is set aside for it. */
export type FactFinding = Readonly<{
  code: FactFindingCode;
  module: 'Episodes';
  recordNo: number;
  /** The episode's first day, with which its key ends. */
  decom: LocalDate;
  column: string;
  written: string;
  sentence: string;
}>;

/** What each finding says where many are listed together. */
export const FACT_FINDINGS: Readonly<Record<FactFindingCode, string>> = {
  EPISODES_OVERLAP: 'Two episodes of a child overlap; on each day the newer return decides',
  RNE_INCONSISTENT: 'The reason for a new episode does not agree with the placement; the placement decides',
  RECORD_AFTER_ADOPTION: 'A council’s code goes on after an adoption, and is a new record without a link',
};

/** The findings about the records of one code. */
export const factFindings = (records: readonly ChildRecord[]): FactFinding[] => records.flatMap((record, at) => [...afterAdoption(record, records[at - 1]), ...findingsOf(record)]);

const findingsOf = (record: ChildRecord): FactFinding[] => {
  const { care, periods } = timelineOf(heldOf(record.rows));
  return [
    ...overlaps(care).map(([episode, other]) =>
      finding(record, { code: 'EPISODES_OVERLAP', decom: episode.decom, column: 'DECOM', sentence: `It begins while the episode of ${inFile(other.decom)} goes on.` })),
    ...periods.flatMap((period) => staysOf(period).disagreements).map((found) => rneFinding(record, found)),
  ];
};

type Noticed = Pick<FactFinding, 'code' | 'decom' | 'column' | 'sentence'>;

const finding = ({ recordNo }: ChildRecord, noticed: Noticed, written: string = inFile(noticed.decom)): FactFinding => ({ ...noticed, module: 'Episodes', recordNo, written });

/** A day as the council writes it. */
const inFile = (day: LocalDate): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** Each episode that begins before an earlier one has ended, with the last such. */
const overlaps = (care: readonly Episode[]): [Episode, Episode][] =>
  care.flatMap((episode, index): [Episode, Episode][] => {
    const other = care.slice(0, index).findLast(({ dec }) => dec === undefined || dec > episode.decom);
    return other === undefined ? [] : [[episode, other]];
  });

const rneFinding = (record: ChildRecord, { episode, says, cellsSay }: RneDisagreement): FactFinding => {
  const sentence = cellsSay === 'moved'
    ? `RNE “${says}” says that the child did not move, but placement, provider, URN or postcode are other than before. It is taken as a move.`
    : `RNE “${says}” says that the child moved, but placement, provider, URN and postcode are as before. It is not taken as a move.`;
  return finding(record, { code: 'RNE_INCONSISTENT', decom: episode.decom, column: 'RNE', sentence }, says);
};

const afterAdoption = (record: ChildRecord, before: ChildRecord | undefined): FactFinding[] => {
  if (record.begunOn === undefined || before?.adoptedOn === undefined) return [];
  const sentence = `The code goes on after an adoption on ${inFile(before.adoptedOn)}. It is a new record without a link to the earlier one.`;
  return [finding(record, { code: 'RECORD_AFTER_ADOPTION', decom: record.begunOn, column: 'CHILD', sentence })];
};
