import type { LocalDate } from '@permanence/kernel/values';
import type { Refusal } from '@permanence/kernel/decider';
import { type StatutoryClock, meetClock, startClock } from '@permanence/statutory-clocks/catalogue';
import { planDueOn } from '../clocks/plan-clocks.js';
import type { PlanFacts } from './plan-facts.js';
import type { PermanencePlan } from './permanence-plan.js';

/** C18 for a child in care: by when a plan is agreed, and what is wrong when the second review was held without one. */
export type PlanClock = Readonly<{
  clock: StatutoryClock;
  /** False: care began on or before the day from which it is counted. */
  startKnown: boolean;
  missing?: Refusal;
}>;

/**
 * The clock of the plan (C18): agreed by the earlier of the second review and 4 months from the start of care. Met by the
 * newest agreement of this time in care; without one it runs, overdue from the day after (rule 25).
 * @returns undefined when the child is not in care
 */
export const planClock = (plan: PermanencePlan, { care, reviews, lookedAfter }: PlanFacts): PlanClock | undefined => {
  const period = lookedAfter ? care.at(-1) : undefined;
  if (period === undefined) return undefined;
  const second = reviews.find(({ sequence, carePeriodId }) => sequence === 2 && carePeriodId === period.data.carePeriodId)?.heldOn;
  const running: StatutoryClock = { ...startClock('C18', period.from), dueOn: planDueOn(period.from, second) };
  const agreedOn = plan.agreed?.on;
  const isMet = agreedOn !== undefined && agreedOn >= period.from;
  return { clock: isMet ? metOn(running, agreedOn) : running, startKnown: period.data.startKnown, ...(second === undefined || isMet ? {} : { missing: MISSING }) };
};

const MISSING: Refusal = {
  code: 'PERMANENCE_PLAN_MISSING_AT_SECOND_REVIEW', rule: 'locality-hub.permanence.25',
  sentence: 'The second review was held without an agreed plan. The reviewing officer raises this until a plan is agreed.',
};

const metOn = (clock: StatutoryClock, on: LocalDate): StatutoryClock => {
  const met = meetClock(clock, on);
  return met.ok ? met.clock : clock;
};
