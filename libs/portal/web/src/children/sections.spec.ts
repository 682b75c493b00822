import { Instant, LocalDate } from '@permanence/kernel/values';
import { kayden } from '../drawings/care/care.fixture.js';
import type { AboutChild } from '../api/locality-hub.js';
import type { Page } from '../api/problem.js';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../frame/page.fixture.js';
import { trailOf } from '../frame/paging.js';
import { TODAY, kaydensHeader } from './children.fixture.js';
import { accessPage } from './access/page.js';
import { familyPage } from './family/page.js';
import { findingsPage } from './findings/page.js';
import { missingPage } from './missing/page.js';
import { placementsPage } from './placements/page.js';
import { restrictionPage } from './restriction/page.js';
import { reviewsPage } from './reviews/page.js';
import { withdrawalPage } from './withdrawal/page.js';
import { workersPage } from './workers/page.js';

const child = kaydensHeader;
const about = <T>(items: readonly T[]) => ({ child, items, next: null });
const day = LocalDate;

describe('the sections of a record', () => {
  it('reviews: held, due, how late and how the child took part', () => {
    const html = rendered(reviewsPage(about([{ on: day('2025-06-20'), dueOn: day('2025-06-12'), participation: 'PN1', clock: 'C15' }, { on: day('2024-01-04'), dueOn: null, participation: null, clock: null }]), TODAY));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Friday 20 June 2025 Thursday 12 June 2025 8 days late on 20 June 2025, by which rule Was there and spoke');
    expect(wordsOf(html)).toContain('not known no clock ran: the first day in care is not in the files not known not recorded');
  });

  it('homes and legal status: four tables, an unknown start said as such', () => {
    const html = rendered(placementsPage({ child, care: [{ from: day('2021-11-02'), startKnown: false, to: day('2022-05-20'), reason: 'E4A' }], legal: kayden.legal, homes: kayden.homes, shortBreaks: [{ from: day('2020-01-01'), to: day('2020-01-08'), status: 'V3' }] }, TODAY));
    expect(faultsOf(html)).toEqual([]);
    expect(html.match(/<table/g)).toHaveLength(4);
    expect(wordsOf(html)).toContain('2 November 2021 or before: the files do not hold the first day 20 May 2022 6 months Went home, as planned');
  });

  it('missing: how long, and missing now', () => {
    const html = rendered(missingPage(about([{ from: day('2026-11-21'), to: null, kind: 'M' }, { from: day('2026-01-01'), to: day('2026-01-03'), kind: 'A' }]), TODAY));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Saturday 21 November 2026 Missing now 3 days Missing');
  });

  it('workers: who, from when, why; and a registration that is nobody here', () => {
    const html = rendered(workersPage({ ...about([{ from: day('2025-03-03'), to: null, workerId: 'w1', name: 'Nadia Ferris', registration: 'SW4', reason: 'LEFTRL' }, { from: day('2024-03-03'), to: day('2025-03-03'), workerId: null, name: null, registration: 'SW9', reason: null }]), child: { ...child, allowedCommands: ['allocate'] } }, TODAY), personAs('team-manager'));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Nadia Ferris Monday 3 March 2025 now 1 year 8 months The worker before left');
    expect(wordsOf(html)).toContain('SW9 nobody here has this registration');
    expect(wordsOf(html)).toContain('Allocate a worker');
  });

  it('family: who lives in the same home, a restricted sibling by reference only', () => {
    const html = rendered(familyPage(about([{ kind: 'child' as const, id: uuid(8), reference: 'CH-5', name: { forename: 'Lila', surname: 'Ashmoor' }, born: day('2021-05-01'), lookedAfter: true, sameHome: true, home: { placement: 'U4', place: 'Leek' } }, { kind: 'restricted' as const, id: uuid(9), reference: 'CH-9', ask: 'Ask Owen Brackley.' }]), TODAY));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Lila Ashmoor CH-5 5 In care now The same home Foster carers, long term, Leek');
    expect(html).not.toContain(uuid(9));
  });

  it("checks: the DfE's number and words, where and in which return", () => {
    const html = rendered(findingsPage(about([{ rule: '142', sentence: 'A new episode has started', module: 'Episodes', year: 2026, column: 'DEC', key: null }]), TODAY, false));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('142 A new episode has started Episodes End of the episode 2025 to 2026');
  });

  it('who has looked: when, who, which part, why, and that this is listed too', () => {
    const html = rendered(accessPage({ ...about([{ at: Instant('2026-11-24T09:41:00Z'), who: 'Nadia Ferris', role: 'locality-social-worker', team: 'Moorlands', authority: 'Staffordshire', part: 'overview', why: 'own-case' as const }]), total: 1 }, TODAY, trailOf({})));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Tue 24 Nov 2026, 9:41am Nadia Ferris social worker, Staffordshire Overview Own case');
  });

  it.each([['reviews', reviewsPage], ['missing', missingPage], ['workers', workersPage], ['family', familyPage], ['findings', (answer: AboutChild & Page<never>, today: LocalDate) => findingsPage(answer, today, false)]])('%s: says what belongs there when there is nothing', (_, page) => {
    expect(faultsOf(rendered(page(about([]), TODAY)))).toEqual([]);
  });
});

