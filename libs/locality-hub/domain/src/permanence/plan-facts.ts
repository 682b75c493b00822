import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { type CarePeriodSpan, type StaySpan, byEffectiveDay, carePeriods, legalStatusOn, lookedAfterOn, stays } from '../facts/as-of.js';
import { type Fact, type OutsideFactName, factsOfType } from '../facts/fact.js';

export type HeldReview = Readonly<{ reviewId: Uuid; heldOn: LocalDate; sequence?: number; carePeriodId?: Uuid }>;
export type AdoptionFact = Readonly<{ fact: OutsideFactName; on: LocalDate }>;

/** What the decision about a plan needs to know of the record. */
export type PlanFacts = Readonly<{
  today: LocalDate;
  lookedAfter: boolean;
  /** An interim care order is in force: the court has not decided yet. */
  proceedingsOpen: boolean;
  /** Oldest first. */
  reviews: readonly HeldReview[];
  /** Oldest first. */
  adoption: readonly AdoptionFact[];
  care: readonly CarePeriodSpan[];
  stays: readonly StaySpan[];
}>;

/** 903: interim care order. */
const INTERIM_CARE_ORDER = 'C1';

/** What a record says that bears on the plan, as of `today`: nothing that happens later is known. */
export const planFactsOf = (facts: readonly Fact[], today: LocalDate): PlanFacts => {
  const until = facts.filter(({ effectiveOn }) => effectiveOn <= today);
  return {
    today,
    lookedAfter: lookedAfterOn(until, today),
    proceedingsOpen: legalStatusOn(until, today) === INTERIM_CARE_ORDER,
    reviews: factsOfType(until, 'review-held').sort(byEffectiveDay).map(({ data: { reviewId, heldOn, sequence, carePeriodId } }) => ({ reviewId, heldOn, sequence, carePeriodId })),
    adoption: factsOfType(until, 'outside-fact-recorded').sort(byEffectiveDay).map(({ data: { fact, on } }) => ({ fact, on })),
    care: carePeriods(until),
    stays: stays(until),
  };
};

/** Whether on a day the child should be placed for adoption, by a decision that nobody has changed since (locality-hub.md, rule 26). */
export const shouldBePlacedOn = ({ adoption }: Pick<PlanFacts, 'adoption'>, day: LocalDate): boolean => {
  const decided = adoption.findLast(({ fact, on }) => fact === 'adoption.should-be-placed-decided' && on <= day);
  return decided !== undefined && !adoption.some(({ fact, on }) => fact === 'adoption.plan-changed-away' && on >= decided.on && on <= day);
};
