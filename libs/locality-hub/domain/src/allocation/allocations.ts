import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { factsOfType } from '../facts/fact.js';
import type { Fact } from '../facts/fact.js';

/** A worker's time with a child: stated by a file (then known by registration) or allocated here (then by id). */
export type AllocationSpan = Readonly<{
  allocationId: Uuid; from: LocalDate; to?: LocalDate; workerId?: Uuid; swRegistration?: string; changeReason?: string;
}>;

/** The role of an allocation that names who reviews the child's case, beside the social worker whose the child is. */
export const REVIEWING_OFFICER = 'iro';
export const SOCIAL_WORKER = 'social-worker';

/** As what a worker is allocated: a child has one of each at a time. */
export const ALLOCATION_ROLES = [SOCIAL_WORKER, REVIEWING_OFFICER] as const;
export type AllocationRole = (typeof ALLOCATION_ROLES)[number];

/**
 * Whose the child was and is, in order: files and what was allocated here together. Where a file and an allocation made here
 * meet, the later `from` wins and ends the one before; on the same day the one made here wins.
 * @param role whose: the child's social workers, unless reviewing officers are asked for
 */
export const allocations = (facts: readonly Fact[], role: AllocationRole = SOCIAL_WORKER): AllocationSpan[] => {
  const ends = endsOf(facts);
  const stated = factsOfType(facts, 'social-worker-allocated')
    .filter(({ data }) => (data.role === REVIEWING_OFFICER) === (role === REVIEWING_OFFICER))
    .map(({ data: { allocationId, from, workerId, swRegistration, changeReason } }): AllocationSpan => ({ allocationId, from, to: ends.get(allocationId), workerId, swRegistration, changeReason }))
    .sort(inOrder);
  return stated.map((span, at) => ({ ...span, to: earlierOf(span.to, successorOf(span, stated[at + 1])?.from) }));
};

/** The worker's time that holds a day, of several the last. */
export const allocationOn = (facts: readonly Fact[], day: LocalDate, role: AllocationRole = SOCIAL_WORKER): AllocationSpan | undefined =>
  allocations(facts, role).findLast(({ from, to }) => from <= day && (to === undefined || to > day));

/** The worker who reviews the child's case on a day, or nobody: of several the last. */
export const reviewingOfficerOn = (facts: readonly Fact[], day: LocalDate): Uuid | undefined => allocationOn(facts, day, REVIEWING_OFFICER)?.workerId;

/** The day on which each ended: the earlier one, where a file and a person here both say. */
export const endsOf = (facts: readonly Fact[]): ReadonlyMap<Uuid, LocalDate> => {
  const ends = new Map<Uuid, LocalDate>();
  for (const { data: { allocationId, to } } of factsOfType(facts, 'social-worker-allocation-ended')) {
    ends.set(allocationId, earlierOf(ends.get(allocationId), to) ?? to);
  }
  return ends;
};

/** Of two days on which something ended the earlier one; without a day it has not ended. */
const earlierOf = (a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined => (a === undefined || (b !== undefined && b < a) ? b : a);

const madeHere = ({ workerId }: AllocationSpan): boolean => workerId !== undefined;

/** By first day; on one day files before what was made here, and what ended earlier before what goes on. */
const inOrder = (a: AllocationSpan, b: AllocationSpan): number => {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  if (madeHere(a) !== madeHere(b)) return madeHere(a) ? 1 : -1;
  if (a.to === b.to) return 0;
  return earlierOf(a.to, b.to) === a.to ? -1 : 1;
};

/** Files state the ends of their own; only where one side was made here does the next end the one before. */
const successorOf = (span: AllocationSpan, next: AllocationSpan | undefined): AllocationSpan | undefined =>
  next !== undefined && (madeHere(span) || madeHere(next)) ? next : undefined;
