import { addDays, daysBetween } from '@permanence/kernel/values';
import type { LocalDate } from '@permanence/kernel/values';
import {
  type Fact, type FactOf, type FactType, NO_PLAN, type PlanEvent, carePeriods, evolvePlan, factData, factsOfType, hasVisitClock, isApprovedForATime, legalStatuses, nextVisit, planDueOn, sameCarersSince, stays,
} from '@permanence/locality-hub/domain';
import { SETTING, TODAY, type Told, knownChildren, toldOf } from './told.fixture.js';

const children = knownChildren(70);
const told: readonly Told[] = toldOf(children);
const entries = told.flatMap(({ entries: mine }) => mine);
const { keptFrom } = SETTING;

/** What is known of a child in the end: of entries with one key the last written. */
const known = ({ entries: mine }: Told): Fact[] => [...new Map([...mine].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).map(({ fact }) => [fact.key, fact])).values()];
const ofType = <T extends FactType>(type: T): FactOf<T>[] => told.flatMap((each) => factsOfType(known(each), type));
const share = (part: number, whole: number): number => part / whole;

describe('what a council recorded over the years', () => {
  it('is the same for the same seed, child and day', () => {
    expect(toldOf(children)).toEqual(told);
  });

  it('tells nothing twice at once', () => {
    for (const { entries: mine } of told) expect(new Set(mine.map(({ fact, recordedAt }) => `${fact.key} ${recordedAt}`)).size).toBe(mine.length);
  });

  it('never comes before the day it tells of, nor today or later', () => {
    expect(entries.filter(({ fact, recordedAt }) => recordedAt.slice(0, 10) < fact.effectiveOn || recordedAt.slice(0, 10) >= TODAY).map(({ fact }) => fact.key)).toEqual([]);
    expect(entries.filter(({ recordedAt }) => recordedAt.slice(0, 10) < keptFrom)).toEqual([]);
  });

  it('tells of nothing before birth', () => {
    for (const { child, entries: mine } of told) {
      const born = factData(child.facts, 'child-updated')?.birthDate ?? '';
      expect(mine.filter(({ fact }) => fact.effectiveOn < born).map(({ fact }) => fact.key)).toEqual([]);
    }
  });

  const IN_CARE: readonly FactType[] = ['statutory-visit-recorded', 'health-assessment-completed', 'dental-check-completed', 'sdq-scored', 'pep-reviewed', 'placement-move-recorded'];
  it('tells of visits, checks, plans for school and moves only while the child is in care', () => {
    for (const { child, entries: mine } of told) {
      const periods = carePeriods(child.facts);
      const outside = mine.filter(({ fact }) => IN_CARE.includes(fact.type) && !periods.some(({ from, to }) => from <= fact.effectiveOn && (to === undefined || fact.effectiveOn <= to)));
      expect(outside.map(({ fact }) => `${child.code} ${fact.key}`)).toEqual([]);
    }
  });

  it('is written down weeks late in about 3 of 100, and put right later in about 1 of 100', () => {
    const mended = new Set<string>();
    const first = new Map<string, (typeof entries)[number]>();
    for (const { child, entries: mine } of told)
      for (const entry of [...mine].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))) {
        const name = `${child.code} ${child.recordNo} ${entry.fact.key}`;
        if (first.has(name)) mended.add(name);
        else first.set(name, entry);
      }
    const drawn = [...first.values()].filter(({ fact }) => fact.effectiveOn >= keptFrom && fact.type !== 'placement-move-recorded' && !fact.type.startsWith('permanence'));
    const late = drawn.filter(({ fact, recordedAt }) => daysBetween(fact.effectiveOn, recordedAt.slice(0, 10) as LocalDate) > 7);
    expect(share(late.length, drawn.length)).toBeGreaterThan(0.02);
    expect(share(late.length, drawn.length)).toBeLessThan(0.04);
    expect(share(mended.size, first.size)).toBeGreaterThan(0.005);
    expect(share(mended.size, first.size)).toBeLessThan(0.02);
  });
});

