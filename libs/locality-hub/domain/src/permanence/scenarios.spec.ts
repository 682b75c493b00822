import { LocalDate, derivedId } from '@permanence/kernel/values';
import { stateOn } from '@permanence/statutory-clocks/catalogue';
import type { Fact } from '../facts/fact.js';
import { CHILD_ID, episode, factsFrom, row } from '../facts/given-rows.fixture.js';
import { followFacts } from './follow-facts.js';
import { PLAN, after, agree, codeOf, countersign, identify, optionsWith, planAfter, propose, step } from './plan.fixture.js';
import { planClock } from './plan-clock.js';
import { type PlanFacts, planFactsOf } from './plan-facts.js';
import { NO_PLAN, type PermanencePlan, evolvePlan } from './permanence-plan.js';

const on = LocalDate;
const review = (REVIEW: string) => row('Reviews', 2026, { DOB: '14/02/2021', REVIEW, REVIEW_CODE: 'PN1' });
const reviewOn = (day: string) => derivedId(CHILD_ID, `review:${day}`);
const followed = (plan: PermanencePlan, facts: PlanFacts): PermanencePlan => followFacts(plan, facts).reduce(evolvePlan, plan);

describe('no plan at the second review (locality-hub.md 8.1, 8.2)', () => {
  const entry = episode(2026, '08/12/2025', { LS: 'C1' });
  const ada = (day: string, ...reviews: readonly string[]): PlanFacts => planFactsOf(factsFrom(entry, ...reviews.map(review)), on(day));
  const options = optionsWith('return-home', 'connected-sgo');
  const proposal = propose(step('viability-done', '2026-05-01', { route: 'connected-sgo' }));
  const proposed = planAfter(ada('2026-03-02', '06/01/2026'), identify(options), proposal, countersign);
  const states = (facts: (day: string) => PlanFacts, ...days: readonly string[]) => days.map((day) => { const found = planClock(proposed, facts(day)); return found && stateOn(found.clock, on(day)); });

  it('is due by 8 April 2026 without a second review, and red from the 9th', () => {
    const first = (day: string) => ada(day, '06/01/2026');
    expect(planClock(NO_PLAN, first('2026-03-02'))?.clock.dueOn).toBe('2026-04-08');
    expect(states(first, '2026-04-08', '2026-04-09')).toEqual(['running', 'overdue']);
    expect(planClock(proposed, first('2026-04-09'))?.missing).toBeUndefined();
  });

  it('is red from 3 April when the second review was held on the 2nd without an agreed plan, until it is agreed', () => {
    const both = (day: string) => ada(day, '06/01/2026', '02/04/2026');
    expect(states(both, '2026-04-02', '2026-04-03', '2026-08-31')).toEqual(['running', 'overdue', 'overdue']);
    expect(planClock(proposed, both('2026-04-02'))?.missing?.code).toBe('PERMANENCE_PLAN_MISSING_AT_SECOND_REVIEW');
    const later = ada('2026-10-02', '06/01/2026', '02/04/2026', '02/10/2026');
    const plan = after(proposed, later, { ...agree, reviewId: reviewOn('2026-10-02') });
    expect(planClock(plan, later)).toMatchObject({ clock: { status: 'met-late', metOn: '2026-10-02', dueOn: '2026-04-02' } });
    expect(planClock(plan, later)?.missing).toBeUndefined();
  });

  it('would be in time if that review had agreed it', () => {
    const both = ada('2026-04-02', '06/01/2026', '02/04/2026');
    const plan = after(proposed, both, { ...agree, reviewId: reviewOn('2026-04-02') });
    expect(planClock(plan, both)?.clock).toMatchObject({ status: 'met', metOn: '2026-04-02' });
  });

  it('goes two ways: home alone is refused, with family or friends beside it accepted', () => {
    const today = ada('2026-03-02', '06/01/2026');
    expect(codeOf(planAfter(today, identify(optionsWith('return-home'))), propose(step('care-plan-filed', '2026-05-01')), today)).toBe('TWIN_TRACK_REQUIRED');
    expect(codeOf(planAfter(today, identify(options)), proposal, today)).toBeUndefined();
  });
});

