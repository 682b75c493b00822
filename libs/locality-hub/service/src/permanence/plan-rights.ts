import type { PlanCommandKind } from '@permanence/locality-hub/domain';
import type { Refusal } from '@permanence/kernel/decider';
import type { Who } from '@permanence/platform/identity';
import type { ChildLine } from '../children/child.store.js';

/** Commands that people give; a plan is achieved by the record itself. */
export const PEOPLES_COMMANDS = ['identifyOptions', 'placeOption', 'proposePlan', 'countersign', 'agreeAtReview', 'changePlan', 'setMilestone', 'recordLimb', 'breakDown'] as const satisfies readonly PlanCommandKind[];
export type PeoplesCommand = (typeof PEOPLES_COMMANDS)[number];

/** Why a person may never give a command about this child, or undefined: who proposes, who countersigns and who agrees are three people's tasks (locality-hub.md 3.2). */
export const notTheirs = (who: Who, line: ChildLine, command: PeoplesCommand): Refusal | undefined => {
  if (command === 'countersign') return who.capabilities.get('plan:agree') === 'team' && line.inReach ? undefined : COUNTERSIGNS;
  if (command === 'agreeAtReview') return who.roles.includes('reviewing-officer') && line.mine ? undefined : AGREES;
  return mayPlan(who, line) ? undefined : PLANS;
};

const mayPlan = ({ capabilities }: Who, { mine, inReach }: ChildLine): boolean => {
  const reach = capabilities.get('plan:propose');
  return reach === 'own' ? mine : reach === 'team' && inReach;
};

const PLANS: Refusal = { code: 'PLAN_NOT_THEIRS', sentence: 'Only the child’s own social worker or their team manager can do this.', rule: 'locality-hub.plan.20' };
const COUNTERSIGNS: Refusal = { code: 'COUNTERSIGNATURE_NOT_FOR_ROLE', sentence: 'Only the team manager countersigns a plan.', rule: 'locality-hub.plan.21' };
const AGREES: Refusal = { code: 'REVIEW_AGREEMENT_NOT_FOR_ROLE', sentence: 'Only the child’s reviewing officer records what a review agreed.', rule: 'locality-hub.plan.22' };