/** The home that a day of a child's counts for: on a temporary absence the one to which the child returns. */
const homeOn = ({ child }: Told, day: LocalDate) => {
  const all = stays(child.facts);
  const stay = all.findLast(({ from }) => from <= day);
  const home = all.find((other) => other.data.stayId === stay?.data.returnsToStayId) ?? stay;
  if (home === undefined) throw new Error(`${child.code} lives nowhere on ${day}`);
  return { home, since: sameCarersSince(all, home) };
};

/** Which clock asks for a visit, and when, by the visit before it. */
const askedFor = (each: Told, visit: FactOf<'statutory-visit-recorded'>, visitedOn: LocalDate | undefined) => {
  const { home: { data: { carePeriodId } }, since } = homeOn(each, visit.effectiveOn);
  const anchor = visitedOn ?? since;
  const { placementType } = homeOn(each, anchor).home.data;
  return nextVisit({
    placementType, homeSince: since, visitedOn, legalStatus: legalStatuses(each.child.facts).findLast(({ from }) => from <= anchor)?.data.legalStatus,
    temporarilyApproved: visit.data.basis === 'C06' && isApprovedForATime(placementType, since, visitedOn),
    reviewed: factsOfType(each.child.facts, 'review-held').some((review) => review.data.carePeriodId === carePeriodId && review.effectiveOn <= addDays(anchor, 7)),
  });
};

describe('visits', () => {
  it('are each due when the catalogue says, counted from the visit before', () => {
    for (const each of told) {
      let before: { on: LocalDate; since: LocalDate } | undefined;
      for (const visit of factsOfType(known(each), 'statutory-visit-recorded').sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))) {
        const { home, since } = homeOn(each, visit.effectiveOn);
        const { clockId, dueOn } = askedFor(each, visit, before?.since === since ? before.on : undefined);
        // Of the time before the record only the last visit is taken over: the one before it is not there to count from.
        if (visit.data.dueOn !== undefined && visit.effectiveOn >= keptFrom) expect([each.child.code, visit.key, visit.data.basis, visit.data.dueOn]).toEqual([each.child.code, visit.key, clockId, dueOn]);
        expect(hasVisitClock(home.data.placementType)).toBe(true);
        if (visit.data.seen) before = { on: visit.effectiveOn, since };
      }
    }
  });

  it('are about nine of ten in time, mostly alone with the child, and of every kind that files can tell', () => {
    const visits = ofType('statutory-visit-recorded').filter(({ data }) => data.seen && data.dueOn !== undefined);
    const inTime = visits.filter(({ effectiveOn, data }) => effectiveOn <= (data.dueOn ?? ''));
    expect(share(inTime.length, visits.length)).toBeGreaterThan(0.86);
    expect(share(inTime.length, visits.length)).toBeLessThan(0.96);
    expect(share(visits.filter(({ data }) => data.seenAlone).length, visits.length)).toBeGreaterThan(0.85);
    expect([...new Set(visits.map(({ data }) => data.basis))].sort()).toEqual(['C01', 'C02', 'C03', 'C04', 'C06', 'C08']);
    expect(ofType('statutory-visit-recorded').filter(({ data }) => !data.seen).length).toBeGreaterThan(0);
  });
});

