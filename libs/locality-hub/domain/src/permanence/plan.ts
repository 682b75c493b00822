import type { LocalDate } from '@permanence/kernel/values';

/** Where a permanence plan may lead (locality-hub.md 2.5; business case section 6 for their order). */
export const PERMANENCE_ROUTES = [
  'return-home', 'connected-sgo', 'connected-cao', 'adoption', 'long-term-foster-in-house', 'long-term-foster-ifa',
  'sgo-by-foster-carer', 'residential-until-independence', 'supported-to-independence', 'other',
] as const;

export type PermanenceRoute = (typeof PERMANENCE_ROUTES)[number];

/** Steps on the way of a plan, in the order in which they come. */
export const MILESTONES = [
  'options-identified', 'family-meeting-offered', 'viability-done', 'sgo-assessment', 'care-plan-filed', 'adm-should-be-placed', 'placement-order',
  'family-finding', 'match', 'placed', 'order-made', 'long-term-match', 'delegated',
] as const;

export type MilestoneCode = (typeof MILESTONES)[number];

export type PlannedMilestone = Readonly<{ code: MilestoneCode; dueOn: LocalDate; doneOn?: LocalDate }>;
