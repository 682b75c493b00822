import type { FactTable } from './fact-table.js';

/** What the region holds of a child: the fields that the indicators stand on and no others, no name among them (architecture, decision 9; regional-hub rule 8). */
export const CHILD: FactTable = {
  name: 'child',
  // Each source states its own part: what is absent, it does not know. `stated_on` is the day from which it is true.
  columns: { birth_date: 'date', stated_on: 'date', sex: 'text', ethnicity: 'text', sibling_groups: 'text[]', disability_codes: 'text[]', harder_reasons: 'text[]' },
  indexes: ['child_id'],
};

/** A care period's beginning, or the first day known of it. `first_review_due_on` is clock C13, `initial_health_due_on` C22; absent where the start is "on or before" that day. */
export const CARE_PERIOD: FactTable = {
  name: 'care_period',
  columns: { period_id: 'uuid', started_on: 'date', first_review_due_on: 'date', initial_health_due_on: 'date' },
  indexes: ['period_id'],
};

export const CARE_PERIOD_END: FactTable = { name: 'care_period_end', columns: { period_id: 'uuid', ended_on: 'date', reason: 'text' }, indexes: ['period_id'] };

/** A stay in one placement. `continues_stay_id`: with the same carers; `returns_to_stay_id`: to which the child is to return from a temporary absence; `first_visit_due_on`: clock C01, absent where no visit clock runs. */
export const STAY: FactTable = {
  name: 'stay',
  columns: { stay_id: 'uuid', started_on: 'date', placement_type: 'text', provider: 'text', local_authority: 'text', continues_stay_id: 'uuid', returns_to_stay_id: 'uuid', first_visit_due_on: 'date' },
  indexes: ['stay_id', 'child_id'],
};

export const STAY_END: FactTable = { name: 'stay_end', columns: { stay_id: 'uuid', ended_on: 'date', end_kind: 'text' }, indexes: ['stay_id'] };

/** A step on the way to adoption, named as in events.md; `outside` tells whether the adopters live outside the child's authority. */
export const ADOPTION_FACT: FactTable = { name: 'adoption_fact', columns: { fact: 'text', happened_on: 'date', reason: 'text', outside: 'boolean' }, indexes: ['child_id'] };

/** A review held; `next_due_on` is clock C14 or C15, absent where none runs. */
export const REVIEW: FactTable = { name: 'review', columns: { review_id: 'uuid', held_on: 'date', participation: 'text', next_due_on: 'date' }, indexes: ['child_id'] };

/** Who works in a council's hub, and in which team. */
export const WORKER: FactTable = { name: 'worker', columns: { worker_id: 'uuid', sw_registration: 'text', team: 'text' }, indexes: ['worker_id', 'sw_registration'] };

/** Whose case a child is: opens the cases behind a figure to the child's own worker and their team's manager. */
export const ALLOCATION: FactTable = { name: 'allocation', columns: { allocation_id: 'uuid', worker_id: 'uuid', sw_registration: 'text', allocated_from: 'date' }, indexes: ['child_id'] };

export const ALLOCATION_END: FactTable = { name: 'allocation_end', columns: { allocation_id: 'uuid', allocated_to: 'date' }, indexes: ['allocation_id'] };

/** A statutory visit; only one at which the child was seen meets a clock. `next_due_on` is absent where no visit clock runs. */
export const VISIT: FactTable = { name: 'visit', columns: { visit_id: 'uuid', visited_on: 'date', seen: 'boolean', next_due_on: 'date' }, indexes: ['child_id'] };

/** How one side of a stay was recorded, its start or its end: in time (C28, C29) or not, and how it ended. */
export const MOVE: FactTable = { name: 'move', columns: { stay_id: 'uuid', part: 'text', late: 'boolean', exception: 'text', end_kind: 'text' }, indexes: ['stay_id'] };

/** A health assessment held or refused. */
export const HEALTH_ASSESSMENT: FactTable = {
  name: 'health_assessment', columns: { assessment_id: 'uuid', kind: 'text', status: 'text', held_on: 'date', informed_by_sdq: 'boolean' }, indexes: ['child_id'],
};

/** A dental check made or refused. */
export const DENTAL_CHECK: FactTable = { name: 'dental_check', columns: { status: 'text', checked_on: 'date' }, indexes: ['child_id'] };

/** A young person's status as a care leaver from a day on, and who supports them. */
export const LEAVING_CARE_STATUS: FactTable = { name: 'leaving_care_status', columns: { status: 'text', since: 'date', unit: 'text' }, indexes: ['child_id'] };

/** Contact, activity and accommodation of a care leaver around a birthday (903 OC3). */
export const CARE_LEAVER_STATUS: FactTable = {
  name: 'care_leaver_status', columns: { recorded_for: 'date', in_touch: 'text', activity: 'text', accommodation: 'text', suitable: 'int' }, indexes: ['child_id'],
};

/** That a council records everything of some kinds in its own hub, from a day on. */
export const KEPT_RECORD: FactTable = { name: 'kept_record', columns: { kinds: 'text[]', kept_from: 'date' }, indexes: [] };

/** A permanence plan that was agreed, with its milestones as they were planned. */
export const PLAN_SET: FactTable = { name: 'plan_set', columns: { plan_id: 'uuid', primary_route: 'text', parallels: 'text[]', agreed_on: 'date', milestones: 'jsonb' }, indexes: ['child_id'] };

/** An agreed plan that is being replaced; without a route until another is agreed. */
export const PLAN_CHANGE: FactTable = { name: 'plan_change', columns: { plan_id: 'uuid', primary_route: 'text', parallels: 'text[]', changed_on: 'date' }, indexes: ['child_id'] };

/** A milestone of a plan that was done, or given another day. */
export const PLAN_MILESTONE: FactTable = { name: 'plan_milestone', columns: { plan_id: 'uuid', milestone: 'text', told_on: 'date', due_on: 'date', done_on: 'date' }, indexes: ['child_id'] };

/** Permanence that was reached, or broke down. */
export const PLAN_END: FactTable = { name: 'plan_end', columns: { plan_id: 'uuid', achieved_route: 'text', broken_down_cause: 'text', ended_on: 'date' }, indexes: ['child_id'] };

/** Whether a record is shut to all but named people; why and to whom stays in the council. */
export const RESTRICTION: FactTable = { name: 'restriction', columns: { restricted: 'boolean', changed_on: 'date' }, indexes: ['child_id'] };

/** That modules of a collection were loaded, and the day to which it is complete. */
export const HELD_MODULE: FactTable = { name: 'held_module', columns: { collection_year: 'int', modules: 'text[]', complete_to: 'date' }, indexes: ['collection_year'] };

export const FACT_TABLES: readonly FactTable[] = [
  CHILD, CARE_PERIOD, CARE_PERIOD_END, STAY, STAY_END, ADOPTION_FACT, REVIEW, WORKER, ALLOCATION, ALLOCATION_END, HELD_MODULE,
  VISIT, MOVE, HEALTH_ASSESSMENT, DENTAL_CHECK, LEAVING_CARE_STATUS, CARE_LEAVER_STATUS, KEPT_RECORD, PLAN_SET, PLAN_CHANGE, PLAN_MILESTONE, PLAN_END, RESTRICTION,
];
