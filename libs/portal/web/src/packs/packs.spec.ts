import { Instant, LocalDate } from '@permanence/kernel/values';
import type { Commentary, Pack, PackIndicator, PackLine, PlaceFigure, Restatement, Target } from '../api/packs.js';
import { childRow } from '../children/children.fixture.js';
import { HORIZONS, MONTH, figure } from '../figures/figures.fixture.js';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../frame/page.fixture.js';
import { freezePage } from './freeze/page.js';
import { packsPage } from './list/page.js';
import { packPage } from './pack/page.js';
import { restatementsPage } from './restatements/page.js';
import { saidPage } from './said/page.js';
import { sayPage } from './say/page.js';
import { targetsPage } from './targets/page.js';

const [, STAFFORDSHIRE, STOKE] = HORIZONS.map(({ authority }) => authority) as [never, Pack['authority'], Pack['authority']];
const REGION = HORIZONS[0]!.authority;
const officer = { ...personAs('performance-officer', STOKE, 'Ifan Dacre'), authority: { code: STOKE, name: 'Stoke-on-Trent' } };
const head = personAs('regional-head-of-operations', 'region', 'Delroy Hanley');
const member = personAs('elected-member', STOKE);
const TODAY = LocalDate('2026-11-24');
const said: Commentary = { authority: STOKE, month: MONTH, indicator: 'fos-agency-percentage', version: 2, trend: 'More agency carers.', reason: 'Two carers retired.', action: 'We are recruiting.', by: 'Ifan Dacre', role: 'performance-officer', at: Instant('2026-11-10T09:00:00Z') };
const place = (authority: Pack['authority'], value: number | null, more: Partial<PlaceFigure> = {}): PlaceFigure => ({ authority, status: value === null ? 'suppressed' : 'value', value, numerator: value, denominator: null, target: null, ...more });
const indicator = (more: Partial<PackIndicator> = {}): PackIndicator =>
  ({ id: 'ado-children-waiting', title: 'Children waiting to be adopted', area: 'adoption', measure: 'count', period: 'month-end', polarity: 'lower', figures: [place(REGION, 24), place(STAFFORDSHIRE, null), place(STOKE, 0, { target: 0 })], commentary: null, lacks: [], ...more });
const pack = (more: Partial<Pack> = {}): Pack => ({
  authority: STOKE, month: MONTH, version: 'management', frozenAt: Instant('2026-11-13T16:02:00Z'), knownOn: LocalDate('2026-11-13'), dueOn: LocalDate('2026-11-13'), late: false, frozenBy: 'Ifan Dacre', frozenByRole: 'performance-officer', hash: 'a1b2', intact: true,
  places: [REGION, STAFFORDSHIRE, STOKE], restated: [], indicators: [indicator(), indicator({ id: 'fos-agency-percentage', title: 'Share with an agency', area: 'fostering', measure: 'percentage', figures: [place(REGION, 40, { denominator: 900 }), place(STAFFORDSHIRE, 30, { denominator: 90 }), place(STOKE, 47.5, { numerator: 4, denominator: 9, target: 40 })], commentary: said, lacks: [STAFFORDSHIRE] })], ...more,
});

