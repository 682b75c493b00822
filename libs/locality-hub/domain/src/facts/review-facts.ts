import { derivedId } from '@permanence/kernel/values';
import type { LocalDate } from '@permanence/kernel/values';
import { clockToNextReview, dueOn } from '@permanence/statutory-clocks/catalogue';
import type { StatedRow } from '../ssda903/modules.js';
import { isPlacedForAdoption, mainPlacementOn } from './adoption-runs.js';
import { idOf } from './context.js';
import type { Subject } from './context.js';
import type { Fact, FactData } from './fact.js';
import { firstReviewDueOn, reviewsKnownFromStart } from './period-facts.js';
import { cell, dayIn, known, rowsOf } from './stated.js';
import type { Held } from './stated.js';
import type { CarePeriod } from './timeline.js';

/**
 * Statutory reviews with their clocks: C13 (20 working days), C14 (3 months), C15 (6 months).
 * Where the start of the period is not known, or lies before the first collection held, the first review in the files starts the clock: nobody knows whether it was the first, so the next is due by C15 and none has a number.
 */
export const reviewFacts = (subject: Subject, held: Held): Fact[] => {
  const reviews = rowsOf(held, 'Reviews').map(toReview).filter((review) => review !== undefined).sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
  const inPeriod = new Map<CarePeriod, Review[]>();
  return reviews.map((review) => {
    const period = subject.timeline.periods.find(({ from, to }) => from <= review.heldOn && (to === undefined || review.heldOn <= to));
    if (period === undefined) return reviewHeld(subject, review, {});
    const earlier = inPeriod.get(period) ?? [];
    inPeriod.set(period, [...earlier, review]);
    return reviewHeld(subject, review, clocks(subject, period, earlier.map(({ heldOn }) => heldOn), review.heldOn));
  });
};

type Review = { heldOn: LocalDate; code: string | undefined };

const toReview = (row: StatedRow): Review | undefined => {
  const heldOn = dayIn(row, 'REVIEW');
  return heldOn && { heldOn, code: cell(row, 'REVIEW_CODE') };
};

type Clocks = Omit<Partial<FactData['review-held']>, 'reviewId' | 'heldOn' | 'participationCode'>;

const clocks = (subject: Subject, period: CarePeriod, earlier: readonly LocalDate[], heldOn: LocalDate): Clocks => {
  // While the child is placed for adoption other clocks govern (locality-hub.md 4).
  const notAdopting = (day: LocalDate): LocalDate | undefined => (isPlacedForAdoption(mainPlacementOn(period, day)) ? undefined : day);
  const numbered = reviewsKnownFromStart(subject, period);
  const before = earlier.at(-1);
  const due = before === undefined ? firstReviewDueOn(subject, period) : nextDue(before, numbered, earlier.length);
  return {
    carePeriodId: idOf.carePeriod(subject.childId, period.from),
    sequence: numbered ? earlier.length + 1 : undefined,
    dueOn: due && notAdopting(due),
    nextDueOn: notAdopting(nextDue(heldOn, numbered, earlier.length + 1)),
  };
};

/** C14 after the first review, C15 after each later one. */
const nextDue = (heldOn: LocalDate, numbered: boolean, reviewsHeld: number): LocalDate => dueOn(numbered ? clockToNextReview(reviewsHeld) : 'C15', heldOn);

const reviewHeld = ({ childId }: Subject, { heldOn, code }: Review, found: Clocks): Fact => ({
  key: `review:${heldOn}`,
  type: 'review-held',
  effectiveOn: heldOn,
  data: known<FactData['review-held']>({ reviewId: derivedId(childId, `review:${heldOn}`), ...found, heldOn, participationCode: code }),
});
