import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { Refusal } from '@permanence/kernel/decider';
import type { ChangeReason, LimbName, LimbStatus, PlanStatus } from './plan.js';
import type { Milestone } from './plan-fact.js';
import type { PlanOption } from './permanence-plan.js';

/** What somebody, or the record itself, wants of a plan. `by` is the person. */
export type PlanCommand =
  | Readonly<{ kind: 'identifyOptions'; planId: Uuid; options: readonly PlanOption[] }>
  | Readonly<{ kind: 'placeOption'; option: PlanOption; by: Uuid }>
  | Readonly<{ kind: 'proposePlan'; milestones: readonly Milestone[]; by: Uuid }>
  | Readonly<{ kind: 'countersign'; by: Uuid }>
  | Readonly<{ kind: 'agreeAtReview'; reviewId: Uuid }>
  | Readonly<{ kind: 'changePlan'; options: readonly PlanOption[]; milestones: readonly Milestone[]; reasonCode: ChangeReason; reason: string; by: Uuid }>
  | Readonly<{ kind: 'setMilestone'; milestone: Milestone }>
  /** Several options and steps at once, on top of what others wrote meanwhile. */
  | Readonly<{ kind: 'revisePlan'; options: readonly PlanOption[]; milestones: readonly Milestone[]; by: Uuid }>
  | Readonly<{ kind: 'recordLimb'; limb: LimbName; target: string; evidence: string; status: LimbStatus }>
  /** The record's own, on its facts. */
  | Readonly<{ kind: 'achieve' }>
  | Readonly<{ kind: 'breakDown'; cause: 'placement-ended' | 'order-ended'; on: LocalDate; reason?: string }>;

export type PlanCommandKind = PlanCommand['kind'];
export type CommandOf<K extends PlanCommandKind> = Extract<PlanCommand, { kind: K }>;

type Guard = Readonly<{ in: readonly PlanStatus[]; refusal: Refusal }>;

const guard = (states: readonly PlanStatus[], code: Refusal['code'], sentence: string): Guard => ({ in: states, refusal: { code, sentence, rule: 'locality-hub.plan.1' } });

const BEGUN: readonly PlanStatus[] = ['options-identified', 'proposed', 'agreed', 'achieved'];

/** In which state a plan takes which command (locality-hub.md 3.2), and what is said in any other. */
export const GUARDS: Readonly<Record<PlanCommandKind, Guard>> = {
  identifyOptions: guard(['none'], 'OPTIONS_ALREADY_IDENTIFIED', 'The options are named already. Change one of them, or change the plan.'),
  placeOption: guard(['options-identified', 'proposed'], 'OPTIONS_NOT_OPEN', 'One option can be changed after the options are named and before a plan is agreed.'),
  proposePlan: guard(['options-identified'], 'PLAN_NOT_TO_PROPOSE', 'A plan can be proposed once, after the options are named.'),
  countersign: guard(['proposed'], 'NOTHING_TO_COUNTERSIGN', 'There is no proposal to countersign.'),
  agreeAtReview: guard(['proposed'], 'PLAN_NOT_PROPOSED', 'There is no proposal to agree.'),
  // A change that waits for its review can itself be changed: `refusalNow` keeps a first proposal out.
  changePlan: guard(['agreed', 'proposed'], 'PLAN_NOT_AGREED', 'Only a plan that is agreed and not yet achieved can be changed.'),
  setMilestone: guard(BEGUN, 'NO_PLAN_FOR_STEPS', 'Name the options first. Then steps can be set.'),
  revisePlan: guard(['options-identified', 'proposed', 'agreed'], 'PLAN_NOT_TO_REVISE', 'Name the options first. Once the plan is achieved, it stays as it is.'),
  recordLimb: guard(BEGUN, 'NO_PLAN_FOR_LIMBS', 'Name the options first. Then each side of permanence can be recorded.'),
  achieve: guard(['agreed'], 'NOTHING_TO_ACHIEVE', 'Only an agreed plan can be achieved.'),
  breakDown: guard(['agreed', 'achieved'], 'PLAN_NOT_IN_FORCE', 'Only an agreed or achieved plan can break down.'),
};
