import type { LocalDate } from '@permanence/kernel/values';
import { byEffectiveDay, carePeriods, lastingSpans, legalStatuses, stays } from './as-of.js';
import type { CarePeriodSpan, LegalStatusSpan, Span, StaySpan } from './as-of.js';
import { factsOfType } from './fact.js';
import type { Fact, FactOf } from './fact.js';

/** What the picture of a child's care shows, each series in order of days. */
export type CarePicture = Readonly<{
  /** First and last day shown: from the first thing known to `today`. */
  from: LocalDate;
  to: LocalDate;
  periods: readonly CarePeriodSpan[];
  legalStatuses: readonly LegalStatusSpan[];
  homes: readonly StaySpan[];
  shortBreaks: readonly Span<FactOf<'short-break-started'>['data']>[];
  reviews: readonly FactOf<'review-held'>[];
  workers: readonly Span<FactOf<'social-worker-allocated'>['data']>[];
  missing: readonly Span<FactOf<'missing-episode-started'>['data']>[];
}>;

/** The series of the picture as of `today`. */
export const carePicture = (facts: readonly Fact[], today: LocalDate): CarePicture => {
  const until = facts.filter(({ effectiveOn }) => effectiveOn <= today);
  return {
    from: until.reduce((first, { effectiveOn, type }) => (effectiveOn < first && type !== 'child-updated' && type !== 'child-named' ? effectiveOn : first), today),
    to: today,
    periods: carePeriods(until),
    legalStatuses: legalStatuses(until),
    homes: stays(until),
    shortBreaks: lastingSpans(until, 'short-break-started'),
    reviews: factsOfType(until, 'review-held').sort(byEffectiveDay),
    workers: lastingSpans(until, 'social-worker-allocated'),
    missing: lastingSpans(until, 'missing-episode-started'),
  };
};
