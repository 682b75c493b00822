import type { FactTable } from './fact-table.js';

/** What the region holds of a child: the fields that the indicators stand on and no others, no name among them (architecture, decision 9; regional-hub rule 8). */
export const CHILD: FactTable = { name: 'child', columns: { birth_date: 'date' }, indexes: ['child_id'] };

/** A care period's beginning, or the first day known of it. `first_review_due_on` is clock C13, absent where the start is "on or before" that day. */
export const CARE_PERIOD: FactTable = {
  name: 'care_period',
  columns: { period_id: 'uuid', started_on: 'date', first_review_due_on: 'date' },
  indexes: ['period_id'],
};

export const CARE_PERIOD_END: FactTable = { name: 'care_period_end', columns: { period_id: 'uuid', ended_on: 'date', reason: 'text' }, indexes: ['period_id'] };

/** A stay in one placement. `continues_stay_id`: with the same carers; `returns_to_stay_id`: to which the child is to return from a temporary absence. */
export const STAY: FactTable = {
  name: 'stay',
  columns: { stay_id: 'uuid', started_on: 'date', placement_type: 'text', provider: 'text', local_authority: 'text', continues_stay_id: 'uuid', returns_to_stay_id: 'uuid' },
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

/** That modules of a collection were loaded, and the day to which it is complete. */
export const HELD_MODULE: FactTable = { name: 'held_module', columns: { collection_year: 'int', modules: 'text[]', complete_to: 'date' }, indexes: ['collection_year'] };

export const FACT_TABLES: readonly FactTable[] = [CHILD, CARE_PERIOD, CARE_PERIOD_END, STAY, STAY_END, ADOPTION_FACT, REVIEW, WORKER, ALLOCATION, ALLOCATION_END, HELD_MODULE];
