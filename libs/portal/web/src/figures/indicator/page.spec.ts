import { Instant, LocalDate, Month, addMonthsTo } from '@permanence/kernel/values';
import { childRow } from '../../children/children.fixture.js';
import { wordsIn } from '../../drawings/svg.js';
import { faultsOf, personAs, rendered, uuid, wordsOf } from '../../frame/page.fixture.js';
import { trailOf } from '../../frame/paging.js';
import { casesPage } from '../cases/page.js';
import { COUNCILS, DEFINITION, HORIZONS, MONTH, figure, history, seriesMonth } from '../figures.fixture.js';
import { type IndicatorPageFacts, indicatorPage } from './page.js';

const TODAY = LocalDate('2026-11-24');
const officer = personAs('performance-officer', 'E06000021', 'Ifan Dacre');
const points = (value: number) => [...history(value), seriesMonth(MONTH, value)];
const facts = (more: Partial<IndicatorPageFacts> = {}): IndicatorPageFacts => ({
  me: officer, today: TODAY, known: null, horizons: HORIZONS, everyMonth: false, onDay: null,
  figure: { ...figure('E06000021', 843), ...DEFINITION }, place: { code: 'E06000021', name: 'Stoke-on-Trent', points: points(843) }, region: { code: 'region', name: 'Region', points: points(2741) },
  others: COUNCILS.filter(([code]) => code !== 'E06000021').map(([code, name], at) => ({ code, name, points: points(1138 - at * 300) })),
  cases: { items: [{ id: uuid(1), childId: uuid(1), on: LocalDate('2025-01-06'), facts: { legalStatus: 'C2', placementType: 'U6', enteredOn: '2025-01-06' } }], next: null, total: 843, children: [childRow(1)] }, ...more,
});