describe('endings of placements', () => {
  const ends = ofType('placement-move-recorded').filter(({ data }) => data.part === 'end');

  it('are unplanned by the carers exactly where the files say so, and by others in some of 100', () => {
    const byCarer = new Set(children.flatMap(({ facts }) => stays(facts)).filter(({ endKind }) => endKind === 'unplanned-by-carer').map(({ data }) => data.stayId));
    for (const { data } of ends) expect(data.endKind === 'unplanned-by-carer').toBe(byCarer.has(data.stayId));
    const other = share(ends.filter(({ data }) => data.endKind === 'unplanned-other').length, ends.length);
    expect(other).toBeGreaterThan(0.03);
    expect(other).toBeLessThan(0.1);
  });

  it('are written down within 24 hours, or 72 with a reason, unless they are called late', () => {
    for (const { fact, recordedAt } of entries) {
      if (fact.type !== 'placement-move-recorded') continue;
      const hours = (Date.parse(recordedAt) - Date.parse(fact.data.movedAt)) / 3_600_000;
      expect(hours > (fact.data.exceptionReason === undefined ? 24 : 72)).toBe(fact.data.late);
    }
  });
});

describe('permanence plans', () => {
  it('fold from their events, in the order in which they were written', () => {
    for (const { entries: mine } of told) {
      const events = mine.map(({ fact }) => fact).filter(({ type }) => type.startsWith('permanence-')) as unknown as PlanEvent[];
      expect(() => events.reduce(evolvePlan, NO_PLAN)).not.toThrow();
      expect(events.map(({ effectiveOn }) => effectiveOn).filter((day) => day >= TODAY)).toEqual([]);
    }
  });

  it('are agreed for most children by the second review, late for some, changed for some, achieved for others', () => {
    const first = told.flatMap((each) => {
      const period = carePeriods(each.child.facts).find(({ from, data }) => from >= keptFrom && data.firstReviewDueOn !== undefined);
      const set = factsOfType(known(each), 'permanence-plan-set').map(({ data }) => data.agreedOn).filter((on) => period !== undefined && on >= period.from && on <= (period.to ?? TODAY)).sort()[0];
      const second = factsOfType(each.child.facts, 'review-held').find(({ data }) => data.carePeriodId === period?.data.carePeriodId && data.sequence === 2)?.effectiveOn;
      return period === undefined || set === undefined ? [] : [{ set, second, due: planDueOn(period.from, second) }];
    });
    const late = share(first.filter(({ set, second }) => second === undefined || set > second).length, first.length);
    expect(late).toBeGreaterThan(0.05);
    expect(late).toBeLessThan(0.25);
    expect(ofType('permanence-plan-changed').length).toBeGreaterThan(0);
    expect(ofType('permanence-achieved').length).toBeGreaterThan(0);
    expect(ofType('permanence-broken-down').length).toBeGreaterThan(0);
  });

  it('end as the files say: whoever is adopted had a plan of adoption that was achieved', () => {
    for (const each of told) {
      const adopted = factsOfType(each.child.facts, 'outside-fact-recorded').find(({ data }) => data.fact === 'adoption.order-made' && data.on >= addDays(keptFrom, 400) && data.on < addDays(TODAY, -60));
      const decided = factsOfType(each.child.facts, 'outside-fact-recorded').find(({ data }) => data.fact === 'adoption.should-be-placed-decided' && data.on >= keptFrom);
      if (adopted !== undefined && decided !== undefined) expect(factsOfType(known(each), 'permanence-achieved').map(({ data }) => data.route)).toContain('adoption');
    }
  });
});

describe('young people', () => {
  it('have a status only from 16 on, and it goes forward', () => {
    const ORDER = ['qualifying', 'eligible', 'relevant', 'former-relevant', 'closed'];
    for (const each of told) {
      const steps = factsOfType(known(each), 'leaving-care-status-changed').sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1)).map(({ data }) => ORDER.indexOf(data.status));
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
    }
    expect(new Set(ofType('leaving-care-status-changed').map(({ data }) => data.unit))).toEqual(new Set(['permanency-hub', 'council-team']));
  });

  it('with a disability are about 15 of 100 children', () => {
    const traits = ofType('characteristics-recorded');
    const disabled = share(traits.filter(({ data }) => (data.disabilityCodes ?? []).length > 0).length, traits.length);
    expect(disabled).toBeGreaterThan(0.08);
    expect(disabled).toBeLessThan(0.22);
  });
});
