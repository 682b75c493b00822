import type { AnyEvent, EventName, EventOf } from '@permanence/contracts/events';
import type { Uuid } from '@permanence/kernel/values';
import type { Envelope } from '@permanence/platform/messaging';
import type { FactTable } from './fact-table.js';
import { ADOPTION_FACT, ALLOCATION, ALLOCATION_END, CARE_PERIOD, CARE_PERIOD_END, CHILD, HELD_MODULE, REVIEW, STAY, STAY_END, WORKER } from './fact-tables.js';

/** What an event comes to: a row of one table, without the columns that every fact has. */
type Row = Readonly<Record<string, unknown>>;

/** What is read of an event. Every other field is dropped before anything is stored (regional-hub rule 8). */
type Reader<Event> = Readonly<{ table: FactTable; row: (event: Event) => Row }>;

type Readers = { readonly [Name in EventName]?: Reader<EventOf<Name>> };

const READERS = {
  'locality-hub.child-updated': { table: CHILD, row: ({ data }) => ({ birth_date: data.birthDate }) },
  'locality-hub.care-period-started': {
    table: CARE_PERIOD,
    row: ({ data, effectiveOn }) => ({ period_id: data.carePeriodId, started_on: effectiveOn, first_review_due_on: data.startKnown ? data.firstReviewDueOn : undefined }),
  },
  'locality-hub.care-period-ended': { table: CARE_PERIOD_END, row: ({ data, effectiveOn }) => ({ period_id: data.carePeriodId, ended_on: effectiveOn, reason: data.reasonCode }) },
  'locality-hub.placement-started': {
    table: STAY,
    row: ({ data, effectiveOn }) => ({
      stay_id: data.stayId, started_on: effectiveOn, placement_type: data.placementType, provider: data.provider, local_authority: data.localAuthorityCode,
      continues_stay_id: data.continuesStayId, returns_to_stay_id: data.returnsToStayId,
    }),
  },
  'locality-hub.placement-ended': { table: STAY_END, row: ({ data, effectiveOn }) => ({ stay_id: data.stayId, ended_on: effectiveOn, end_kind: data.endKind }) },
  'locality-hub.outside-fact-recorded': {
    table: ADOPTION_FACT,
    row: ({ data }) => ({ fact: data.fact, happened_on: data.on, reason: data.reason, outside: data.placedOutsideAuthority }),
  },
  'locality-hub.review-held': {
    table: REVIEW,
    row: ({ data }) => ({ review_id: data.reviewId, held_on: data.heldOn, participation: data.participationCode, next_due_on: data.nextDueOn }),
  },
  'locality-hub.worker-listed': { table: WORKER, row: ({ data }) => ({ worker_id: data.workerId, sw_registration: data.swRegistration, team: data.team }) },
  'locality-hub.social-worker-allocated': {
    table: ALLOCATION,
    row: ({ data }) => ({ allocation_id: data.allocationId, worker_id: data.workerId, sw_registration: data.swRegistration, allocated_from: data.from }),
  },
  'locality-hub.social-worker-allocation-ended': { table: ALLOCATION_END, row: ({ data }) => ({ allocation_id: data.allocationId, allocated_to: data.to }) },
  'locality-hub.collection-loaded': { table: HELD_MODULE, row: ({ data }) => ({ collection_year: data.year, modules: data.modules, complete_to: data.completeTo }) },
} as const satisfies Readers;

/** The names of the events that the read model is built from. */
export const HEARD = Object.keys(READERS) as readonly (keyof typeof READERS)[];

/** The row that an event comes to, and its table. @throws Error for an event that is not heard. */
export const factOf = (event: Envelope): { table: FactTable; row: Row } => {
  const found = (READERS as Readers)[event.type as EventName] as Reader<AnyEvent> | undefined;
  if (!found) throw new Error(`the read model does not hear ${event.type}`);
  return { table: found.table, row: found.row(event as AnyEvent) };
};

/** The child that a fact is about; of a collection there is none. */
export const childOf = (event: Envelope): Uuid | undefined => (event.data as { childId?: Uuid }).childId;