describe('an indicator', () => {
  const html = rendered(indicatorPage(facts()), officer);

  it('says what happened, draws it, and has every number of the drawing in its table', () => {
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Stoke-on-Trent rose from 831 in October 2025 to 843 in October 2026');
    const [, , narrow = ''] = html.match(/<svg[^>]*app-chart--.*?<\/svg>/gs) ?? [];
    const [wide = ''] = html.match(/<svg[^>]*app-chart--wide.*?<\/svg>/gs) ?? [];
    const table = wordsOf(html.slice(html.indexOf('id="months"')).replace(/^/, '<main>'));
    for (const svg of [wide, narrow]) for (const [number] of wordsIn(svg).matchAll(/[\d,]+/g)) expect(table).toContain(number);
  });

  it('lists the cases with names, why they count, and their number', () => {
    expect(wordsOf(html)).toContain('The 843 children');
    expect(wordsOf(html)).toContain('Bryony Castell-1 6, CH-7F3K-1Q 6 January 2025 Legal status: Care order. Placement type: Foster carers. Entered on: 6 January 2025 Nadia Ferris');
    expect(html).toContain('/region/indicators/cla-number-looked-after/cases?authority=E06000021&amp;month=2026-10');
  });

  it('says why a list does not open', () => {
    const region = rendered(indicatorPage(facts({ me: personAs('regional-head-of-operations', 'region'), cases: null })), personAs('regional-head-of-operations', 'region'));
    expect(wordsOf(region)).toContain('You can see this figure but not the children behind it.');
    expect(wordsOf(rendered(indicatorPage(facts({ cases: null })), officer))).toContain("You can see the other councils' figures but not the children behind them.");
  });

  it('shows what was known then beside what is known now, and says what was learned since', () => {
    const view = indicatorPage(facts({ known: LocalDate('2026-11-21'), onDay: points(843).map((point) => ({ ...point, value: (point.value ?? 0) - 2, numerator: (point.numerator ?? 0) - 2 })) }));
    expect(view.page.restatement).toBe('On Saturday 21 November 2026 it was 841 for Stoke-on-Trent in October 2026; now it is 843. 2 more cases are known now.');
    expect(faultsOf(rendered(view, officer))).toEqual([]);
    expect(wordsOf(rendered(view, officer))).toContain('As known then Change since');
    expect(wordsOf(rendered(view, officer))).toContain('October 2026 843 841 +2 2,741');
  });

  it('shows each month as known two weeks after it, unless a day is asked for', () => {
    const view = indicatorPage(facts({ figure: { ...figure('E06000021', 843), ...DEFINITION, firstRecordedOn: LocalDate('2026-11-01') }, place: { code: 'E06000021', name: 'Stoke-on-Trent', points: [...history(843), seriesMonth(MONTH, 843, 840)] } }));
    expect(view.page.restatement).toBe('On Saturday 14 November 2026 it was 840 for Stoke-on-Trent in October 2026; now it is 843. 3 more cases are known now.');
    expect(view.page.sub).toContain('crosses show what was known when each pack was frozen, or two weeks after the month');
  });

  it('asks its own people why it moved by more than a tenth', () => {
    const asked = indicatorPage(facts({ figure: { ...figure('E06000021', 843, { commentaryAsked: true }), ...DEFINITION } }));
    expect(wordsOf(rendered(asked, officer))).toContain('This figure moved by more than a tenth, and nobody has said why yet. Write a comment');
    expect(faultsOf(rendered(asked, officer))).toEqual([]);
    expect(wordsOf(html)).not.toContain('moved by more than a tenth');
  });

  it('says that the population is missing, to whom, and where it is entered', () => {
    const rate = (authority: string, value: number | null = null) => ({ ...figure(authority, value, { id: 'cla-rate-per-10000', measure: 'rate', unit: 'per 10,000' }), ...DEFINITION });
    const own = rendered(indicatorPage(facts({ figure: rate('E06000021'), cases: null })), officer);
    expect(faultsOf(own)).toEqual([]);
    expect(wordsOf(own)).toContain('For Stoke-on-Trent in October 2026 this is “not held”: its population has not been entered. Enter the population');
    const manager = personAs('team-manager', 'E06000021');
    const others = rendered(indicatorPage(facts({ me: manager, figure: rate('E06000021'), cases: null })), manager);
    expect(wordsOf(others)).toContain("its population has not been entered. The council's performance officer enters it.");
    expect(others).not.toContain('/region/population');
    expect(wordsOf(rendered(indicatorPage(facts({ figure: rate('region'), place: { code: 'region', name: 'Region', points: [] }, region: null, cases: null })), officer))).toContain('no council has entered its population');
    expect(wordsOf(rendered(indicatorPage(facts({ figure: { ...rate('E06000021'), month: Month('2020-01') }, cases: null })), officer))).toContain('not in the files');
    expect(wordsOf(rendered(indicatorPage(facts({ figure: rate('E06000021', 72.4) })), officer))).toContain('See or change the population');
  });

  it('says what the board has set, what is said of it and by whom, and who may say more', () => {
    const said = { authority: HORIZONS[2]!.authority, month: MONTH, indicator: 'cla-number-looked-after', version: 1, trend: 'More children.', reason: 'Two large families.', action: 'A worker started.', by: 'Ifan Dacre', role: 'performance-officer', at: Instant('2026-11-16T09:00:00Z') };
    const view = indicatorPage(facts({ figure: { ...figure('E06000021', 843, { polarity: 'lower', target: 800, short: 43, commentary: said }), ...DEFINITION } }));
    const html = rendered(view, officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain("The board's target at most 800: 43 over.");
    expect(wordsOf(html)).toContain('More children. Two large families. A worker started. Ifan Dacre, 16 November 2026');
    expect(indicatorPage(facts({ me: personAs('performance-officer', 'E10000028') })).page.sayHref).toBeNull();
    expect(view.page.sayHref).toBe('/region/indicators/cla-number-looked-after/commentary?authority=E06000021&month=2026-10');
  });

  it('says of somebody who sees part of the cases that they are theirs', () => {
    expect(indicatorPage(facts({ cases: { items: [], next: null, total: 3, children: [] } })).page.cases?.heading).toBe('Your 3 of the 843 children');
  });

  it('says when it was first recorded, and that nothing was known before', () => {
    const view = indicatorPage(facts({ known: LocalDate('2026-10-01'), onDay: points(843).map((point) => ({ ...point, status: 'not-held' as const, value: null })) }));
    expect(view.page.restatement).toBe('On Thursday 1 October 2026 nothing was known of this yet: it was first recorded on Friday 20 November 2026.');
    expect(wordsOf(html)).toContain('First recorded on Friday 20 November 2026');
  });

  it('is honest about a month that is not held, and about a region that lacks a council', () => {
    const view = indicatorPage(facts({ figure: { ...figure('E06000021', null), ...DEFINITION, lacks: [HORIZONS[4]!.authority] }, place: { code: 'E06000021', name: 'Stoke-on-Trent', points: [seriesMonth(addMonthsTo(MONTH, -1), 9), seriesMonth(MONTH, null)] }, cases: null }));
    expect(view.page.gap).toBe('For Stoke-on-Trent in October 2026 this is “not held”: not in the files.');
    expect(view.page.lacks).toBe('The region\'s figure lacks Telford & Wrekin, of whom this month is not held.');
    expect(view.page.drawings).toBeNull();
    expect(faultsOf(rendered(view, officer))).toEqual([]);
  });

  it('shows 25 months, and every month on request', () => {
    const many = { code: 'E06000021', name: 'Stoke-on-Trent', points: [...Array.from({ length: 10 }, (_, at) => seriesMonth(addMonthsTo(MONTH, at - 34), 800)), ...points(843)] };
    expect(indicatorPage(facts({ place: many })).page.table.rows).toHaveLength(25);
    expect(indicatorPage(facts({ place: many })).page.everyMonthHref).toMatch(/&span=all$/);
    expect(indicatorPage(facts({ place: many, everyMonth: true })).page.table.rows).toHaveLength(35);
  });
});

describe('the cases behind a figure', () => {
  it('are as many as the count, a child not shown to this person without a name', () => {
    const view = casesPage({ figure: { ...figure('E06000021', 2), ...DEFINITION }, place: 'Stoke-on-Trent', cases: { items: [{ id: uuid(1), childId: uuid(1), on: null, facts: {} }, { id: uuid(2), childId: uuid(2), on: null, facts: {} }], next: null, total: 2 }, children: [childRow(1)], today: TODAY, known: null, trail: trailOf({}) });
    const html = rendered(view, officer);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Cases: Children looked after 2');
    expect(wordsOf(html)).toContain('A child who is not on your list');
  });
});
