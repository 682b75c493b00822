import { Instant, LocalDate, Month, addMonthsTo } from '@permanence/kernel/values';
import { faultsOf, personAs, rendered, wordsOf } from '../../frame/page.fixture.js';
import { changeWords, differenceWords, monthChoices, monthsSinceApril } from '../figure-words.js';
import { csvOf } from '../csv.js';
import { COUNCILS, HORIZONS, MONTH, figure, monthFigure } from '../figures.fixture.js';
import { type ScorecardFacts, scorecardPage } from './page.js';
import { scorecardTable } from './table.js';

const share = { id: 'cla-reviews-in-timescale-percentage', title: 'Share of looked-after reviews held in time', measure: 'percentage', unit: 'percent', period: 'rolling-12', polarity: 'higher' } as const;
const facts = (more: Partial<ScorecardFacts> = {}): ScorecardFacts => ({
  month: MONTH, today: LocalDate('2026-11-24'), known: null, horizons: HORIZONS,
  figures: [
    { authority: 'region', items: [figure('region', 2741), figure('region', 94.9, { ...share, numerator: 930, denominator: 980 })] },
    ...COUNCILS.map(([code], at) => ({ authority: code, items: [figure(code, at === 3 ? null : 383 + at), figure(code, at === 1 ? null : 37.5, { ...share, ...(at === 1 ? { status: 'suppressed' as const } : { numerator: 3, denominator: 8 }) })] })),
  ], ...more,
});
const region = personAs('regional-head-of-operations', 'region', 'Delroy Hanley');

