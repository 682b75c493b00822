import { type LocalDate, addDays, derivedId } from '@permanence/kernel/values';
import { type FactOf, type StaySpan, type VisitDue, hasVisitClock, isApprovedForATime, legalStatuses, nextVisit, sameCarersSince } from '@permanence/locality-hub/domain';
import { isWorkingDay } from '@permanence/statutory-clocks/catalogue';
import type { Random } from '../random.js';
import { type Care, type Past, later, shareOf, workerOn } from './past.js';
import { type Happened, timeOn } from './recording.js';

/** A home: stays with the same carers, and temporary absences from it. */
type Home = Readonly<{ since: LocalDate; from: LocalDate; to: LocalDate; stays: readonly StaySpan[] }>;

const mainOf = (all: readonly StaySpan[], stay: StaySpan): StaySpan => all.find(({ data }) => data.stayId === stay.data.returnsToStayId) ?? stay;

/** The homes of a period of care, in order. */
export const homesOf = ({ stays, to }: Care): readonly Home[] => {
  const homes: Home[] = [];
  for (const stay of stays) {
    const main = mainOf(stays, stay);
    const since = sameCarersSince(stays, main);
    const last = homes.at(-1);
    const home = { since, from: stay.from, to: stay.to ?? to, stays: [main] };
    if (last?.since === since) homes[homes.length - 1] = { ...last, to: home.to, stays: [...last.stays, main] };
    else homes.push(home);
  }
  return homes;
};

/** How many days before the due day a visit in time is made, by the length of the interval. */
const AHEAD: readonly (readonly [days: number, ahead: number])[] = [[7, 3], [28, 6], [42, 11], [93, 24]];

const toWorkingDay = (day: LocalDate, step: 1 | -1): LocalDate => (isWorkingDay(day) ? day : toWorkingDay(addDays(day, step), step));

const aheadOf = (length: number): number => AHEAD.find(([days]) => length <= days)?.[1] ?? 24;

/** On a working day, later than the visit before. */
const dayOfVisit = (due: VisitDue, inTime: boolean, random: Random): LocalDate => {
  if (!inTime) return toWorkingDay(addDays(due.dueOn, random.between(1, random.chance(0.4) ? 90 : 16)), 1);
  const length = (Date.parse(due.dueOn) - Date.parse(due.startedOn)) / 86_400_000;
  const day = toWorkingDay(addDays(due.dueOn, -random.between(0, aheadOf(length))), -1);
  return day > due.startedOn ? day : toWorkingDay(addDays(due.startedOn, 1), 1);
};

type Visit = FactOf<'statutory-visit-recorded'>;

/** All visits to a child in one home, each as the clock asked for it. */
class HomeVisits {
  private readonly made: Happened[] = [];
  private readonly random: Random;
  private readonly reviewedOn: LocalDate | undefined;
  private readonly connected: boolean;

  constructor(
    private readonly past: Past,
    private readonly care: Care,
    private readonly home: Home,
  ) {
    this.random = past.random.fork('visits', home.since, home.from);
    this.reviewedOn = care.reviews[0]?.effectiveOn;
    this.connected = home.stays[0]?.data.placementType === 'U3' && past.random.fork('connected', home.since).chance(0.6);
  }

  all(): readonly Happened[] {
    const { keptFrom } = this.past.setting;
    let visited = this.home.from < addDays(keptFrom, -60) ? this.takeOver() : undefined;
    for (;;) {
      const due = this.dueAfter(visited);
      if (due === undefined) return this.made;
      const next = this.visit(due);
      if (next === undefined) return this.made;
      visited = next;
    }
  }

  /** Of the years before the record is kept here, the last visit counts. */
  private takeOver(): LocalDate {
    const day = toWorkingDay(addDays(this.past.setting.keptFrom, -this.random.between(3, 36)), -1);
    const due = this.dueAfter(day);
    if (due !== undefined) this.tell(day, { basis: due.clockId, seen: true });
    return day;
  }

  private stayOn(day: LocalDate): StaySpan | undefined {
    return this.home.stays.findLast(({ from }) => from <= day) ?? this.home.stays[0];
  }

  private dueAfter(visitedOn: LocalDate | undefined): VisitDue | undefined {
    const anchor = visitedOn ?? this.home.from;
    const placementType = this.stayOn(anchor)?.data.placementType ?? '';
    if (!hasVisitClock(placementType)) return undefined;
    const legalStatus = legalStatuses(this.past.child.facts).findLast(({ from }) => from <= anchor)?.data.legalStatus;
    const reviewed = this.reviewedOn !== undefined && this.reviewedOn <= addDays(anchor, 7);
    const temporarilyApproved = this.connected && isApprovedForATime(placementType, this.home.since, visitedOn);
    return nextVisit({ placementType, legalStatus, homeSince: this.home.since, visitedOn, temporarilyApproved, reviewed });
  }

  /** @returns the day on which the child was seen, or undefined when the home or the telling ends before it. */
  private visit(due: VisitDue): LocalDate | undefined {
    const inTime = this.random.chance(shareOf(this.past.setting, 'visits', due.dueOn, [0.88, 0.955]));
    const day = dayOfVisit(due, inTime, this.random);
    const asked = { basis: due.clockId, dueOn: due.dueOn };
    if (this.isOver(day)) return undefined;
    if (this.random.chance(0.975)) return this.tell(day, { ...asked, seen: true });
    this.tell(day, { ...asked, seen: false });
    const again = toWorkingDay(addDays(day, this.random.between(1, 4)), 1);
    return this.isOver(again) ? undefined : this.tell(again, { ...asked, seen: true });
  }

  private isOver(day: LocalDate): boolean {
    // Carers who become the child's adopters are visited by the adoption agency from that day on.
    return day >= this.home.to || day >= this.past.setting.today || !hasVisitClock(this.stayOn(day)?.data.placementType ?? '');
  }

  private tell(day: LocalDate, what: Pick<Visit['data'], 'basis' | 'dueOn' | 'seen'>): LocalDate {
    const visitedAt = timeOn(day, this.random.between(9 * 60, 17 * 60));
    const seenAlone = what.seen && this.random.chance(0.9);
    const next = what.seen ? this.dueAfter(day) : undefined;
    const data: Visit['data'] = { visitId: derivedId(this.past.child.childId, `visit:${day}`), ...what, visitedAt, seenAlone, ...(next === undefined ? {} : { nextDueOn: next.dueOn }) };
    const fact: Visit = { key: `visit:${day}`, type: 'statutory-visit-recorded', effectiveOn: day, data };
    this.made.push({ fact, by: workerOn(this.past, day), at: visitedAt, ...(what.seen ? { slip: { ...fact, data: { ...data, seenAlone: !seenAlone } } } : {}) });
    return day;
  }
}

/** Statutory visits (Care Planning Regulations 2010, regulation 28) to a child in every home but those of adopters, most of them in time. */
export const visitsOf = (past: Past): Happened[] =>
  past.care.flatMap((care) => homesOf(care).filter(({ to, from }) => to > later(from, past.setting.keptFrom)).flatMap((home) => new HomeVisits(past, care, home).all()));
