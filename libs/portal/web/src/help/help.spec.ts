import { Instant, Month, LocalDate, type TenantId } from '@permanence/kernel/values';
import { trailOf } from '../frame/paging.js';
import { accessListPage } from '../access-log/list/page.js';
import { CLOCKS } from '../children/children.fixture.js';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../frame/page.fixture.js';
import { dataWorkPage } from '../my-work/imports/page.js';
import { downPage, faultPage, forbiddenPage, noAppointmentPage, notFoundPage, refusedPage, signedOutPage } from '../problems/problem/page.js';
import { signInPage } from '../session/sign-in/page.js';
import { glossaryPage } from './glossary/page.js';
import { TERMS } from './glossary/terms.js';
import { clockPage, dfeRulePage } from './rule/page.js';
import { accessibilityPage, cookiesPage, privacyPage } from './statements.js';

const problem = { type: 'about:blank', title: 'Not allowed', status: 403, code: 'RECORD_RESTRICTED', detail: 'This record opens to named people only. Ask Owen Brackley, team manager.' };

describe('pages of standing text', () => {
  it.each([['accessibility', accessibilityPage], ['privacy', privacyPage], ['cookies', cookiesPage]])('%s is sound, signed in or not', (_, page) => {
    expect(faultsOf(rendered(page()))).toEqual([]);
    expect(faultsOf(rendered(page(), null))).toEqual([]);
  });

  it('the glossary has every word once, and the rules that run for those signed in', () => {
    const html = rendered(glossaryPage({ clocks: CLOCKS, rules: [{ code: '142', message: 'A new episode has started', years: [2023, 2024] }] }));
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('href="/help/rules/142"');
    expect(faultsOf(rendered(glossaryPage(null), null))).toEqual([]);
    expect(new Set(TERMS.map(({ id }) => id)).size).toBe(TERMS.length);
  });

  it('a clock says what starts and meets it, how long, its source and how sure we are', () => {
    const html = rendered(clockPage(CLOCKS[0]!));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Counted in Working days in England: weekends and bank holidays do not count Source Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959, regulation 33(1) How sure we are Read in a text that quotes the law');
  });

  it("a check of the return is in the DfE's words", () => {
    expect(wordsOf(rendered(dfeRulePage({ code: '142', message: 'A new episode has started', years: [2023, 2024] })))).toContain('Rule 142 of the return A new episode has started Checked in the collections that end in 2023 and 2024');
  });
});

describe('pages that say no', () => {
  it.each([notFoundPage(), forbiddenPage(problem), refusedPage({ ...problem, status: 422 }), signedOutPage('/imports/new'), faultPage('4f2a'), downPage('regional-hub', '9:41am'), noAppointmentPage()].map((view) => [view.page.heading, view] as const))('%s: sound, with a status and a way on', (_, view) => {
    const html = rendered(view);
    expect(faultsOf(html)).toEqual([]);
    expect(view.status).toBeGreaterThanOrEqual(400);
    expect(view.page.links.length).toBeGreaterThan(0);
  });

  it('say one thing for what is absent and for what is hidden', () => {
    expect(wordsOf(rendered(notFoundPage()))).toContain('We could not find that page. Check the reference. If you should be able to see it, ask the team that holds it.');
  });

  it('name whom to ask for a restricted record, the code last', () => {
    expect(wordsOf(rendered(forbiddenPage(problem)))).toContain('This record is restricted This record opens to named people only. Ask Owen Brackley, team manager. Go to my work RECORD_RESTRICTED');
  });
});

describe('signing in', () => {
  it.each([true, false])('is one button, by POST, that keeps the address asked for; a demonstration says so: %s', (demonstration) => {
    const html = rendered(signInPage(demonstration, '/children'), null);
    expect(faultsOf(html)).toEqual([]);
    expect(html).toMatch(/<form method="post" action="\/sign-in"/);
    expect(html).toContain('name="after" value="/children"');
    expect(wordsOf(html).includes('nobody in it is real')).toBe(demonstration);
  });
});

describe('first pages of those who keep the data and the rules', () => {
  it('performance officer: loads, what waits to be mended, what is held', () => {
    const one = { id: uuid(9), status: 'done' as const, check: false, year: 2026, asAt: null, authority: 'E10000028' as TenantId, startedAt: Instant('2026-11-24T09:12:00Z'), startedBy: 'Tamsin Iqbal', endedAt: null, rows: { total: 3297, applied: 1481, unchanged: 1758, corrected: 47, setAside: 11 }, findings: 96, nothingChanged: false };
    const html = rendered(dataWorkPage([one], { authority: one.authority, name: 'Staffordshire', firstMonth: Month('2020-04'), completeTo: LocalDate('2026-10-31'), lastRecordedAt: null, yearsMissing: [] }), personAs('performance-officer'));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('11 rows of the last load are set aside and wait to be mended.');
    expect(wordsOf(html)).toContain("Your council's figures run from April 2020 to 31 October 2026.");
    expect(faultsOf(rendered(dataWorkPage([], undefined), personAs('performance-officer')))).toEqual([]);
  });

  it.each([['data-protection-officer', false], ['qa-auditor', true]] as const)('%s: who has looked; opens records: %s', (role, opens) => {
    const row = { at: Instant('2026-11-24T09:41:00Z'), who: 'Nadia Ferris', role: 'locality-social-worker', team: null, authority: 'Staffordshire', part: 'overview', why: 'own-case' as const, child: { id: uuid(7), reference: 'CH-4M9T-6R' } };
    const html = rendered(accessListPage({ items: [row], next: null, total: 1 }, { from: undefined, to: undefined, why: undefined }, trailOf({}), opens), personAs(role));
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Tue 24 Nov 2026, 9:41am Nadia Ferris social worker, Staffordshire CH-4M9T-6R');
    expect(html.includes(`/children/${uuid(7)}/access`)).toBe(opens);
  });
});
