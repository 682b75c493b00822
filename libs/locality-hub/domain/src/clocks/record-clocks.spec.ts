import { type LocalDate, type Uuid, addDays, derivedId } from '@permanence/kernel/values';
import { Instant } from '@permanence/kernel/values';
import { CHILD_ID, day, episode, factsFrom, row } from '../facts/given-rows.fixture.js';
import { dueOn } from '@permanence/statutory-clocks/catalogue';
import type { Fact } from '../facts/fact.js';
import { childClocks } from './record-clocks.js';
import { termsBetween } from './school-terms.js';
import { isApprovedForATime, nextVisit } from './visit-clocks.js';

const ALL = new Map(['visits', 'health', 'education', 'plans', 'leaving-care'].map((kind) => [kind, day('2020-01-01')]));
const TODAY = day('2026-09-30');
const born = (DOB: string) => row('Header', 2026, { SEX: 'F', DOB, ETHNIC: 'WBRI', UPN: '', MOTHER: '', MC_DOB: '' });
const review = (REVIEW: string) => row('Reviews', 2026, { DOB: '', REVIEW, REVIEW_CODE: 'PN1' });
const id = (key: string): Uuid => derivedId(CHILD_ID, key);

const visit = (on: string, basis = 'C02', seen = true): Fact => ({
  key: `visit:${on}`, type: 'statutory-visit-recorded', effectiveOn: day(on), data: { visitId: id(on), basis, visitedAt: Instant(`${on}T10:00:00Z`), seen, seenAlone: seen },
});
const health = (on: string, kind: 'initial' | 'review' = 'review'): Fact => ({ key: `health:${on}`, type: 'health-assessment-completed', effectiveOn: day(on), data: { assessmentId: id(on), kind, status: 'completed', heldOn: day(on) } });
const dental = (on: string): Fact => ({ key: `dental:${on}`, type: 'dental-check-completed', effectiveOn: day(on), data: { status: 'completed', checkedOn: day(on) } });
const sdq = (on: string): Fact => ({ key: `sdq:${on}`, type: 'sdq-scored', effectiveOn: day(on), data: { sdqId: id(on), score: 12, completedOn: day(on) } });
const pep = (on: string, termId: string): Fact => ({ key: `pep:${on}`, type: 'pep-reviewed', effectiveOn: day(on), data: { pepId: id(on), kind: 'termly', termId, heldOn: day(on), onTarget: true } });
const agreed = (on: string): Fact => ({
  key: `plan:${on}`, type: 'permanence-plan-set', effectiveOn: day(on), data: { planId: id('plan'), primary: 'return-home', parallels: ['connected-sgo'], contingencies: [], reviewId: id(on), agreedOn: day(on), milestones: [] },
});
const pathway = (on: string): Fact => ({ key: `pathway:${on}`, type: 'pathway-plan-reviewed', effectiveOn: day(on), data: { planId: id(on), agreedOn: day(on), reviewDueOn: addDays(day(on), 180) } });
const status = (from: string, now: 'eligible' | 'former-relevant' | 'closed'): Fact => ({ key: `leaving:${from}`, type: 'leaving-care-status-changed', effectiveOn: day(from), data: { status: now, from: day(from), unit: 'council-team' } });

const clocks = (facts: readonly Fact[], today: LocalDate = TODAY) => Object.fromEntries(childClocks(facts, ALL, today).map(({ clockId, dueOn: due, status: now }) => [clockId, [due, now]]));

