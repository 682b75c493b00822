import { type StatutoryClock, dueOn, meetClock, startClock, voidClock } from '@permanence/statutory-clocks/catalogue';
import { type LocalDate, addMonths } from '@permanence/kernel/values';
import { type CarePeriodSpan, carePeriods, factData } from '../facts/as-of.js';
import { type Fact, factsOfType } from '../facts/fact.js';

/** C18: the day by which a plan for permanence is agreed: at the second review, and within 4 months at the latest. */
export const planDueOn = (careSince: LocalDate, secondReviewOn: LocalDate | undefined): LocalDate => {
  const backstop = dueOn('C18', careSince);
  return secondReviewOn !== undefined && secondReviewOn < backstop ? secondReviewOn : backstop;
};

const secondReview = (facts: readonly Fact[], { data }: CarePeriodSpan): LocalDate | undefined =>
  factsOfType(facts, 'review-held').find((review) => review.data.carePeriodId === data.carePeriodId && review.data.sequence === 2)?.effectiveOn;

const firstAgreed = (facts: readonly Fact[], { from, to }: CarePeriodSpan): LocalDate | undefined =>
  factsOfType(facts, 'permanence-plan-set').map(({ data }) => data.agreedOn).filter((on) => on >= from && (to === undefined || on <= to)).sort()[0];

/** The clock to the permanence plan of each care period whose start is known (C18). */
export const planClocks = (facts: readonly Fact[]): StatutoryClock[] =>
  carePeriods(facts).filter(({ data }) => data.firstReviewDueOn !== undefined).map((period) => {
    const clock: StatutoryClock = { ...startClock('C18', period.from), dueOn: planDueOn(period.from, secondReview(facts, period)) };
    const agreed = firstAgreed(facts, period);
    const moved = agreed !== undefined ? meetClock(clock, agreed) : period.to === undefined ? undefined : voidClock(clock, period.to, 'The child left care.');
    return moved?.ok ? moved.clock : clock;
  });

const LEAVING = new Set(['eligible', 'relevant', 'former-relevant']);

/** Whether the young person is owed a pathway plan now: a status that lasts, the last one recorded. */
const isOwedPlan = (facts: readonly Fact[]): boolean => {
  const last = factsOfType(facts, 'leaving-care-status-changed').sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)).at(-1);
  return last !== undefined && LEAVING.has(last.data.status);
};

/** A pathway plan is written in the year before the 15th birthday: earlier it is nobody's work yet. */
const MONTHS_TO_YEAR_OF_PLAN = 14 * 12;

/** C37 for a child who is in care by the 15th birthday, from the 14th on or from coming into care later; who comes after 15 has C38. */
const firstPathwayPlan = (birthDate: LocalDate, inCareSince: LocalDate, today: LocalDate): StatutoryClock[] => {
  const fourteen = addMonths(birthDate, MONTHS_TO_YEAR_OF_PLAN);
  const startedOn = inCareSince > fourteen ? inCareSince : fourteen;
  return startedOn > today ? [] : [{ ...startClock('C37', birthDate), startedOn }];
};

/** The clocks of the pathway plan: one by the 15th birthday of a child in care (C37), then a review every 6 months while the young person is owed it (C39). */
export const pathwayClocks = (facts: readonly Fact[], today: LocalDate): StatutoryClock[] => {
  const last = factsOfType(facts, 'pathway-plan-reviewed').sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)).at(-1);
  const birthDate = factData(facts, 'child-updated')?.birthDate;
  const inCareSince = birthDate && carePeriods(facts).find(({ from, to }) => to === undefined && from <= dueOn('C37', birthDate))?.from;
  if (last !== undefined) return inCareSince !== undefined || isOwedPlan(facts) ? [startClock('C39', last.effectiveOn)] : [];
  return inCareSince === undefined || birthDate === undefined ? [] : firstPathwayPlan(birthDate, inCareSince, today);
};
