import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { type CarePeriodSpan, carePeriods, spanOn } from '../facts/as-of.js';
import { type Fact, type FactOf, factsOfType } from '../facts/fact.js';
import { endedData } from './allocate.js';
import { endsOf } from './allocations.js';

type AllocationEnded = FactOf<'social-worker-allocation-ended'>;

/**
 * The ends of allocations that a manager made here and that nobody ended: with the care for which they were made. A function
 * of what files state and of what was decided here, so that a day of leaving care that is put right puts these right.
 * Allocations that files state go on as the files say: a council also states those of children who are not looked after (DfE rule SW12STG2).
 * @param facts the facts of files
 * @param here the facts that were recorded here
 */
export const endsWithCare = (facts: readonly Fact[], here: readonly Fact[]): AllocationEnded[] => {
  const begun = factsOfType(here, 'social-worker-allocated');
  if (begun.length === 0) return [];
  const periods = carePeriods(facts);
  const known = endsOf(here);
  return begun.flatMap(({ data: { allocationId, role, from, inCareSince = from } }) => {
    const to = endOfCare(periods, from, inCareSince);
    return to === undefined || to >= (known.get(allocationId) ?? NEVER) ? [] : [ended(allocationId, role, to)];
  });
};

const NEVER = '9999';

const ended = (allocationId: Uuid, role: string, to: LocalDate): AllocationEnded => ({
  key: `here:${allocationId}:ended-with-care`, type: 'social-worker-allocation-ended', effectiveOn: to, data: { ...endedData(allocationId, role, to), withCare: true },
});

/**
 * The end of the care that an allocation was made for: of the periods that went on beyond the first day known then, the one
 * that holds the allocation's first day, else the first of them. An allocation that began when care was over, as is known now, ended the day it began.
 */
const endOfCare = (periods: readonly CarePeriodSpan[], from: LocalDate, inCareSince: LocalDate): LocalDate | undefined => {
  const lasting = periods.filter(({ to }) => to === undefined || to > inCareSince);
  const period = spanOn(lasting, from) ?? lasting[0];
  if (period === undefined) return from;
  return period.to !== undefined && period.to < from ? from : period.to;
};
