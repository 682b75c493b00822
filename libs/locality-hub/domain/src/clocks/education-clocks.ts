import { type StatutoryClock, meetClock, startClock } from '@permanence/statutory-clocks/catalogue';
import type { LocalDate } from '@permanence/kernel/values';
import { type CarePeriodSpan, carePeriods, factData } from '../facts/as-of.js';
import { type Fact, type FactOf, factsOfType } from '../facts/fact.js';
import { isOfPlanAge, termsBetween } from './school-terms.js';

type Plan = FactOf<'pep-reviewed'>;

const plansIn = (facts: readonly Fact[], { from, to }: CarePeriodSpan): Plan[] =>
  factsOfType(facts, 'pep-reviewed').filter(({ effectiveOn }) => effectiveOn >= from && (to === undefined || effectiveOn <= to)).sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));

/** C26 until the first plan, where the start of care is known: nobody knows here whether an entry was planned, so the days of an emergency run. */
const firstPlan = (period: CarePeriodSpan, plan: Plan | undefined): StatutoryClock[] => {
  if (period.data.firstReviewDueOn === undefined) return [];
  const clock = startClock('C26', period.from);
  const moved = plan ? meetClock(clock, plan.effectiveOn) : undefined;
  return [moved?.ok ? moved.clock : clock];
};

/** C27: from the term after the one in which the last plan was made; a term that is over without a plan stays open. */
const nextTerm = (last: Plan, today: LocalDate): StatutoryClock[] => {
  const [term] = termsBetween(last.effectiveOn, today).filter(({ from, termId }) => from > last.effectiveOn && termId !== last.data.termId);
  return term === undefined ? [] : [{ status: 'running', clockId: 'C27', startedOn: term.from, dueOn: term.to }];
};

/** The clocks of the personal education plan of a child in care: the first one (C26), then one each term (C27). */
export const educationClocks = (facts: readonly Fact[], today: LocalDate): StatutoryClock[] => {
  const period = carePeriods(facts).at(-1);
  const birthDate = factData(facts, 'child-updated')?.birthDate;
  if (period === undefined || period.to !== undefined || birthDate === undefined || !isOfPlanAge(birthDate, today)) return [];
  const plans = plansIn(facts, period);
  const last = plans.at(-1);
  return [...(isOfPlanAge(birthDate, period.from) ? firstPlan(period, plans[0]) : []), ...(last === undefined ? [] : nextTerm(last, today))];
};
