import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { MilestoneCode, PermanenceRoute, PlannedMilestone } from './plan.js';

/** What the log says of a permanence plan: each kind of fact, whole. */
export type PlanFactData = {
  'permanence-plan-set': {
    planId: Uuid; primary: PermanenceRoute; parallels: readonly PermanenceRoute[]; contingencies: readonly PermanenceRoute[]; reviewId: Uuid; reviewSequence?: number;
    agreedOn: LocalDate; milestones: readonly PlannedMilestone[];
  };
  'permanence-plan-changed': { planId: Uuid; primary?: PermanenceRoute; previousPrimary: PermanenceRoute; parallels: readonly PermanenceRoute[]; reasonCode: string; changedOn: LocalDate };
  'permanence-milestone-moved': { planId: Uuid; code: MilestoneCode; dueOn?: LocalDate; doneOn?: LocalDate };
  'permanence-achieved': { planId: Uuid; route: PermanenceRoute };
  'permanence-broken-down': { planId: Uuid; route: PermanenceRoute; cause: 'placement-ended' | 'order-ended' };
};
