import { Instant, LocalDate } from '@permanence/kernel/values';
import type { ChildRecord } from '../../api/locality-hub.js';
import { kayden } from '../../drawings/care/care.fixture.js';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../../frame/page.fixture.js';
import { CLOCKS, TODAY, kaydensHeader } from '../children.fixture.js';
import { overviewPage } from './page.js';

const record: ChildRecord = {
  child: kaydensHeader, sex: 'M', ethnicGroup: 'WBRI', unaccompanied: false, restriction: null, care: kayden.care, legal: kayden.legal, homes: kayden.homes, workers: kayden.workers, reviews: kayden.reviews, adoption: [],
  due: [{ clock: 'C15', dueOn: LocalDate('2026-12-04'), workingDaysLeft: null }], findings: [{ rule: '142', sentence: 'A new episode has started, but the previous episode has not ended', module: 'Episodes', year: 2026, column: 'DEC', key: null }, { rule: 'OPEN_AND_ABSENT', sentence: 'The episode has no end, and the next file does not have it.', module: 'Episodes', year: 2026, column: 'DEC', key: null }],
  siblings: [{ kind: 'child', id: uuid(8), reference: 'CH-5', name: { forename: 'Lila', surname: 'Ashmoor' }, born: LocalDate('2021-05-01'), lookedAfter: true, sameHome: true, home: { placement: 'U4', place: 'Leek' } }, { kind: 'restricted', id: uuid(9), reference: 'CH-9', ask: 'Ask Owen Brackley.' }],
  latest: [{ id: uuid(3), type: 'locality-hub.review-held', kind: 'review', on: LocalDate('2026-06-04'), recordedAt: Instant('2026-07-01T09:00:00Z'), by: null, source: null, data: { dueOn: '2026-06-09', heldOn: '2026-06-04', participationCode: 'PN1' }, corrections: [] }],
  entries: 214, openedAt: Instant('2026-11-24T09:41:00Z'),
};

describe("the overview of a child's record", () => {
  const html = rendered(overviewPage(record, CLOCKS, TODAY, true));

  it('is sound and keeps the name out of the title', () => {
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('<title>Overview, K.A. CH-4M9T-6R - Permanence</title>');
  });

  it('says who the page is about', () => {
    expect(html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain('Kayden Ashmoor 8, born 9 June 2018 Care order Staffordshire CH-4M9T-6R');
  });

  it('puts what is due first, with why', () => {
    expect(wordsOf(html)).toContain('Hold the next review In 10 days Friday 4 December 2026 Each later review is due within 6 months of the one before.');
  });

  it('draws the time in care with its two tables', () => {
    expect(html.match(/<svg[^>]*app-chart--(wide|mid|narrow)/g)).toHaveLength(3);
    expect(wordsOf(html)).toContain('6. Own foster carers, long term, Leek 30 Aug 2024 now 2 years 2 months');
    expect(wordsOf(html)).toContain('Also in words: 4 workers , 10 reviews , 6 homes');
  });

  it('tells key facts in sentences', () => {
    expect(wordsOf(html)).toContain('Lives with Own foster carers, long term, Leek, since 30 August 2024');
    expect(wordsOf(html)).toContain('Brothers and sisters Lila Ashmoor in the same home and a child whose record does not open to you (CH-9)');
    expect(wordsOf(html)).toContain('Social worker Nadia Ferris, since 3 March 2025');
  });

  it('ends with who opened it and who else has', () => {
    expect(wordsOf(html)).toContain('You opened this record at 9:41am. Who has looked at this record');
  });

  it('offers commands to those whom the service allows them', () => {
    expect(html).not.toContain('/restriction');
    const manager = rendered(overviewPage({ ...record, child: { ...kaydensHeader, allowedCommands: ['allocate', 'restrict'] } }, CLOCKS, TODAY, true), personAs('team-manager'));
    expect(manager).toContain('Restrict this record');
    expect(faultsOf(manager)).toEqual([]);
  });

  it('says of a restricted record who may open it and why', () => {
    const view = overviewPage({ ...record, child: { ...kaydensHeader, restricted: true }, restriction: { since: LocalDate('2026-07-11'), by: 'Owen Brackley', reason: 'A relative works in the council.', named: [{ id: 'w1', name: 'Nadia Ferris', role: '', team: null, children: 1 }] } }, CLOCKS, TODAY, true);
    expect(wordsOf(rendered(view))).toContain('This record is restricted since Saturday 11 July 2026 , by Owen Brackley. It opens to Nadia Ferris only. Why: A relative works in the council.');
    expect(rendered(view)).toContain('app-identity__flag');
  });

  it('stands for a child of whom only the number is known', () => {
    const bare = overviewPage({ ...record, child: { ...kaydensHeader, name: null, born: null, lookedAfter: false, legalStatus: null, asAt: LocalDate('2022-03-31') }, care: [], legal: [], homes: [], workers: [], reviews: [], due: [], findings: [], siblings: [], latest: [], entries: 0, sex: null, ethnicGroup: null }, CLOCKS, TODAY, true);
    const page = rendered(bare);
    expect(faultsOf(page)).toEqual([]);
    expect(wordsOf(page)).toContain('as at 31 March 2022');
    expect(wordsOf(page)).toContain('No time in care is on record');
  });

  it('leads to the checks of the return, which have no place in the bar, and to the plan, which has', () => {
    const none = rendered(overviewPage({ ...record, findings: [] }, CLOCKS, TODAY, true));
    const many = rendered(overviewPage({ ...record, findings: [0, 1, 2].flatMap(() => record.findings) }, CLOCKS, TODAY, true));
    for (const [page, words] of [[html, 'See the checks of the return'], [none, 'See the checks of the return'], [many, 'See all 6 checks']] as const) expect(page).toContain(`/findings">${words}</a>`);
    expect(html).toContain(`href="/children/${kaydensHeader.id}/plan"`);
    expect(html).not.toContain('>Checks</a>');
  });

  it('leads to who has looked only those who may know it', () => {
    expect(html).toContain(`href="/children/${kaydensHeader.id}/access"`);
    expect(rendered(overviewPage(record, CLOCKS, TODAY, false), personAs('performance-officer'))).not.toContain(`/children/${kaydensHeader.id}/access`);
  });
});
