import type { LocalDate } from '@permanence/kernel/values';
import { isTemporary } from './timeline.js';
import type { CarePeriod, Episode, Segment } from './timeline.js';

/** Days from `from` to the day before `to` through which something held without a break. */
export type DayRun = Readonly<{ from: LocalDate; to?: LocalDate; rows: readonly Episode[] }>;

/** A3 to A6: placed for adoption. */
export const isPlacedForAdoption = (placement: Episode | undefined): boolean => placement !== undefined && /^A[3-6]$/.test(placement.place);

/** The row of the child's main placement on a day: for a temporary absence the placement to which the child is to return. */
export const mainPlacementOn = (period: CarePeriod, day: LocalDate): Episode | undefined => {
  if (period.to !== undefined && day >= period.to) return undefined;
  const until = period.segments.findLastIndex(({ from }) => from <= day);
  return mainPlacementAt(period.segments, until);
};

/** Runs of E1: a placement order in force. */
export const placementOrderRuns = (period: CarePeriod): DayRun[] => runsWhere(period.segments, ({ row }) => (row.ls === 'E1' ? row : undefined));

/** Runs of A3 to A6, through temporary absences. */
export const adoptivePlacementRuns = (period: CarePeriod): DayRun[] =>
  runsWhere(period.segments, (_, index) => {
    const main = mainPlacementAt(period.segments, index);
    return isPlacedForAdoption(main) ? main : undefined;
  });

const mainPlacementAt = (segments: readonly Segment[], index: number): Episode | undefined => {
  for (let at = index; at >= 0; at -= 1) {
    const row = segments[at]?.row;
    if (row !== undefined && !isTemporary(row.place)) return row;
  }
  return segments[index]?.row;
};

type Run = { from: LocalDate; to: LocalDate | undefined; rows: Episode[] };

const runsWhere = (segments: readonly Segment[], rowOf: (segment: Segment, index: number) => Episode | undefined): DayRun[] => {
  const runs: Run[] = [];
  segments.forEach((segment, index) => {
    const row = rowOf(segment, index);
    const last = runs.at(-1);
    if (row === undefined) return;
    if (last?.to === segment.from) {
      last.to = segment.to;
      last.rows.push(row);
    } else runs.push({ from: segment.from, to: segment.to, rows: [row] });
  });
  return runs;
};
