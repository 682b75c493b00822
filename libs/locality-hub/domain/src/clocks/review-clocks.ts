import { type StatutoryClock, clockToNextReview, meetClock, startClock, voidClock } from '@permanence/statutory-clocks/catalogue';
import { carePeriods } from '../facts/as-of.js';
import type { CarePeriodSpan } from '../facts/as-of.js';
import type { Fact, FactOf } from '../facts/fact.js';
import { factsOfType } from '../facts/fact.js';

type Review = FactOf<'review-held'>;

/** What a clock runs to: the review that met it, the end of care that took its reason away, or neither yet. */
const settled = (clock: StatutoryClock, next: Review | undefined, period: CarePeriodSpan): StatutoryClock => {
  const moved = next ? meetClock(clock, next.effectiveOn) : period.to === undefined ? undefined : voidClock(clock, period.to, 'The child left care.');
  return moved?.ok ? moved.clock : clock;
};

const clocksOfPeriod = (period: CarePeriodSpan, reviews: readonly Review[]): StatutoryClock[] => {
  const known = period.data.firstReviewDueOn !== undefined;
  // Where the files do not reach back to the start of care, nobody can say which review was the first: every next one is due by the clock of later reviews.
  const after = (held: number): StatutoryClock['clockId'] => (known ? clockToNextReview(held) : 'C15');
  const first = known ? [settled(startClock('C13', period.from), reviews[0], period)] : [];
  const later = reviews.flatMap((review, index) => (review.data.nextDueOn === undefined ? [] : [settled(startClock(after(index + 1), review.effectiveOn), reviews[index + 1], period)]));
  return [...first, ...later];
};

/**
 * The review clocks of a record, run and running: C13 to the first review, C14 to the second, C15 to each later one
 * (Care Planning Regulations 2010, regulation 33). None runs while the child is placed for adoption.
 */
export const reviewClocks = (facts: readonly Fact[]): StatutoryClock[] => {
  const reviews = factsOfType(facts, 'review-held').sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  return carePeriods(facts).flatMap((period) => clocksOfPeriod(period, reviews.filter(({ data }) => data.carePeriodId === period.data.carePeriodId)));
};