describe('packs', () => {
  const lines: PackLine[] = [{ month: MONTH, status: 'open', dueOn: LocalDate('2026-11-13'), late: true, frozenAt: null, frozenBy: null }, { month: '2026-09' as never, status: 'frozen', dueOn: LocalDate('2026-10-14'), late: false, frozenAt: Instant('2026-10-12T09:00:00Z'), frozenBy: 'Ifan Dacre' }];

  it('are listed month by month: frozen, or due, with a way to freeze for those who may', () => {
    const html = rendered(packsPage({ me: officer, horizons: HORIZONS, authority: STOKE, packs: lines }), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('October 2026 Freeze it October 2026 Friday 13 November 2026 late');
    expect(wordsOf(html)).toContain('September 2026 Frozen Monday 12 October 2026');
    expect(wordsOf(rendered(packsPage({ me: head, horizons: HORIZONS, authority: STOKE, packs: lines }), head))).not.toContain('Freeze it');
    expect(faultsOf(rendered(packsPage({ me: member, horizons: HORIZONS, authority: STOKE, packs: [] }), member))).toEqual([]);
  });

  it('say when, by whom and with which seal they were frozen, every figure, and what is said of them', () => {
    const html = rendered(packPage({ me: officer, horizons: HORIZONS, pack: pack({ restated: [{ month: '2026-09' as never, indicator: 'ado-children-waiting', former: { numerator: 4, denominator: 4 }, restated: { numerator: 5, denominator: 5 }, added: 2, removed: 1 }] }) }), officer);
    expect(faultsOf(html)).toEqual([]);
    const words = wordsOf(html);
    expect(words).toContain('Frozen on Friday 13 November 2026 at 4:02pm by Ifan Dacre');
    expect(words).toContain('47.5% 7.5 over 40.0%, 4 of 9');
    expect(words).toContain('More agency carers. Two carers retired. We are recruiting.');
    expect(words).toContain('Children waiting to be adopted September 2026 4 5 2 1');
    expect(words).toContain('Seal: a1b2');
  });

  it('have a public version without numbers that are hidden and without what is said', () => {
    const view = packPage({ me: member, horizons: HORIZONS, pack: pack({ version: 'public', indicators: [indicator()] }) });
    const html = rendered(view, member);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('24 c 1 to 4, or would give one away 0');
    expect(wordsOf(html)).not.toContain('What is said of them');
    expect([view.page.restatementsHref, view.page.pdfHref]).toEqual([null, `/region/packs/${STOKE}/2026-10/pack.pdf?version=public`]);
  });

  it('say what freezing does before it is done, and that a frozen one does not change', () => {
    const facts = { authority: STOKE, month: MONTH, place: 'Stoke-on-Trent', today: TODAY, line: lines[0], asked: [{ id: 'ado-children-waiting', title: 'Children waiting to be adopted' }, { id: 'fos-agency-percentage', title: 'Share with an agency' }], key: 'k' };
    const html = rendered(freezePage(facts), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('It is due on Friday 13 November 2026 and is late.');
    expect(wordsOf(html)).toContain('2 figures moved by more than a tenth, and nothing is said of them yet. You can freeze the pack without. Write a comment: Children waiting to be adopted Write a comment: Share with an agency');
    expect(html).toContain(`href="/region/indicators/fos-agency-percentage/commentary?authority=${STOKE}&amp;month=2026-10"`);
    const refused = rendered(freezePage({ ...facts, line: { ...lines[1]!, month: MONTH }, problem: { type: 'about:blank', title: 'Not possible now', status: 409, code: 'PACK_FROZEN', detail: 'The pack of this month is frozen and does not change.' } }), officer);
    expect(wordsOf(refused)).toContain('PACK_FROZEN See what has changed since, and say why');
    expect(wordsOf(rendered(freezePage({ ...facts, line: undefined }), officer))).toContain('This month is not over yet');
  });
});

describe('what has changed since', () => {
  const item: Restatement = {
    indicator: 'ado-children-adopted', title: 'Children adopted', measure: 'count', former: place(STOKE, 4), restated: place(STOKE, 7), added: 4, removed: 1, asksForReason: true, reason: null,
    addedCases: [{ id: uuid(1), childId: uuid(1) }, { id: uuid(9), childId: uuid(9) }], removedCases: [],
  };
  const facts = { me: officer, authority: STOKE, place: 'Stoke-on-Trent', month: MONTH, items: [item], children: [childRow(1)], newKey: () => 'k' };

  it('is said with the cases added and removed, and asks for a reason', () => {
    const html = rendered(restatementsPage(facts), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Frozen at 4. As known now: 7 (+3).');
    expect(wordsOf(html)).toContain('4 cases added: Bryony Castell-1, CH-7F3K-1Q A child who is not on your list');
    expect(wordsOf(html)).toContain('The Operational Management Group needs a reason.');
  });

  it('is a number outside the council, and nobody else gives the reason', () => {
    const html = rendered(restatementsPage({ ...facts, me: head, items: [{ ...item, restated: place(STOKE, 4), added: 1, addedCases: null, removedCases: null, reason: { reason: 'Late orders.', by: 'Ifan Dacre', at: Instant('2026-11-20T09:00:00Z') } }], children: [] }), head);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Frozen at 4, and still 4, of other cases. 1 case added 1 case removed Ifan Dacre, Friday 20 November 2026: “Late orders.”');
    expect(html).not.toContain('Keep this reason');
  });

  it('shows what was wrong at its field, and that nothing has changed', () => {
    const problem = { type: 'about:blank', title: 'x', status: 400, code: 'REQUEST_NOT_READ', detail: '', errors: [{ field: 'reason', sentence: 'Write at least 10 characters.' }] };
    const html = rendered(restatementsPage({ ...facts, sent: { indicator: item.indicator, reason: 'Late', problem } }), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Write at least 10 characters.');
    expect(wordsOf(rendered(restatementsPage({ ...facts, items: [] }), officer))).toContain('Nothing has changed.');
  });
});

describe('comments', () => {
  it('are listed: asked for, written, and all others', () => {
    const figures = [figure(STOKE, 12, { id: 'a-count', title: 'A count', commentaryAsked: true }), figure(STOKE, 30, { id: 'fos-agency-percentage', title: 'With an agency', commentary: said }), figure(STOKE, 5, { id: 'b-count', title: 'Another' }), figure(STOKE, null, { id: 'c', title: 'Not held' })];
    const html = rendered(saidPage({ authority: STOKE, place: 'Stoke-on-Trent', month: MONTH, months: [MONTH], figures }), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Asked for: moved by more than a tenth');
    expect(wordsOf(html)).toContain('Change it on With an agency Ifan Dacre, Tuesday 10 November 2026');
    expect(wordsOf(html)).not.toContain('Not held');
  });

  it('are three short texts, with what was said before', () => {
    const facts = { figure: figure(STOKE, 12, { title: 'A count' }), place: 'Stoke-on-Trent', month: MONTH, versions: [said], key: 'k' };
    const html = rendered(sayPage(facts), officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('More agency carers. Two carers retired. We are recruiting. Ifan Dacre, Tuesday 10 November 2026 at 9am, version 2');
    const wrong = rendered(sayPage({ ...facts, form: { trend: '', reason: 'b', action: 'c' }, problem: { type: '', title: '', status: 400, code: 'REQUEST_NOT_READ', detail: '', errors: [{ field: 'trend', sentence: 'Write something here.' }] } }), officer);
    expect(faultsOf(wrong)).toEqual([]);
    expect(wordsOf(wrong)).toContain('There is a problem Where is it going? Write something here.');
    expect(wordsOf(rendered(sayPage({ ...facts, problem: { type: '', title: 'Not possible now', status: 409, code: 'PACK_FROZEN', detail: 'Frozen.' } }), officer))).toContain('PACK_FROZEN See what has changed since');
  });
});

describe('targets', () => {
  const target: Target = { id: uuid(1), indicator: 'x', title: 'Reviews held in time', measure: 'percentage', authority: STOKE, value: 95, from: LocalDate('2026-04-01'), to: null, reference: 'Management Board, 14 May 2026, item 4' };
  const facts = { horizons: HORIZONS, targets: [target], figures: [figure('region', 1, { id: 'x', title: 'Reviews held in time', polarity: 'higher' })], today: TODAY, newKey: () => 'k' };

  it('are shown to everybody and entered by one', () => {
    const html = rendered(targetsPage({ ...facts, me: head }), head);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Reviews held in time Stoke-on-Trent 95.0% from 1 April 2026');
    expect(wordsOf(html)).toContain('Enter a target');
    const other = rendered(targetsPage({ ...facts, me: officer }), officer);
    expect(faultsOf(other)).toEqual([]);
    expect(wordsOf(other)).not.toMatch(/Enter a target|End it/);
  });

  it('keep what was typed, with what is wrong at its field', () => {
    const problem = { type: '', title: '', status: 422, code: 'TARGET_NOT_A_SHARE', detail: 'x', errors: [{ field: 'value', sentence: 'This figure is a share. Give a target from 0 to 100.' }] };
    const html = rendered(targetsPage({ ...facts, me: head, form: { indicator: 'x', authorities: ['region'], value: '101', from: '1/4/2026', to: '', reference: 'Board' }, problem }), head);
    expect(faultsOf(html)).toEqual([]);
    expect(html).toContain('value="101"');
    expect(wordsOf(html)).toContain('There is a problem This figure is a share.');
  });
});