describe('withdrawing a row', () => {
  const gone = { rule: 'NO_LONGER_STATED', sentence: 'The return of 2025 to 2026 had this row before and does not have it now.', module: 'Reviews', year: 2026, column: '', key: '4471903|2025-05-20' };
  const officer = personAs('performance-officer');

  it('is offered where a later file left the row out, to those who load files', () => {
    const html = rendered(findingsPage(about([gone]), TODAY, true), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Own check The return of 2025 to 2026 had this row before and does not have it now. Reviews 2025 to 2026 Withdraw the row');
    expect(rendered(findingsPage(about([gone]), TODAY, false), officer)).not.toContain('/withdrawal');
  });

  it('asks why, and keeps what was typed when the service refuses', () => {
    const row = { module: 'Reviews', year: 2026, key: '4471903|2025-05-20' };
    const problem = { type: 'about:blank', title: '', status: 400, code: 'X', detail: '', errors: [{ field: 'reason', sentence: 'Write 20 characters or more.' }] };
    const html = rendered(withdrawalPage({ child, finding: gone, row, today: TODAY, key: 'k', reason: 'wrong', problem }), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('>wrong</textarea>');
    expect(html).toContain('name="rowKey" value="4471903|2025-05-20"');
  });
});

describe('restricting a record', () => {
  const record = { child: { ...child, allowedCommands: ['restrict' as const] }, sex: null, ethnicGroup: null, unaccompanied: null, restriction: null, care: [], legal: [], homes: [], workers: [], reviews: [], adoption: [], due: [], siblings: [], findings: [], latest: [], entries: 0, openedAt: Instant('2026-11-24T09:41:00Z') };
  const workers = [{ id: 'w1', name: 'Nadia Ferris', role: 'locality-social-worker', team: 'Moorlands', children: 14 }];

  it('asks who may open it and why', () => {
    const html = rendered(restrictionPage({ record, workers, today: TODAY, key: 'k' }), personAs('team-manager'));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Nadia Ferris, social worker, Moorlands');
  });

  it('keeps what was typed and shows the refusal at its field', () => {
    const problem = { type: 'about:blank', title: '', status: 422, code: 'RESTRICTION_WITHOUT_REASON', detail: 'x', errors: [{ field: 'reason', sentence: 'Say why, in 20 characters or more.' }] };
    const html = rendered(restrictionPage({ record, workers, today: TODAY, key: 'k', form: { named: ['w1'], reason: 'because' }, problem }), personAs('team-manager'));
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('>because</textarea>');
    expect(html).toContain('href="#reason"');
    expect(html).toMatch(/value="w1" checked/);
  });
});