describe('the figures', () => {
  const html = rendered(scorecardPage(facts()), region);

  it('stand in a row an indicator and a column a place, each with its small picture', () => {
    expect(faultsOf(html)).toEqual([]);
    expect(html.match(/<th scope="col"/g)).toHaveLength(6);
    expect(wordsOf(html)).toContain('Children looked after at month end, no target Region 2,741 12 more . In 25 months, lowest 2,717, highest 2,741.');
    expect(html).toContain('/region/indicators/cla-number-looked-after?month=2026-10');
  });

  it('say what a gap is, and never nought', () => {
    expect(wordsOf(html)).toContain('Telford & Wrekin not held not in the files');
    expect(wordsOf(html)).toContain('Stoke-on-Trent c 1 to 4, or would give one away');
    expect(wordsOf(html)).toContain('Why some numbers are hidden');
  });

  it('say what is not here yet, and lead to what it waits for', () => {
    expect(wordsOf(html)).toContain('2 indicators of the catalogue are counted here. The others need facts that no council has sent yet. No figure stands in for them. See what each waits for');
    expect(html).toContain('href="/region/indicators"');
  });

  it('say of the rate that the population may be what is missing', () => {
    const rate = (code: string) => figure(code, null, { id: 'cla-rate-per-10000', measure: 'rate', unit: 'per 10,000' });
    const view = scorecardPage(facts({ figures: ['region', ...COUNCILS.map(([code]) => code)].map((authority) => ({ authority, items: [rate(authority)] })) }));
    expect(wordsOf(rendered(view, region))).toContain('not held no population entered, or not in the files');
  });

  it('lead those who enter the population to it, beside the targets', () => {
    expect(html).not.toContain('/region/population');
    expect(wordsOf(rendered(scorecardPage(facts({ mayEnterPopulation: true })), region))).toContain('Targets . Population');
  });

  it('tell counts beside a share that stands on few', () => {
    expect(wordsOf(html)).toContain('37.5% 3 of 8');
  });

  it('tell what they stand on, council by council', () => {
    expect(wordsOf(html)).toContain('Shropshire: April 2020 to 31 October 2026, without 2022 to 2023');
  });

  it('are held against targets, and say in words what to look at first', () => {
    const visits = { ...share, id: 'cla-visits-in-timescale-percentage', title: 'Children visited in time', target: 95, numerator: 700, denominator: 843 };
    const falling = Array.from({ length: 24 }, (_, at) => monthFigure(addMonthsTo(MONTH, at - 24), 95 - at * 0.3));
    const figures = [{ authority: 'region', items: [figure('region', 92.7, { ...visits, short: 2.3 })] }, ...COUNCILS.map(([code], at) => ({ authority: code, items: [figure(code, at === 1 ? 86.1 : 96, { ...visits, short: at === 1 ? 8.9 : 0, history: falling })] }))];
    const html = rendered(scorecardPage(facts({ figures })), region);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('12 months to October, target at least 95%');
    expect(wordsOf(html)).toContain('Stoke-on-Trent 86.1% 8.9 short');
    expect(wordsOf(html)).toContain('Stoke-on-Trent: children visited in time, 86.1%. 8.9 short, and worse 24 months running. See the months of Stoke-on-Trent: children visited in time, 86.1%.');
    expect(html.match(/stroke-dasharray="2 2"/g)?.length).toBeGreaterThan(5);
  });

  it('name several councils that miss one target, and make nothing of a hidden figure', () => {
    const visits = { ...share, title: 'First health assessments', target: 90, numerator: 70, denominator: 90 };
    const short = (code: string, value: number) => ({ authority: code, items: [figure(code, value, { ...visits, short: Math.max(0, 90 - value) })] });
    const figures = [short('region', 75), short('E10000028', 75.9), short('E06000021', 62.2), short('E06000051', 93.2), { authority: 'E06000020', items: [figure('E06000020', null, { ...visits, status: 'suppressed' as const })] }];
    expect(scorecardPage(facts({ figures })).page.look).toEqual([{ lead: 'Two councils: first health assessments.', rest: 'Stoke-on-Trent 62.2% and Staffordshire 75.9%; the target is 90.0%.', href: '/region/indicators/cla-reviews-in-timescale-percentage?authority=E06000021&month=2026-10' }]);
  });

  it('ask those whose figure moved for a comment, and say what the pack is', () => {
    const figures = [{ authority: 'region', items: [figure('region', 2741, { commentaryAsked: true })] }];
    const pack = { month: MONTH, status: 'frozen' as const, dueOn: LocalDate('2026-11-13'), late: true, frozenAt: Instant('2026-11-16T09:00:00Z'), frozenBy: 'Delroy Hanley' };
    const html = rendered(scorecardPage(facts({ figures, mayAsk: true, pack })), region);
    expect(faultsOf(html)).toEqual([]);
    expect(wordsOf(html)).toContain('comment asked for on Children looked after');
    expect(wordsOf(html)).toContain('1 of your figures asks for a comment');
    expect(wordsOf(html)).toContain("The region's pack of this month was frozen on Monday 16 November 2026, which was late.");
    expect(wordsOf(rendered(scorecardPage(facts({ pack: { ...pack, frozenAt: null, status: 'open' } })), region))).toContain('is not frozen yet. It was due on Friday 13 November 2026.');
  });

  it('show what the public sees, and what was known then', () => {
    expect(scorecardPage(facts({ asPublic: true })).page).toMatchObject({ knownSentence: 'As known today, Tuesday 24 November 2026, with small numbers hidden.', publicHref: null, ownHref: '/region/scorecard?month=2026-10', look: [] });
    expect(scorecardPage(facts({ then: true })).page).toMatchObject({ publicHref: '/region/scorecard?month=2026-10&as=then&view=public', bases: [{ selected: false }, { selected: true }] });
  });

  it('can be taken away, a row a figure, a gap by its name', () => {
    const lines = csvOf(scorecardTable(facts())).split('\r\n');
    expect(lines[0]).toBe('Indicator,Title,Place,Month,As known on,Value,Gap,Counted,Of,Target,A year before');
    expect(lines).toContain('cla-number-looked-after,Children looked after,Staffordshire,2026-10,2026-11-24,383,,383,,,371');
    expect(lines.filter((line) => line.includes(',c,'))).toEqual(['cla-reviews-in-timescale-percentage,Share of looked-after reviews held in time,Stoke-on-Trent,2026-10,2026-11-24,,c,,,,']);
  });

  it('are there before the first file', () => {
    const empty = rendered(scorecardPage(facts({ figures: [], horizons: HORIZONS.map((each) => ({ ...each, firstMonth: null, completeTo: null })) })), region);
    expect(faultsOf(empty)).toEqual([]);
    expect(wordsOf(empty)).toContain('No council has loaded its files yet.');
  });

  it('offer no section that the region does not have', () => {
    expect(html).not.toContain('>My work<');
    expect(html).not.toContain('>Children<');
  });
});

describe('words of a figure', () => {
  const count = figure('region', 1);
  it('say better or worse in the sense of the indicator', () => {
    expect(changeWords(10, 14, { ...count, polarity: 'lower' })).toBe('4 better');
    expect(changeWords(90.2, 92.5, { ...count, measure: 'percentage', polarity: 'higher' })).toBe('2.3 worse');
    expect(changeWords(829, 843, count)).toBe('14 fewer');
    expect(changeWords(5, 5, count)).toBe('same');
  });
  it('have a true minus', () => expect(differenceWords(83.9, 86.1, 'percentage')).toBe('\u22122.2'));
  it('count the months of a year from April', () => expect(['2026-04', '2026-10', '2027-03'].map((month) => monthsSinceApril(Month(month)))).toEqual([1, 7, 12]));
  it('offer the months held, newest first', () => expect(monthChoices(Month('2025-11'), LocalDate('2026-02-28'))).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']));
});
