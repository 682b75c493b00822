import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { type Decision, type Refusal, decided, refuse } from '@permanence/kernel/decider';
import type { FactData, FactOf } from '../facts/fact.js';
import { known } from '../facts/stated.js';
import { type AllocationRole, type AllocationSpan, REVIEWING_OFFICER } from './allocations.js';

/** A person of the council who may be allocated, with their appointment. */
export type AllocatedWorker = Readonly<{ id: Uuid; registration: string | null; role: string }>;

/** A manager's wish: this worker, as this, for these children, from that day. */
export type AllocateWorker = Readonly<{ worker: AllocatedWorker; as: AllocationRole; from: LocalDate; allocationId: Uuid }>;

/** The appointment of those who review children's cases. */
const APPOINTED_TO_REVIEW = 'reviewing-officer';

/** What the decision about one child needs to know. */
export type AllocatedChild = Readonly<{ lookedAfter: boolean; inCareSince: LocalDate | null; inCareSinceKnown: boolean | null; current: AllocationSpan | undefined }>;

export type AllocationFact = FactOf<'social-worker-allocated'> | FactOf<'social-worker-allocation-ended'>;

const RULE = 'locality-hub.allocation';

/** The worker, if neither they nor the day stand against every allocation. */
export type WorkerAccepted<W> = Readonly<{ ok: true; worker: W } | { ok: false; refusal: Refusal }>;

/** What holds whichever child it is for. Who reviews a case is independent of who holds it (Care Planning Regulations 2010, regulation 46). */
export const acceptWorker = <W extends AllocatedWorker>(worker: W | undefined, as: AllocationRole, from: LocalDate, today: LocalDate): WorkerAccepted<W> => {
  if (worker === undefined) return { ok: false, refusal: not('WORKER_UNKNOWN', 'Choose one of the people of your council.', 1, 'workerId') };
  const refusal = refusalAs(worker, as) ?? (from > today ? not('FROM_IN_FUTURE', 'The first day of an allocation cannot be after today.', 3, 'from') : undefined);
  return refusal === undefined ? { ok: true, worker } : { ok: false, refusal };
};

/** Whether somebody can be allocated as this at all, whichever the child and the day. */
export const canBeAllocated = (worker: Omit<AllocatedWorker, 'id'>, as: AllocationRole): boolean => refusalAs(worker, as) === undefined;

const refusalAs = ({ role, registration }: Omit<AllocatedWorker, 'id'>, as: AllocationRole): Refusal | undefined => {
  const reviews = role === APPOINTED_TO_REVIEW;
  if (as === REVIEWING_OFFICER) return reviews ? undefined : not('WORKER_NOT_REVIEWING_OFFICER', 'Choose a reviewing officer. Nobody else can review a child’s case.', 8, 'workerId');
  if (reviews) return not('REVIEWING_OFFICER_NOT_WORKER', 'A reviewing officer cannot be a child’s social worker.', 9, 'workerId');
  return registration === null ? not('WORKER_NOT_QUALIFIED', 'Only a social worker registered with Social Work England can be allocated to a child.', 2, 'workerId') : undefined;
};

const not = (code: Refusal['code'], sentence: string, rule: number, field: string): Refusal => ({ code, sentence, rule: `${RULE}.${rule}`, field });

/** Allocates a worker to one child, and ends the allocation before: a looked-after child has one social worker, and one reviewing officer (Care Planning Regulations 2010). */
export const allocateWorker = (child: AllocatedChild, { worker, as, from, allocationId }: AllocateWorker): Decision<AllocationFact> => {
  const { current } = child;
  if (!child.lookedAfter) return refuse('CHILD_NOT_LOOKED_AFTER', 'The child is not in care now.', `${RULE}.4`);
  if (isBeforeCare(child, from)) return refuse('FROM_BEFORE_CARE', 'The child was not in care yet on that day.', `${RULE}.5`, 'from');
  if (isTheirs(current, worker)) return refuse('ALREADY_ALLOCATED', 'The child is allocated to this worker already.', `${RULE}.6`);
  if (current !== undefined && from < current.from) return refuse('FROM_BEFORE_EARLIER_ALLOCATION', 'The worker whom the child has now was allocated after that day.', `${RULE}.7`, 'from');
  const begun = allocated(worker, { as, from, allocationId, inCareSince: child.inCareSince });
  return current === undefined ? decided<AllocationFact>(begun) : decided<AllocationFact>(begun, ended(current.allocationId, as, from));
};

/** Where only "on or before" is known, an earlier day may be in care. */
const isBeforeCare = ({ inCareSince, inCareSinceKnown }: AllocatedChild, from: LocalDate): boolean => inCareSinceKnown === true && inCareSince !== null && from < inCareSince;

const isTheirs = (current: AllocationSpan | undefined, { id, registration }: AllocatedWorker): boolean =>
  current !== undefined && (current.workerId === undefined ? current.swRegistration === registration : current.workerId === id);

type Beginning = Readonly<{ as: AllocationRole; from: LocalDate; allocationId: Uuid; inCareSince: LocalDate | null }>;

const allocated = ({ id, registration }: AllocatedWorker, { as: role, from, allocationId, inCareSince }: Beginning): AllocationFact => ({
  key: `here:${allocationId}`, type: 'social-worker-allocated', effectiveOn: from,
  data: known<FactData['social-worker-allocated']>({ allocationId, workerId: id, swRegistration: registration ?? undefined, role, from, inCareSince: inCareSince ?? undefined }),
});

const ended = (allocationId: Uuid, as: AllocationRole, to: LocalDate): AllocationFact => ({
  key: `here:${allocationId}:ended`, type: 'social-worker-allocation-ended', effectiveOn: to, data: endedData(allocationId, as, to),
});

/** The end of a reviewing officer's says whose it is: it stays inside like its beginning. */
export const endedData = (allocationId: Uuid, as: string, to: LocalDate): FactData['social-worker-allocation-ended'] =>
  as === REVIEWING_OFFICER ? { allocationId, to, role: REVIEWING_OFFICER } : { allocationId, to };
