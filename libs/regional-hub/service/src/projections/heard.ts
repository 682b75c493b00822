import type { AnyEvent, EventName, EventOf } from '@permanence/contracts/events';
import type { Uuid } from '@permanence/kernel/values';
import type { Envelope } from '@permanence/platform/messaging';
import type { FactTable } from './fact-table.js';
import {
  ADOPTION_FACT, ALLOCATION, ALLOCATION_END, CARE_LEAVER_STATUS, CARE_PERIOD, CARE_PERIOD_END, CHILD, DENTAL_CHECK, HEALTH_ASSESSMENT, HELD_MODULE, KEPT_RECORD, LEAVING_CARE_STATUS, MOVE, PLAN_CHANGE, PLAN_END,
  PLAN_MILESTONE, PLAN_SET, RESTRICTION, REVIEW, STAY, STAY_END, VISIT, WORKER,
} from './fact-tables.js';

/** What an event comes to: a row of one table, without the columns that every fact has. */
type Row = Readonly<Record<string, unknown>>;

/** What is read of an event; undefined: nothing. Every other field is dropped before anything is stored (regional-hub rule 8). */
type Reader<Event> = Readonly<{ table: FactTable; row: (event: Event) => Row | undefined }>;

/** As a council's record calls an allocation to the officer who reviews a child. */
const REVIEWING_OFFICER = 'iro';

type Readers = { readonly [Name in EventName]?: Reader<EventOf<Name>> };

const READERS = {
  'locality-hub.child-updated': {
    table: CHILD,
    row: ({ data, effectiveOn }) => ({
      birth_date: data.birthDate, stated_on: effectiveOn, sex: data.sex, ethnicity: data.ethnicityCode, sibling_groups: data.siblingGroupIds, disability_codes: data.disabilityCodes, harder_reasons: data.harderToPlaceReasons,
    }),
  },
  'locality-hub.care-period-started': {
    table: CARE_PERIOD,
    row: ({ data, effectiveOn }) => ({ period_id: data.carePeriodId, started_on: effectiveOn, first_review_due_on: data.startKnown ? data.firstReviewDueOn : undefined, initial_health_due_on: data.startKnown ? data.initialHealthDueOn : undefined }),
  },
  'locality-hub.care-period-ended': { table: CARE_PERIOD_END, row: ({ data, effectiveOn }) => ({ period_id: data.carePeriodId, ended_on: effectiveOn, reason: data.reasonCode }) },
  'locality-hub.placement-started': {
    table: STAY,
    row: ({ data, effectiveOn }) => ({
      stay_id: data.stayId, started_on: effectiveOn, placement_type: data.placementType, provider: data.provider, local_authority: data.localAuthorityCode,
      continues_stay_id: data.continuesStayId, returns_to_stay_id: data.returnsToStayId, first_visit_due_on: data.firstVisitDueOn,
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
    // Who reviews a child opens no case behind a figure, and no team is theirs.
    row: ({ data }) => (data.role === REVIEWING_OFFICER ? undefined : { allocation_id: data.allocationId, worker_id: data.workerId, sw_registration: data.swRegistration, allocated_from: data.from }),
  },
  'locality-hub.social-worker-allocation-ended': { table: ALLOCATION_END, row: ({ data }) => ({ allocation_id: data.allocationId, allocated_to: data.to }) },
  'locality-hub.collection-loaded': { table: HELD_MODULE, row: ({ data }) => ({ collection_year: data.year, modules: data.modules, complete_to: data.completeTo }) },
  'locality-hub.statutory-visit-recorded': { table: VISIT, row: ({ data, effectiveOn }) => ({ visit_id: data.visitId, visited_on: effectiveOn, seen: data.seen, next_due_on: data.nextDueOn }) },
  'locality-hub.placement-move-recorded': { table: MOVE, row: ({ data }) => ({ stay_id: data.stayId, part: data.part, late: data.late, exception: data.exceptionReason, end_kind: data.endKind }) },
  'locality-hub.health-assessment-completed': {
    table: HEALTH_ASSESSMENT,
    row: ({ data }) => ({ assessment_id: data.assessmentId, kind: data.kind, status: data.status, held_on: data.heldOn, informed_by_sdq: data.sdqUsedId !== undefined }),
  },
  'locality-hub.dental-check-completed': { table: DENTAL_CHECK, row: ({ data }) => ({ status: data.status, checked_on: data.checkedOn }) },
  'locality-hub.leaving-care-status-changed': { table: LEAVING_CARE_STATUS, row: ({ data }) => ({ status: data.status, since: data.from, unit: data.unit }) },
  'locality-hub.care-leaver-status-recorded': {
    table: CARE_LEAVER_STATUS,
    row: ({ data }) => ({ recorded_for: data.recordedFor, in_touch: data.inTouch, activity: data.activity, accommodation: data.accommodation, suitable: data.suitable }),
  },
  'locality-hub.permanence-plan-set': {
    table: PLAN_SET, row: ({ data }) => ({ plan_id: data.planId, primary_route: data.primary, parallels: data.parallels, agreed_on: data.agreedOn, milestones: data.milestones }),
  },
  'locality-hub.permanence-plan-changed': { table: PLAN_CHANGE, row: ({ data }) => ({ plan_id: data.planId, primary_route: data.primary, parallels: data.parallels, changed_on: data.changedOn }) },
  'locality-hub.permanence-milestone-moved': { table: PLAN_MILESTONE, row: ({ data, effectiveOn }) => ({ plan_id: data.planId, milestone: data.code, told_on: effectiveOn, due_on: data.dueOn, done_on: data.doneOn }) },
  'locality-hub.permanence-achieved': { table: PLAN_END, row: ({ data, effectiveOn }) => ({ plan_id: data.planId, achieved_route: data.route, ended_on: effectiveOn }) },
  'locality-hub.permanence-broken-down': { table: PLAN_END, row: ({ data, effectiveOn }) => ({ plan_id: data.planId, broken_down_cause: data.cause, ended_on: effectiveOn }) },
  'locality-hub.record-restriction-changed': { table: RESTRICTION, row: ({ data, effectiveOn }) => ({ restricted: data.restricted, changed_on: effectiveOn }) },
  'locality-hub.record-kept': { table: KEPT_RECORD, row: ({ data }) => ({ kinds: data.kinds, kept_from: data.from }) },
} as const satisfies Readers;

/** The names of the events that the read model is built from. */
export const HEARD = Object.keys(READERS) as readonly (keyof typeof READERS)[];

/** The row that an event comes to, and its table; undefined where nothing of it is kept. @throws Error for an event that is not heard. */
export const factOf = (event: Envelope): { table: FactTable; row: Row } | undefined => {
  const found = (READERS as Readers)[event.type as EventName] as Reader<AnyEvent> | undefined;
  if (!found) throw new Error(`the read model does not hear ${event.type}`);
  const row = found.row(event as AnyEvent);
  return row && { table: found.table, row };
};

/** The children whom events are about, each once. */
export const childrenOf = (events: readonly Envelope[]): readonly Uuid[] => [...new Set(events.flatMap((event) => childOf(event) ?? []))];

/** The child that a fact is about; of a collection there is none. */
export const childOf = (event: Envelope): Uuid | undefined => (event.data as { childId?: Uuid }).childId;
