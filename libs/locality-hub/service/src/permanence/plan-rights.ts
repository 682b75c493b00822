import type { PlanCommandKind } from '@permanence/locality-hub/domain';
import type { Refusal } from '@permanence/kernel/decider';
import type { Who } from '@permanence/platform/identity';
import type { ChildLine } from '../children/child.store.js';

/** Commands that people give; a plan is achieved by the record itself. */
export const PEOPLES_COMMANDS = ['identifyOptions', 'placeOption', 'proposePlan', 'countersign', 'agreeAtReview', 'changePlan', 'setMilestone', 'revisePlan', 'recordLimb', 'breakDown'] as const satisfies readonly PlanCommandKind[];
export type PeoplesCommand = (typeof PEOPLES_COMMANDS)[number];

/** Why a person of this role never gives a command, whoever the child is, or undefined: who proposes, who countersigns and who agrees are three people's tasks (locality-hub.md 3.2). */
export const notOfRole = ({ capabilities, roles }: Who, command: PeoplesCommand): Refusal | undefined => {
  if (command === 'countersign') return capabilities.get('plan:agree') === 'team' ? undefined : COUNTERSIGNS;
  if (command === 'agreeAtReview') return roles.includes('reviewing-officer') ? undefined : AGREES;
  return capabilities.has('plan:propose') ? undefined : PLANS;
};

/** Why a person may never give a command about this child, or undefined. */
export const notTheirs = (who: Who, line: ChildLine, command: PeoplesCommand): Refusal | undefined => notOfRole(who, command) ?? (isTheirs(who, line, command) ? undefined : PLANS);

const isTheirs = ({ capabilities }: Who, { mine, inReach }: ChildLine, command: PeoplesCommand): boolean => {
  if (command === 'agreeAtReview') return mine;
  return command === 'countersign' || capabilities.get('plan:propose') === 'team' ? inReach : mine;
};

const PLANS: Refusal = { code: 'PLAN_NOT_THEIRS', sentence: 'Only those who work with the child, and their team manager, can do this.', rule: 'locality-hub.plan.20' };
const COUNTERSIGNS: Refusal = { code: 'COUNTERSIGNATURE_NOT_FOR_ROLE', sentence: 'Only the team manager countersigns a plan.', rule: 'locality-hub.plan.21' };
const AGREES: Refusal = { code: 'REVIEW_AGREEMENT_NOT_FOR_ROLE', sentence: 'Only the child’s reviewing officer records what a review agreed.', rule: 'locality-hub.plan.22' };