describe('the visit clock of a child in care', () => {
  const ada = [born('14/02/2021'), episode(2026, '08/12/2025', { LS: 'C1' })];

  it('runs to the first visit within a week (locality-hub.md 8.1)', () => {
    expect(clocks(factsFrom(...ada))).toMatchObject({ C01: ['2025-12-15', 'running'] });
  });

  it('runs six weeks from the last visit in the first year; one on which nobody was seen does not start it again (2.6)', () => {
    expect(clocks([...factsFrom(...ada), visit('2025-12-12', 'C01'), visit('2026-01-20', 'C02', false)])).toMatchObject({ C02: ['2026-01-23', 'running'] });
  });

  it('is three months after the first year of a placement meant to last (8.4)', () => {
    const cara = factsFrom(born('14/02/2012'), episode(2025, '10/03/2025', { LS: 'C2', PLACE: 'U4' }));
    expect(clocks([...cara, visit('2026-03-02')])).toMatchObject({ C02: ['2026-04-13', 'running'] });
    expect(clocks([...cara, visit('2026-04-10')])).toMatchObject({ C03: ['2026-07-10', 'running'] });
  });

  it('is weekly with a connected person until the first review, then every four weeks (8.3)', () => {
    const at = (visitedOn: string, reviewed: boolean) => nextVisit({ placementType: 'U3', legalStatus: 'C1', homeSince: day('2025-09-01'), visitedOn: day(visitedOn), temporarilyApproved: true, reviewed });
    expect(at('2025-09-15', false)).toMatchObject({ clockId: 'C06', dueOn: '2025-09-22' });
    expect(at('2025-09-22', true)).toMatchObject({ clockId: 'C06', dueOn: '2025-10-20' });
    expect([isApprovedForATime('U3', day('2025-09-01'), day('2025-12-21')), isApprovedForATime('U3', day('2025-09-01'), day('2025-12-22')), isApprovedForATime('U6', day('2025-09-01'), undefined)]).toEqual([true, false, false]);
  });

  it('is of the home: at home under an order C08 or C06, with adopters none', () => {
    const home = (LS: string) => factsFrom(born('14/02/2015'), episode(2026, '08/12/2025', { LS, PLACE: 'P1', PLACE_PROVIDER: 'PR0' }));
    expect(clocks([...home('C2'), visit('2026-01-05')])).toMatchObject({ C08: ['2026-02-16', 'running'] });
    expect(clocks([...home('C1'), visit('2026-01-05')])).toMatchObject({ C06: ['2026-01-12', 'running'] });
    expect(Object.keys(clocks(factsFrom(born('14/02/2023'), episode(2026, '08/12/2025', { LS: 'E1', PLACE: 'A6' })))).filter((clock) => clock < 'C12')).toEqual([]);
  });

  it('ends with care', () => {
    expect(Object.keys(clocks([...factsFrom(born('14/02/2015'), episode(2026, '08/12/2025', { DEC: '20/03/2026', REC: 'E4A' })), visit('2026-01-05')])).filter((clock) => clock < 'C12')).toEqual([]);
  });
});

describe('the clocks of health', () => {
  const ada = factsFrom(born('14/02/2021'), episode(2026, '08/12/2025', { LS: 'C1' }));

  it('meet the initial assessment and start the next, a year on for who turns five before six months are over (8.1)', () => {
    expect(clocks([...ada, health('2026-01-05', 'initial')])).toMatchObject({ C22: ['2026-01-08', 'met'], C23: ['2027-01-05', 'running'] });
    expect(clocks(ada)).toMatchObject({ C22: ['2026-01-08', 'running'] });
  });

  it('ask a child under five again after six months', () => {
    expect(clocks([...factsFrom(born('14/02/2024'), episode(2026, '08/12/2025')), health('2026-01-12')])).toMatchObject({ C22: ['2026-01-08', 'met-late'], C23: ['2026-07-12', 'running'] });
  });

  it('see teeth from 3 to 17 and the questionnaire from 4 to 16 each year, and none that would fall beyond', () => {
    expect(clocks([...ada, dental('2026-02-01'), sdq('2026-03-01')])).toMatchObject({ C24: ['2027-02-01', 'running'], C25: ['2027-03-01', 'running'] });
    const teenager = clocks([...factsFrom(born('01/03/2009'), episode(2026, '08/12/2025')), dental('2026-03-02'), sdq('2026-03-02')]);
    expect([teenager['C24'], teenager['C25']]).toEqual([undefined, undefined]);
  });
});

