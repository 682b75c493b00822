import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { factsOfType } from '../facts/fact.js';
import type { Fact } from '../facts/fact.js';

/** A worker's time with a child: stated by a file (then known by registration) or allocated here (then by id). */
export type AllocationSpan = Readonly<{
  allocationId: Uuid; from: LocalDate; to?: LocalDate; workerId?: Uuid; swRegistration?: string; changeReason?: string;
}>;

/**
 * Whose the child was and is, in order: files and what was allocated here together. Where a file and an allocation made here
 * meet, the later `from` wins and ends the one before; on the same day the one made here wins.
 */
export const allocations = (facts: readonly Fact[]): AllocationSpan[] => {
  const ends = endsOf(facts);
  const stated = factsOfType(facts, 'social-worker-allocated')
    .map(({ data: { allocationId, from, workerId, swRegistration, changeReason } }): AllocationSpan => ({ allocationId, from, to: ends.get(allocationId), workerId, swRegistration, changeReason }))
    .sort(inOrder);
  return stated.map((span, at) => (span.to === undefined ? { ...span, to: successorOf(span, stated[at + 1])?.from } : span));
};

/** The worker's time that holds a day, of several the last. */
export const allocationOn = (facts: readonly Fact[], day: LocalDate): AllocationSpan | undefined =>
  allocations(facts).findLast(({ from, to }) => from <= day && (to === undefined || to > day));

/** The day on which each ended: the earlier one, where a file and a person here both say. */
const endsOf = (facts: readonly Fact[]): ReadonlyMap<Uuid, LocalDate> => {
  const ends = new Map<Uuid, LocalDate>();
  for (const { data: { allocationId, to } } of factsOfType(facts, 'social-worker-allocation-ended')) {
    const known = ends.get(allocationId);
    if (known === undefined || to < known) ends.set(allocationId, to);
  }
  return ends;
};

const madeHere = ({ workerId }: AllocationSpan): boolean => workerId !== undefined;

/** By first day; on one day files before what was made here, and what has ended before what goes on. */
const inOrder = (a: AllocationSpan, b: AllocationSpan): number => {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return Number(madeHere(a)) - Number(madeHere(b)) || Number(a.to === undefined) - Number(b.to === undefined);
};

/** Files state the ends of their own; only where one side was made here does the next end the one before. */
const successorOf = (span: AllocationSpan, next: AllocationSpan | undefined): AllocationSpan | undefined =>
  next !== undefined && (madeHere(span) || madeHere(next)) ? next : undefined;
