import { LocalDate } from '@permanence/kernel/values';
import type { Fact } from '../facts/fact.js';
import { episode, factsFrom, row } from '../facts/given-rows.fixture.js';
import { FACTS, NADIA, agreed, countersigned, step } from '../permanence/plan.fixture.js';
import { NO_PLAN, type PermanencePlan } from '../permanence/permanence-plan.js';
import { hardToPlaceReasons } from './harder-to-place.js';
import { trackerLine } from './tracker-line.js';

const on = LocalDate;
const review = (REVIEW: string) => row('Reviews', 2027, { DOB: '', REVIEW, REVIEW_CODE: 'PN1' });
const line = (plan: PermanencePlan, day: string, ...rows: Parameters<typeof factsFrom>) => trackerLine(plan, factsFrom(...rows), on(day));

describe('a line of the tracker', () => {
  it('waits for the first review, then for the plan within four months, late from the next day', () => {
    const entry = episode(2027, '11/05/2026');
    expect(line(NO_PLAN, '2026-05-20', entry)).toMatchObject({ status: 'none', next: 'first-review', nextDueOn: '2026-06-09', reviews: 0, steps: [] });
    expect(line(NO_PLAN, '2026-06-10', entry, review('05/06/2026'))).toMatchObject({ next: 'agree-plan', nextDueOn: '2026-09-11', planDueOn: '2026-09-11', missingAtSecondReview: false, reviews: 1 });
    expect(line(NO_PLAN, '2026-09-20', entry, review('05/06/2026'), review('01/09/2026'))).toMatchObject({ next: 'agree-plan', nextDueOn: '2026-09-01', missingAtSecondReview: true, reviews: 2 });
  });

  it('shows of all that is open what is due first, with what stands in the way', () => {
    const entry = episode(2027, '11/05/2026');
    const plan: PermanencePlan = { ...agreed, milestones: [step('match', '2026-12-10', { blocker: 'No report.', ownerId: NADIA }), step('long-term-match', '2026-11-10')] };
    expect(line(plan, FACTS.today, entry, review('05/06/2026'))).toMatchObject({ status: 'agreed', primary: 'long-term-foster-in-house', agreedOn: '2026-09-30', next: 'long-term-match', nextDueOn: '2026-11-10', blocker: 'No report.' });
    expect(line(plan, FACTS.today, entry, review('05/06/2026')).planDueOn).toBeUndefined();
    expect(line({ ...countersigned, milestones: [] }, FACTS.today, entry, review('05/06/2026'))).toMatchObject({ status: 'proposed', next: 'agree-plan' });
  });

  it('has nothing more to do when the plan is achieved', () => expect(line({ ...agreed, status: 'achieved' }, FACTS.today, episode(2027, '11/05/2026'), review('05/06/2026')).next).toBeUndefined());

  it('tells the steps of the plan and of the record in order, those of this time in care', () => {
    const rows = [
      episode(2026, '12/05/2025', { LS: 'C1', DEC: '20/11/2025', REC: 'X1' }), episode(2026, '20/11/2025', { RNE: 'L', LS: 'C2' }),
      row('PlacedAdoption', 2026, { DOB: '', DATE_PLACED: '16/10/2025', DATE_PLACED_CEASED: '', REASON_PLACED_CEASED: '' }),
    ];
    const plan: PermanencePlan = { ...agreed, milestones: [step('match', '2026-09-01', { doneOn: on('2026-09-24') })] };
    expect(line(plan, FACTS.today, ...rows).steps.map(({ code, on: day }) => [code, day])).toEqual([
      ['adm-should-be-placed', '2025-10-16'], ['care-order', '2025-11-20'], ['match', '2026-09-24'], ['options-identified', '2026-09-30'], ['plan-agreed', '2026-09-30'],
    ]);
  });

  it('counts no reviews where the start of care is not known', () => expect(line(NO_PLAN, '2026-09-30', episode(2026, '01/06/2025', { RNE: 'P' }), review('05/06/2026'))).toMatchObject({ planDueOn: '2025-10-01', reviews: undefined }));
  it('of a child who is not in care has no plan due', () => expect(line(NO_PLAN, '2026-09-30', episode(2026, '12/05/2025', { DEC: '01/08/2025', REC: 'E4A' })).next).toBeUndefined());
});

describe('harder to place', () => {
  const header = (ETHNIC: string) => row('Header', 2026, { SEX: 'F', DOB: '14/02/2021', ETHNIC, UPN: '', MOTHER: '', MC_DOB: '' });
  const recorded = (day: string, data: Extract<Fact, { type: 'characteristics-recorded' }>['data']): Fact => ({ key: `k:${day}`, type: 'characteristics-recorded', effectiveOn: on(day), data });
  const reasons = (...facts: Fact[]) => hardToPlaceReasons(facts, FACTS.today);

  it.each([['WBRI', []], ['WIRI', []], ['WOTH', []], ['REFU', []], ['NOBT', []], ['MWBC', ['bme']], ['APKN', ['bme']]])('%s: %s', (code, expected) => expect(reasons(...factsFrom(episode(2026, '12/05/2025'), header(code)))).toEqual(expected));
  it('is said by hand, of brothers and sisters and of other things', () => {
    expect(reasons(recorded('2026-01-01', { harderToPlaceReasons: ['sibling-group', 'far-away'] }))).toEqual(['sibling-group', 'other']);
    expect(reasons(recorded('2026-01-01', { harderToPlaceReasons: ['sibling-group'] }), recorded('2026-02-01', { harderToPlaceReasons: [] }))).toEqual([]);
  });
  it('is any disability, as it was recorded last by the day asked', () => {
    expect(reasons(recorded('2026-01-01', { disabilityCodes: ['MOB'] }), recorded('2026-02-01', { ehcPlan: true }))).toEqual(['disability']);
    expect(reasons(recorded('2026-01-01', { disabilityCodes: ['NONE'] }))).toEqual([]);
    expect(reasons(recorded('2026-10-01', { disabilityCodes: ['MOB'] }))).toEqual([]);
  });
});
