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

/** What place a route has in the plan: exactly one is primary. */
export const OPTION_POSITIONS = ['primary', 'parallel', 'contingency', 'ruled-out'] as const;
export type OptionPosition = (typeof OPTION_POSITIONS)[number];

/** Permanence has three limbs (business case, its definition of permanence): all three are tracked. */
export const LIMBS = ['emotional', 'physical', 'legal'] as const;
export type LimbName = (typeof LIMBS)[number];

export const LIMB_STATUSES = ['not-started', 'in-progress', 'achieved'] as const;
export type LimbStatus = (typeof LIMB_STATUSES)[number];

/** Why a plan of adoption was reversed (903, REASON_PLACED_CEASED). */
export const REVERSAL_REASONS = ['RD1', 'RD2', 'RD3', 'RD4'] as const;

/** Why another plan is changed. */
export const CHANGE_REASONS = ['assessment', 'childs-needs', 'childs-wishes', 'family-circumstances', 'court-decision', 'placement-changed', 'other'] as const;

export type ChangeReason = (typeof REVERSAL_REASONS)[number] | (typeof CHANGE_REASONS)[number];

export const PLAN_STATUSES = ['none', 'options-identified', 'proposed', 'agreed', 'achieved'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];