describe('what the record says of a plan', () => {
  const placed = (more: Readonly<Record<string, string>> = {}) => row('PlacedAdoption', 2026, { DOB: '', DATE_PLACED: '01/02/2026', DATE_PLACED_CEASED: '', REASON_PLACED_CEASED: '', ...more });
  const entry = (LS = 'C2', more = {}) => episode(2026, '12/05/2025', { LS, ...more });
  const on1March = (...rows: Parameters<typeof factsFrom>) => planFactsOf(factsFrom(...rows, review('01/03/2026')), on('2026-03-01'));
  const forAdoption = (): PermanencePlan =>
    planAfter(on1March(entry(), placed()), identify(optionsWith('adoption')), propose(step('adm-should-be-placed', '2026-02-10'), step('placement-order', '2026-04-10'), step('order-made', '2026-12-10')), countersign, { ...agree, reviewId: reviewOn('2026-03-01') });

  it('does planned steps on the days of the files, moves them with a correction and takes them back', () => {
    const done = (plan: PermanencePlan) => plan.milestones.filter(({ doneOn }) => doneOn !== undefined).map(({ code, doneOn }) => [code, doneOn]);
    const plan = followed(forAdoption(), on1March(entry(), placed()));
    expect(done(plan)).toEqual([['adm-should-be-placed', '2026-02-01']]);
    expect(done(followed(plan, on1March(entry(), placed({ DATE_PLACED: '05/02/2026' }))))).toEqual([['adm-should-be-placed', '2026-02-05']]);
    expect(done(followed(plan, on1March(entry())))).toEqual([]);
    expect(followFacts(plan, on1March(entry(), placed()))).toEqual([]);
  });

  it('achieves adoption with the order', () => {
    const rows = [episode(2026, '12/05/2025', { LS: 'E1', DEC: '20/03/2026', REC: 'E11', PLACE: 'A5' }), placed(), review('01/03/2026')];
    const plan = followed(forAdoption(), planFactsOf(factsFrom(...rows), on('2026-03-20')));
    expect([plan.status, plan.achievedOn]).toEqual(['achieved', '2026-03-20']);
  });

  it('achieves special guardianship when care ends for it, and breaks it down when the child comes back', () => {
    const plan = planAfter(on1March(entry()), identify(optionsWith('connected-sgo')), propose(), countersign, { ...agree, reviewId: reviewOn('2026-03-01') });
    const left = entry('C2', { DEC: '20/03/2026', REC: 'E45' });
    const settled = followed(plan, planFactsOf(factsFrom(left, review('01/03/2026')), on('2026-03-20')));
    expect([settled.status, settled.achievedOn]).toEqual(['achieved', '2026-03-20']);
    const back = planFactsOf(factsFrom(left, episode(2027, '10/08/2026'), review('01/03/2026')), on('2026-08-10'));
    expect(followFacts(settled, back)).toMatchObject([{ type: 'permanence-broken-down', effectiveOn: '2026-08-10', data: { planId: PLAN, route: 'connected-sgo', cause: 'order-ended' } }]);
    expect(followed(settled, back)).toEqual(NO_PLAN);
  });

  it('achieves a return home 12 months on, unless the child comes back first', () => {
    const plan = planAfter(on1March(entry()), identify(optionsWith('return-home', 'connected-sgo')), propose(step('viability-done', '2026-05-01', { route: 'connected-sgo' })), countersign, { ...agree, reviewId: reviewOn('2026-03-01') });
    const home = entry('C2', { DEC: '20/03/2026', REC: 'E4A' });
    const onDay = (day: string, ...more: Parameters<typeof factsFrom>) => followed(plan, planFactsOf(factsFrom(home, review('01/03/2026'), ...more), on(day)));
    expect(onDay('2027-03-19').status).toBe('agreed');
    expect(onDay('2027-03-20')).toMatchObject({ status: 'achieved', achievedOn: '2027-03-20' });
    expect(onDay('2026-08-10', episode(2027, '10/08/2026'))).toEqual(NO_PLAN);
  });

  it('achieves long-term fostering by the match, and breaks it down when that home ends unplanned', () => {
    const plan = planAfter(on1March(entry()), identify(optionsWith('long-term-foster-in-house')), propose(step('long-term-match', '2026-05-01')), countersign, { ...agree, reviewId: reviewOn('2026-03-01') });
    const matched = after(plan, planFactsOf(factsFrom(entry()), on('2026-04-20')), { kind: 'setMilestone', milestone: step('long-term-match', '2026-05-01', { doneOn: on('2026-04-20') }) });
    const settled = followed(matched, planFactsOf(factsFrom(entry()), on('2026-04-20')));
    expect([settled.status, settled.achievedOn]).toEqual(['achieved', '2026-04-20']);
    const moved: Fact[] = factsFrom(entry('C2', { DEC: '01/09/2026', REC: 'X1', REASON_PLACE_CHANGE: 'CREQB' }), episode(2027, '01/09/2026', { RNE: 'P', LS: 'C2', PL_POST: 'ST5 1AA', URN: 'SC000002' }));
    expect(followFacts(settled, planFactsOf(moved, on('2026-09-01')))).toMatchObject([{ type: 'permanence-broken-down', effectiveOn: '2026-09-01', data: { cause: 'placement-ended' } }]);
  });

  it('is nothing to a child without a plan', () => expect(followFacts(NO_PLAN, on1March(entry(), placed()))).toEqual([]));
});
