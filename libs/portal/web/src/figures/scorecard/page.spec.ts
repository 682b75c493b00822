import { LocalDate, Month } from '@permanence/kernel/values';
import { faultsOf, personAs, rendered, wordsOf } from '../../frame/page.fixture.js';
import { changeWords, differenceWords, monthChoices, monthsSinceApril } from '../figure-words.js';
import { COUNCILS, HORIZONS, MONTH, figure } from '../figures.fixture.js';
import { type ScorecardFacts, scorecardPage } from './page.js';

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

  it('tell counts beside a share that stands on few', () => {
    expect(wordsOf(html)).toContain('37.5% 3 of 8');
  });

  it('tell what they stand on, council by council', () => {
    expect(wordsOf(html)).toContain('Shropshire: April 2020 to 31 October 2026, without 2022 to 2023');
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
