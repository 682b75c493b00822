import type { LocalDate, Uuid } from '@permanence/kernel/values';

/** Where a permanence plan may lead (locality-hub.md 2.5). */
export type PermanenceRoute =
  | 'return-home' | 'connected-sgo' | 'connected-cao' | 'adoption' | 'long-term-foster-in-house' | 'long-term-foster-ifa'
  | 'sgo-by-foster-carer' | 'residential-until-independence' | 'supported-to-independence' | 'other';

/** A step on the way of a plan. */
export type MilestoneCode =
  | 'options-identified' | 'family-meeting-offered' | 'viability-done' | 'sgo-assessment' | 'care-plan-filed' | 'adm-should-be-placed' | 'placement-order'
  | 'family-finding' | 'match' | 'placed' | 'order-made' | 'long-term-match' | 'delegated';

export type PlannedMilestone = { code: MilestoneCode; dueOn: LocalDate; doneOn?: LocalDate };

/** A permanence plan was agreed at a review. */
export type PermanencePlanSet = {
  planId: Uuid;
  childId: Uuid;
  primary: PermanenceRoute;
  parallels: readonly PermanenceRoute[];
  contingencies: readonly PermanenceRoute[];
  reviewId: Uuid;
  /** Place of the review in the care period; absent where the start of care is not known. */
  reviewSequence?: number;
  agreedOn: LocalDate;
  milestones: readonly PlannedMilestone[];
};

/** An agreed plan is being replaced, or its milestones moved on. `primary` is absent until another one is agreed. */
export type PermanencePlanChanged = {
  planId: Uuid;
  childId: Uuid;
  primary?: PermanenceRoute;
  previousPrimary: PermanenceRoute;
  parallels: readonly PermanenceRoute[];
  /** RD1 to RD4 when adoption is no longer the plan. */
  reasonCode: string;
  changedOn: LocalDate;
};

/** A milestone of an agreed plan was done, given another day, or is blocked. Beyond the catalogue: the region's tracker lives on it. */
export type PermanenceMilestoneMoved = { planId: Uuid; childId: Uuid; code: MilestoneCode; dueOn?: LocalDate; doneOn?: LocalDate };

/** The order is made, the match is active, or the child has been home for 12 months. */
export type PermanenceAchieved = { planId: Uuid; childId: Uuid; route: PermanenceRoute };

/** The permanent placement or order ended unplanned. */
export type PermanenceBrokenDown = { planId: Uuid; childId: Uuid; route: PermanenceRoute; cause: 'placement-ended' | 'order-ended' };
