import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { known } from '../facts/stated.js';
import type { PermanencePlan } from './permanence-plan.js';
import type { PlanEvent, PlanFactData, PlanFactType } from './plan-fact.js';

/** An event as the log keeps it: what is not known is left out. */
export const eventOf = <T extends PlanFactType>(type: T, effectiveOn: LocalDate, data: PlanFactData[T]): PlanEvent => ({ type, effectiveOn, data: known(data) }) as PlanEvent;

/** @throws Error where there is no plan: a guard comes first. */
export const planIdOf = ({ planId }: PermanencePlan): Uuid => {
  if (planId === undefined) throw new Error('a plan without an id');
  return planId;
};

const OF_A_PLAN: Readonly<Record<PlanFactType, true>> = {
  'permanence-options-identified': true, 'permanence-option-placed': true, 'permanence-plan-proposed': true, 'permanence-plan-countersigned': true, 'permanence-limb-recorded': true,
  'permanence-plan-set': true, 'permanence-plan-changed': true, 'permanence-milestone-moved': true, 'permanence-achieved': true, 'permanence-broken-down': true,
};

/** The kinds of events that a plan is the fold of. */
export const PLAN_EVENT_TYPES = Object.keys(OF_A_PLAN) as readonly PlanFactType[];
