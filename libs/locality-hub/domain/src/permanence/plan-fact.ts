import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { LimbName, LimbStatus, MilestoneCode, OptionPosition, PermanenceRoute, PlannedMilestone } from './plan.js';

/** A route with its place in the plan. The words why it is ruled out stand apart: they are free text. */
export type PlacedOption = Readonly<{ route: PermanenceRoute; position: OptionPosition }>;

/** Why routes are ruled out, by route: free text. */
export type OptionReasons = Readonly<Partial<Record<PermanenceRoute, string>>>;

/** A step that is to be taken, or that was. */
export type Milestone = PlannedMilestone & Readonly<{
  ownerId?: Uuid;
  /** What stands in the way, in somebody's words. */
  blocker?: string;
  /** The option that the step belongs to, where it is one option's own. */
  route?: PermanenceRoute;
  /** Done as a fact of the record tells, not as somebody here said. */
  byFact?: true;
}>;

/** What the log says of a permanence plan: each kind of fact, whole. What of it others may know is decided in `service/record/fact.published.ts`. */
export type PlanFactData = {
  'permanence-options-identified': { planId: Uuid; options: readonly PlacedOption[]; reasons: OptionReasons };
  /** One option has another place. A primary that is replaced stays as a parallel plan. */
  'permanence-option-placed': { planId: Uuid; route: PermanenceRoute; position: OptionPosition; reason?: string; by: Uuid };
  'permanence-plan-proposed': { planId: Uuid; milestones: readonly Milestone[]; by: Uuid };
  'permanence-plan-countersigned': { planId: Uuid; by: Uuid };
  'permanence-limb-recorded': { planId: Uuid; limb: LimbName; target: string; evidence: string; status: LimbStatus };
  'permanence-plan-set': {
    planId: Uuid; primary: PermanenceRoute; parallels: readonly PermanenceRoute[]; contingencies: readonly PermanenceRoute[]; reviewId: Uuid; reviewSequence?: number;
    agreedOn: LocalDate; milestones: readonly PlannedMilestone[];
  };
  'permanence-plan-changed': {
    planId: Uuid; primary?: PermanenceRoute; previousPrimary: PermanenceRoute; parallels: readonly PermanenceRoute[]; reasonCode: string; changedOn: LocalDate;
    options: readonly PlacedOption[]; reasons: OptionReasons; steps: readonly Milestone[]; reason: string; by: Uuid;
  };
  'permanence-milestone-moved': { planId: Uuid; code: MilestoneCode; dueOn?: LocalDate; doneOn?: LocalDate; ownerId?: Uuid; blocker?: string; route?: PermanenceRoute; byFact?: true };
  'permanence-achieved': { planId: Uuid; route: PermanenceRoute };
  'permanence-broken-down': { planId: Uuid; route: PermanenceRoute; cause: 'placement-ended' | 'order-ended'; reason?: string };
};

export type PlanFactType = keyof PlanFactData;

/** One thing that happened to a plan. */
export type PlanEvent = { [T in PlanFactType]: Readonly<{ type: T; effectiveOn: LocalDate; data: Readonly<PlanFactData[T]> }> }[PlanFactType];
