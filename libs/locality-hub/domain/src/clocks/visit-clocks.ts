import { type ClockId, type StatutoryClock, dueOn, startClock } from '@permanence/statutory-clocks/catalogue';
import { type LocalDate, addDays, addMonths } from '@permanence/kernel/values';
import { type CarePeriodSpan, type StaySpan, carePeriods, legalStatusOn, sameCarersSince, spanOn, stays } from '../facts/as-of.js';
import { type Fact, type FactOf, factsOfType } from '../facts/fact.js';

type Visit = FactOf<'statutory-visit-recorded'>;

/** What decides when a child is to be visited again. */
export type VisitCase = Readonly<{
  /** 903 code of the home. */
  placementType: string;
  legalStatus: string | undefined;
  /** First day with these carers. */
  homeSince: LocalDate;
  /** The last visit in this home on which the child was seen; none yet. */
  visitedOn: LocalDate | undefined;
  /** The last visit was one of a connected person approved for a time (regulation 24). */
  temporarilyApproved: boolean;
  /** Whether the first review of the care period is held. */
  reviewed: boolean;
}>;

/** A clock of visits: which, in which of its cases, from which day. */
export type VisitDue = Readonly<{ clockId: ClockId; part?: string; startedOn: LocalDate; dueOn: LocalDate }>;

/** Meant to last until 18: a long-term foster placement. */
const LONG_TERM = new Set(['U1', 'U4']);

/** Temporary absences have no clock of their own; adoptive placements have the adoption agency's. */
export const hasVisitClock = (placementType: string): boolean => !/^(T\d|A[3-6])$/.test(placementType);

/** An approval for a time lasts 16 weeks (regulation 24). */
const APPROVED_DAYS = 112;

/** Whether a home with a connected person is still one that is approved for a time, by what its last visit was. */
export const isApprovedForATime = (placementType: string, homeSince: LocalDate, visitedOn: LocalDate | undefined): boolean =>
  placementType === 'U3' && (visitedOn === undefined || visitedOn < addDays(homeSince, APPROVED_DAYS));

const due = (clockId: ClockId, startedOn: LocalDate, part?: string): VisitDue => ({ clockId, ...(part === undefined ? {} : { part }), startedOn, dueOn: dueOn(clockId, startedOn, part) });

/**
 * When the next statutory visit is due (Care Planning Regulations 2010, regulation 28), first match wins: a child at home under an interim
 * order or with a connected person approved for a time (C06), at home under a care order (C08), the first visit (C01), after the first year
 * a long-term placement (C03) or another (C04), the first year (C02). The interval is chosen on the day of the last visit. What no record
 * says is not guessed: a placement under regulation 19 (C07), a living arrangement run by others (C09) and fewer visits at the child's wish (C05).
 */
export const nextVisit = (child: VisitCase): VisitDue => {
  const { placementType, legalStatus, homeSince, visitedOn } = child;
  const orderAtHome = placementType === 'P1' ? legalStatus : undefined;
  if (child.temporarilyApproved || orderAtHome === 'C1') return closelyVisited(child);
  if (orderAtHome === 'C2') return visitedOn === undefined ? due('C08', homeSince, 'first') : due('C08', visitedOn, 'later');
  return visitedOn === undefined ? due('C01', homeSince) : usual(placementType, homeSince, visitedOn);
};

const closelyVisited = ({ homeSince, visitedOn, reviewed }: VisitCase): VisitDue => due('C06', visitedOn ?? homeSince, reviewed && visitedOn !== undefined ? 'after-first-review' : 'to-first-review');

const usual = (placementType: string, homeSince: LocalDate, visitedOn: LocalDate): VisitDue => {
  if (visitedOn < addMonths(homeSince, 12)) return due('C02', visitedOn);
  return due(LONG_TERM.has(placementType) ? 'C03' : 'C04', visitedOn);
};

/** The home that counts: on a temporary absence the one to which the child returns. */
const homeOf = (all: readonly StaySpan[], stay: StaySpan): StaySpan => all.find(({ data }) => data.stayId === stay.data.returnsToStayId) ?? stay;

const lastSeen = (facts: readonly Fact[], since: LocalDate): Visit | undefined =>
  factsOfType(facts, 'statutory-visit-recorded').filter(({ effectiveOn, data }) => data.seen && effectiveOn >= since).reduce<Visit | undefined>((last, visit) => (last === undefined || visit.effectiveOn >= last.effectiveOn ? visit : last), undefined);

const isReviewed = (facts: readonly Fact[], period: CarePeriodSpan): boolean => factsOfType(facts, 'review-held').some(({ data }) => data.carePeriodId === period.data.carePeriodId);

type HomeNow = Readonly<{ period: CarePeriodSpan; all: readonly StaySpan[]; stay: StaySpan }>;

/** Where the child lives who is in care now, if that is known. */
const homeNow = (facts: readonly Fact[]): HomeNow | undefined => {
  const period = carePeriods(facts).at(-1);
  const all = stays(facts);
  const current = all.at(-1);
  if (period === undefined || current === undefined) return undefined;
  return period.to === undefined && current.to === undefined ? { period, all, stay: homeOf(all, current) } : undefined;
};

/**
 * The visit clock that runs for a child in care, or none. The first visit of a home counts only where its start is known to the record (C01 of the stay).
 * @param facts what files state and what was recorded here
 */
export const visitClocks = (facts: readonly Fact[]): StatutoryClock[] => {
  const home = homeNow(facts);
  if (home === undefined || !hasVisitClock(home.stay.data.placementType)) return [];
  const { all, stay } = home;
  const homeSince = sameCarersSince(all, stay);
  const visit = lastSeen(facts, homeSince);
  if (visit === undefined && spanOn(all, homeSince)?.data.firstVisitDueOn === undefined) return [];
  const next = nextVisit(caseOf(facts, home, homeSince, visit));
  return [startClock(next.clockId, next.startedOn, next.part)];
};

const caseOf = (facts: readonly Fact[], { period, stay }: HomeNow, homeSince: LocalDate, visit: Visit | undefined): VisitCase => {
  const { placementType } = stay.data;
  const visitedOn = visit?.effectiveOn;
  return {
    placementType, homeSince, visitedOn, legalStatus: legalStatusOn(facts, visitedOn ?? stay.from), reviewed: isReviewed(facts, period),
    temporarilyApproved: visit?.data.basis === 'C06' && isApprovedForATime(placementType, homeSince, visitedOn),
  };
};
