import { ageOn, collectionYearOf } from '@permanence/kernel/values';
import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { byEffectiveDay, carePeriods, factData, lastingSpans, legalStatuses, sameCarersSince, spanOn, stays } from './as-of.js';
import type { CarePeriodSpan, LastingStart, Span, StaySpan } from './as-of.js';
import { factsOfType } from './fact.js';
import type { Fact, FactOf } from './fact.js';

/** One line of the child list, as of a day. What the facts do not tell is absent: "not recorded". */
export type ChildSummary = Readonly<{
  birthDate?: LocalDate;
  ageYears?: number;
  sex?: 'M' | 'F' | 'U';
  ethnicityCode?: string;
  lookedAfter: boolean;
  /** Start of the care period now, or of the last one. */
  inCareSince?: LocalDate;
  /** False: since then at least (rule 4). */
  inCareSinceKnown?: boolean;
  leftCareOn?: LocalDate;
  leftCareReason?: string;
  legalStatus?: string;
  placementType?: string;
  provider?: string;
  placementLocalAuthority?: string;
  /** With the same carers since. */
  placementSince?: LocalDate;
  shortBreaks: boolean;
  /** Registration of the worker now allocated, of several the last. */
  workerRegistration?: string;
  /** The same where a manager allocated a person of the council. */
  workerId?: Uuid;
  lastReviewOn?: LocalDate;
  nextReviewDueOn?: LocalDate;
  missingSince?: LocalDate;
  /** Newest year in which the child is reported as a care leaver (OC3). */
  careLeaverYear?: number;
}>;

/** The record in one line, as of `today`. */
export const summaryOf = (facts: readonly Fact[], today: LocalDate): ChildSummary => {
  const until = facts.filter(({ effectiveOn }) => effectiveOn <= today);
  const period = carePeriods(until).at(-1);
  const worker = openOf(until, 'social-worker-allocated')?.data;
  return {
    ...whoOf(facts, today),
    ...careOf(until, period, today),
    shortBreaks: openOf(until, 'short-break-started') !== undefined,
    workerRegistration: worker?.swRegistration,
    workerId: worker?.workerId,
    ...reviewsOf(until, period),
    missingSince: openOf(until, 'missing-episode-started')?.from,
    careLeaverYear: careLeaverYear(facts, today),
  };
};

/** Who the child is was so before anything in the record happened. */
const whoOf = (facts: readonly Fact[], today: LocalDate): Pick<ChildSummary, 'birthDate' | 'ageYears' | 'sex' | 'ethnicityCode'> => {
  const child = factData(facts, 'child-updated');
  if (child === undefined) return {};
  const { birthDate, sex, ethnicityCode } = child;
  return { birthDate, ageYears: birthDate === undefined || birthDate > today ? undefined : ageOn(birthDate, today), sex, ethnicityCode };
};

/** The newest collection, of those begun, that reports the child as a care leaver: its birthday may be yet to come. */
const careLeaverYear = (facts: readonly Fact[], today: LocalDate): number | undefined => {
  const years = factsOfType(facts, 'care-leaver-status-recorded').map(({ data }) => data.year).filter((year) => year <= collectionYearOf(today));
  return years.length === 0 ? undefined : Math.max(...years);
};

type Care = Pick<ChildSummary, 'lookedAfter' | 'inCareSince' | 'inCareSinceKnown' | 'leftCareOn' | 'leftCareReason' | 'legalStatus' | 'placementType' | 'provider' | 'placementLocalAuthority' | 'placementSince'>;

const careOf = (facts: readonly Fact[], period: CarePeriodSpan | undefined, today: LocalDate): Care => {
  if (period === undefined) return { lookedAfter: false };
  const since = { inCareSince: period.from, inCareSinceKnown: period.data.startKnown };
  if (period.to !== undefined) return { lookedAfter: false, ...since, leftCareOn: period.to, leftCareReason: period.reasonCode };
  return { lookedAfter: true, ...since, legalStatus: spanOn(legalStatuses(facts), today)?.data.legalStatus, ...placementOf(stays(facts), today) };
};

const placementOf = (all: readonly StaySpan[], today: LocalDate): Pick<ChildSummary, 'placementType' | 'provider' | 'placementLocalAuthority' | 'placementSince'> => {
  const stay = spanOn(all, today);
  if (stay === undefined) return {};
  const { placementType, provider, localAuthorityCode } = stay.data;
  return { placementType, provider, placementLocalAuthority: localAuthorityCode, placementSince: sameCarersSince(all, stay) };
};

const reviewsOf = (facts: readonly Fact[], period: CarePeriodSpan | undefined): Pick<ChildSummary, 'lastReviewOn' | 'nextReviewDueOn'> => {
  const reviews = factsOfType(facts, 'review-held');
  const last = newest(reviews);
  if (period === undefined || period.to !== undefined) return { lastReviewOn: last?.effectiveOn };
  const inPeriod = newest(reviews.filter(({ data }) => data.carePeriodId === period.data.carePeriodId));
  return { lastReviewOn: last?.effectiveOn, nextReviewDueOn: inPeriod === undefined ? period.data.firstReviewDueOn : inPeriod.data.nextDueOn };
};

/** The last one begun that has not ended. */
const openOf = <S extends LastingStart>(facts: readonly Fact[], start: S): Span<FactOf<S>['data']> | undefined => lastingSpans(facts, start).findLast(({ to }) => to === undefined);

const newest = (reviews: readonly FactOf<'review-held'>[]): FactOf<'review-held'> | undefined => reviews.toSorted(byEffectiveDay).at(-1);