describe('the clocks of school and plans', () => {
  const child = factsFrom(born('14/02/2013'), episode(2026, '08/12/2025', { LS: 'C1' }), review('06/01/2026'), review('02/04/2026'));

  it('run ten working days to the first plan for school, then to the end of the next term', () => {
    expect(clocks(child)).toMatchObject({ C26: ['2025-12-22', 'running'] });
    expect(clocks([...child, pep('2025-12-18', '2025-autumn')], day('2026-02-01'))).toMatchObject({ C26: ['2025-12-22', 'met'], C27: ['2026-03-27', 'running'] });
    expect(clocks([...child, pep('2026-09-10', '2026-autumn')])).not.toHaveProperty('C27');
  });

  it('know the three terms of a year, each to its Friday', () => {
    expect(termsBetween(day('2026-01-01'), day('2026-12-31'))).toEqual([
      { termId: '2026-spring', from: '2026-01-02', to: '2026-03-27' }, { termId: '2026-summer', from: '2026-04-01', to: '2026-07-17' }, { termId: '2026-autumn', from: '2026-09-01', to: '2026-12-18' },
    ]);
  });

  it('ask for a permanence plan at the second review (8.2), met when one is agreed', () => {
    expect(clocks(child)).toMatchObject({ C18: ['2026-04-02', 'running'] });
    expect(clocks([...child, agreed('2026-04-02')])).toMatchObject({ C18: ['2026-04-02', 'met'] });
    expect(clocks([...child, agreed('2026-05-02')])).toMatchObject({ C18: ['2026-04-02', 'met-late'] });
    expect(clocks(factsFrom(born('14/02/2013'), episode(2026, '08/12/2025')))).toMatchObject({ C18: ['2026-04-08', 'running'] });
  });

  it('ask for a pathway plan by 15 of who was in care by then, in the year before it and not earlier (8.8)', () => {
    const since2019 = factsFrom(born('20/05/2010'), episode(2020, '10/04/2019'));
    expect(clocks(since2019, day('2024-05-19'))).not.toHaveProperty('C37');
    expect(clocks(since2019, day('2024-05-20'))).toMatchObject({ C37: ['2025-05-20', 'running'] });
    const late = factsFrom(born('20/05/2010'), episode(2025, '03/02/2025'));
    expect(childClocks(late, ALL, day('2025-05-21')).find(({ clockId }) => clockId === 'C37')).toMatchObject({ startedOn: '2025-02-03', dueOn: '2025-05-20', status: 'running' });
  });

  it('ask none of Gil, who came into care at 15 on 11 March 2026: his assessment is due on 10 September, and his plan of 28 August is reviewed by 28 February (8.8)', () => {
    const gil = factsFrom(born('20/05/2010'), episode(2026, '11/03/2026'));
    for (const on of ['2026-03-11', '2026-05-20', '2026-09-30']) expect(clocks(gil, day(on))).not.toHaveProperty('C37');
    expect(dueOn('C38', day('2026-06-10'))).toBe('2026-09-10');
    expect(clocks([...gil, status('2026-06-10', 'eligible'), pathway('2026-08-28')])).toMatchObject({ C39: ['2027-02-28', 'running'] });
  });

  it('ask for it again every six months while it is owed (8.8)', () => {
    const gil = factsFrom(born('20/05/2010'), episode(2020, '10/04/2019'));
    expect(clocks([...gil, pathway('2026-08-28')])).toMatchObject({ C39: ['2027-02-28', 'running'] });
    const left = factsFrom(born('20/05/2005'), episode(2023, '10/04/2019', { DEC: '20/05/2023', REC: 'E5' }));
    expect(clocks([...left, pathway('2026-08-28'), status('2023-05-20', 'former-relevant')])).toMatchObject({ C39: ['2027-02-28', 'running'] });
    expect(clocks([...left, pathway('2026-08-28'), status('2023-05-20', 'former-relevant'), status('2026-09-01', 'closed')])).not.toHaveProperty('C39');
  });
});

describe('what a council does not keep here', () => {
  it('has no clocks: nobody can say that it is missing', () => {
    const facts = factsFrom(born('14/02/2021'), episode(2026, '08/12/2025', { LS: 'C1' }));
    expect(childClocks(facts, new Map(), TODAY).map(({ clockId }) => clockId)).toEqual(['C13']);
  });

  it('has none that was due before the record was kept', () => {
    const facts = factsFrom(born('14/02/2021'), episode(2026, '08/12/2025', { LS: 'C1' }));
    expect(childClocks(facts, new Map([['visits', day('2026-01-01')]]), TODAY).map(({ clockId }) => clockId)).toEqual(['C13']);
  });
});
