import type { LocalDate } from '@permanence/kernel/values';
import { carePeriods, factData, lastingSpans, legalStatuses, sameCarersSince, spanOn, stays } from './as-of.js';
import type { StaySpan } from './as-of.js';
import type { Fact } from './fact.js';

/** One line of the child list, as of a day. What the facts do not tell is absent: "not recorded". */
export type ChildSummary = Readonly<{
  birthDate?: LocalDate;
  sex?: 'M' | 'F' | 'U';
  ethnicityCode?: string;
  lookedAfter: boolean;
  /** Start of the care period now, or of the last one. */
  inCareSince?: LocalDate;
  /** False: since then at least (rule 4). */
  inCareSinceKnown?: boolean;
  legalStatus?: string;
  placementType?: string;
  provider?: string;
  /** With the same carers since. */
  placementSince?: LocalDate;
  missingSince?: LocalDate;
}>;

/** The record in one line, as of `today`. */
export const summaryOf = (facts: readonly Fact[], today: LocalDate): ChildSummary => {
  const until = facts.filter(({ effectiveOn }) => effectiveOn <= today);
  return { ...whoOf(facts), ...careOf(until, today), missingSince: missingSince(until) };
};

/** Who the child is was so before anything in the record happened. */
const whoOf = (facts: readonly Fact[]): Pick<ChildSummary, 'birthDate' | 'sex' | 'ethnicityCode'> => {
  const child = factData(facts, 'child-updated');
  return child === undefined ? {} : { birthDate: child.birthDate, sex: child.sex, ethnicityCode: child.ethnicityCode };
};

type Care = Pick<ChildSummary, 'lookedAfter' | 'inCareSince' | 'inCareSinceKnown' | 'legalStatus' | 'placementType' | 'provider' | 'placementSince'>;

const careOf = (facts: readonly Fact[], today: LocalDate): Care => {
  const period = carePeriods(facts).at(-1);
  if (period === undefined) return { lookedAfter: false };
  const since = { inCareSince: period.from, inCareSinceKnown: period.data.startKnown };
  if (period.to !== undefined) return { lookedAfter: false, ...since };
  return { lookedAfter: true, ...since, legalStatus: spanOn(legalStatuses(facts), today)?.data.legalStatus, ...placementOf(stays(facts), today) };
};

const placementOf = (all: readonly StaySpan[], today: LocalDate): Pick<ChildSummary, 'placementType' | 'provider' | 'placementSince'> => {
  const stay = spanOn(all, today);
  return stay === undefined ? {} : { placementType: stay.data.placementType, provider: stay.data.provider, placementSince: sameCarersSince(all, stay) };
};

/** Since when the child is missing who has not come back: of several times the last. */
const missingSince = (facts: readonly Fact[]): LocalDate | undefined => lastingSpans(facts, 'missing-episode-started').findLast(({ to }) => to === undefined)?.from;
