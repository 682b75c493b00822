import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { type Decision, type Refusal, decided, refuse } from '@permanence/kernel/decider';
import type { FactOf } from '../facts/fact.js';
import type { AllocationSpan } from './allocations.js';

/** A person of the council who may be allocated. Only a social worker has a registration. */
export type AllocatedWorker = Readonly<{ id: Uuid; registration: string | null }>;

/** A manager's wish: this worker, for these children, from that day. */
export type AllocateWorker = Readonly<{ worker: AllocatedWorker; from: LocalDate; allocationId: Uuid }>;

/** What the decision about one child needs to know. */
export type AllocatedChild = Readonly<{ lookedAfter: boolean; inCareSince: LocalDate | null; inCareSinceKnown: boolean | null; current: AllocationSpan | undefined }>;

export type AllocationFact = FactOf<'social-worker-allocated'> | FactOf<'social-worker-allocation-ended'>;

const RULE = 'locality-hub.allocation';

/** What stands against the worker or the day, whichever child it is for. */
export const workerRefusal = (worker: AllocatedWorker | undefined, from: LocalDate, today: LocalDate): Refusal | undefined => {
  if (worker === undefined) return { code: 'WORKER_UNKNOWN', sentence: 'Choose one of the people of your council.', rule: `${RULE}.1`, field: 'workerId' };
  if (worker.registration === null) return { code: 'WORKER_NOT_QUALIFIED', sentence: 'Only a social worker registered with Social Work England can be allocated to a child.', rule: `${RULE}.2`, field: 'workerId' };
  if (from > today) return { code: 'FROM_IN_FUTURE', sentence: 'The first day of an allocation cannot be after today.', rule: `${RULE}.3`, field: 'from' };
  return undefined;
};

/** Allocates a worker to one child, and ends the allocation before (Care Planning Regulations 2010: a looked-after child has one social worker). */
export const allocateWorker = (child: AllocatedChild, { worker, from, allocationId }: AllocateWorker): Decision<AllocationFact> => {
  const { current } = child;
  if (!child.lookedAfter) return refuse('CHILD_NOT_LOOKED_AFTER', 'The child is not in care now.', `${RULE}.4`);
  if (child.inCareSinceKnown === true && child.inCareSince !== null && from < child.inCareSince) return refuse('FROM_BEFORE_CARE', 'The child was not in care yet on that day.', `${RULE}.5`, 'from');
  if (current !== undefined && isTheirs(current, worker)) return refuse('ALREADY_ALLOCATED', 'The child is allocated to this worker already.', `${RULE}.6`);
  if (current !== undefined && from < current.from) return refuse('FROM_BEFORE_EARLIER_ALLOCATION', 'The worker whom the child has now was allocated after that day.', `${RULE}.7`, 'from');
  const begun: AllocationFact = {
    key: `here:${allocationId}`, type: 'social-worker-allocated', effectiveOn: from,
    data: { allocationId, workerId: worker.id, ...(worker.registration === null ? {} : { swRegistration: worker.registration }), role: 'social-worker', from },
  };
  return current === undefined ? decided(begun) : decided(begun, ended(current.allocationId, from));
};

const isTheirs = ({ workerId, swRegistration }: AllocationSpan, { id, registration }: AllocatedWorker): boolean =>
  workerId === undefined ? swRegistration === registration : workerId === id;

const ended = (allocationId: Uuid, to: LocalDate): AllocationFact => ({
  key: `here:${allocationId}:ended`, type: 'social-worker-allocation-ended', effectiveOn: to, data: { allocationId, to },
});
