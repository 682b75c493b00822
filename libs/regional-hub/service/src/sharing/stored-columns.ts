import { FieldName } from '@permanence/regional-hub/domain';
import { FACT_COLUMNS, type FactTable } from '../projections/fact-table.js';

/** The field that each column of a table holds, and the columns without which a row says nothing. */
export type StoredColumns = Readonly<{ identifiedBy: readonly string[]; columns: Readonly<Record<string, FieldName>> }>;

/** `period_id` of `care-period.carePeriodId` and so on: columns with their fields' names, for the service whose events they come from. */
const of = (identifiedBy: string, columns: Readonly<Record<string, string>>): StoredColumns => ({
  identifiedBy: identifiedBy.split(' '), columns: Object.fromEntries(Object.entries(columns).map(([column, field]) => [column, FieldName(`locality-hub.${field}`)])),
});

/** How a fact is known. It identifies every row: a fact whose correction could not be followed would be shown for ever. */
const ENVELOPE = of('event_id known_from corrects', { event_id: 'event.recording', known_from: 'event.recording', known_to: 'event.recording', corrects: 'event.recording', child_id: 'child.childId' });

const CHILD_ROW = 'child_id';

/** Which field of the agreement names which column of the read model (regional-hub rule 8). A column that is not here fails a test, and the start. */
const TABLES: Readonly<Record<string, StoredColumns>> = {
  child: of(CHILD_ROW, {
    birth_date: 'child.birthDate', stated_on: 'child.statedOn', sex: 'child.sex', ethnicity: 'child.ethnicityCode', sibling_groups: 'child.siblingGroupIds', disability_codes: 'child.disabilityCodes', harder_reasons: 'child.harderToPlaceReasons',
  }),
  care_period: of(`${CHILD_ROW} period_id`, {
    period_id: 'care-period.carePeriodId', started_on: 'care-period.startedOn', first_review_due_on: 'care-period.firstReviewDueOn', initial_health_due_on: 'care-period.initialHealthDueOn',
  }),
  care_period_end: of(`${CHILD_ROW} period_id`, { period_id: 'care-period.carePeriodId', ended_on: 'care-period.endedOn', reason: 'care-period.reasonCode' }),
  stay: of(`${CHILD_ROW} stay_id`, {
    stay_id: 'stay.stayId', started_on: 'stay.startedOn', placement_type: 'stay.placementType', provider: 'stay.provider', local_authority: 'stay.localAuthorityCode',
    continues_stay_id: 'stay.continuesStayId', returns_to_stay_id: 'stay.returnsToStayId', first_visit_due_on: 'stay.firstVisitDueOn',
  }),
  stay_end: of(`${CHILD_ROW} stay_id`, { stay_id: 'stay.stayId', ended_on: 'stay.endedOn', end_kind: 'stay.endKind' }),
  adoption_fact: of(`${CHILD_ROW} fact`, { fact: 'outside-fact.fact', happened_on: 'outside-fact.on', reason: 'outside-fact.reason', outside: 'outside-fact.placedOutsideAuthority' }),
  review: of(`${CHILD_ROW} review_id`, { review_id: 'review.reviewId', held_on: 'review.heldOn', participation: 'review.participationCode', next_due_on: 'review.nextDueOn' }),
  worker: of('worker_id', { worker_id: 'worker.workerId', sw_registration: 'worker.swRegistration', team: 'worker.team' }),
  allocation: of(`${CHILD_ROW} allocation_id`, { allocation_id: 'allocation.allocationId', worker_id: 'worker.workerId', sw_registration: 'worker.swRegistration', allocated_from: 'allocation.from' }),
  allocation_end: of(`${CHILD_ROW} allocation_id`, { allocation_id: 'allocation.allocationId', allocated_to: 'allocation.to' }),
  visit: of(`${CHILD_ROW} visit_id`, { visit_id: 'visit.visitId', visited_on: 'visit.visitedOn', seen: 'visit.seen', next_due_on: 'visit.nextDueOn' }),
  move: of(`${CHILD_ROW} stay_id part`, { stay_id: 'stay.stayId', part: 'placement-move.part', late: 'placement-move.late', exception: 'placement-move.exceptionReason', end_kind: 'placement-move.endKind' }),
  health_assessment: of(`${CHILD_ROW} assessment_id`, {
    assessment_id: 'health-assessment.assessmentId', kind: 'health-assessment.kind', status: 'health-assessment.status', held_on: 'health-assessment.heldOn', informed_by_sdq: 'health-assessment.informedBySdq',
  }),
  dental_check: of(`${CHILD_ROW} checked_on`, { status: 'dental-check.status', checked_on: 'dental-check.checkedOn' }),
  leaving_care_status: of(`${CHILD_ROW} since`, { status: 'leaving-care.status', since: 'leaving-care.from', unit: 'leaving-care.unit' }),
  care_leaver_status: of(`${CHILD_ROW} recorded_for`, {
    recorded_for: 'care-leaver.recordedFor', in_touch: 'care-leaver.inTouch', activity: 'care-leaver.activity', accommodation: 'care-leaver.accommodation', suitable: 'care-leaver.suitable',
  }),
  plan_set: of(`${CHILD_ROW} plan_id`, { plan_id: 'plan.planId', primary_route: 'plan.primary', parallels: 'plan.parallels', agreed_on: 'plan.agreedOn', milestones: 'plan.milestones' }),
  plan_change: of(`${CHILD_ROW} plan_id`, { plan_id: 'plan.planId', primary_route: 'plan.primary', parallels: 'plan.parallels', changed_on: 'plan.changedOn' }),
  plan_milestone: of(`${CHILD_ROW} plan_id milestone`, { plan_id: 'plan.planId', milestone: 'plan.milestone', told_on: 'plan.changedOn', due_on: 'plan.milestoneDueOn', done_on: 'plan.milestoneDoneOn' }),
  plan_end: of(`${CHILD_ROW} plan_id`, { plan_id: 'plan.planId', achieved_route: 'plan.achievedRoute', broken_down_cause: 'plan.brokenDownCause', ended_on: 'plan.changedOn' }),
  restriction: of(CHILD_ROW, { restricted: 'child.restricted', changed_on: 'child.statedOn' }),
  kept_record: of('kept_from', { kinds: 'record-kept.kinds', kept_from: 'record-kept.from' }),
  held_module: of('collection_year', { collection_year: 'collection.year', modules: 'collection.modules', complete_to: 'collection.completeTo' }),
};

/** The field of each column of a table, those that every fact has among them. @throws Error for a table that the map does not know. */
export const storedColumnsOf = ({ name }: Pick<FactTable, 'name'>): StoredColumns => {
  const own = TABLES[name];
  if (own === undefined) throw new Error(`No field of the sharing agreement is known for the table ${name}. Name its columns in sharing/stored-columns.ts.`);
  return { identifiedBy: [...ENVELOPE.identifiedBy, ...own.identifiedBy], columns: { ...ENVELOPE.columns, ...own.columns } };
};

/** Columns that hold something of which nobody says what it is: `table.column`. */
export const unnamedColumns = (tables: readonly FactTable[]): readonly string[] =>
  tables.flatMap((table) => {
    const known = TABLES[table.name]?.columns ?? {};
    return Object.keys({ ...FACT_COLUMNS, ...table.columns }).filter((column) => !(column in { ...ENVELOPE.columns, ...known })).map((column) => `${table.name}.${column}`);
  });
