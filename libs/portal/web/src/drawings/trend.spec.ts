import { Month, addMonthsTo } from '@permanence/kernel/values';
import { spark, sparkScale } from './spark.js';
import { wordsIn } from './svg.js';
import { type Trend, canDraw, trendDrawings, trendValue } from './trend.js';

const months = Array.from({ length: 25 }, (_, at) => addMonthsTo(Month('2024-10'), at));
const trend: Trend = {
  title: 'Stoke-on-Trent fell from 95.1% to 86.1%', description: 'Every figure is in the table below.', unit: 'percentage', place: 'Stoke-on-Trent', target: 95, fromApril: false,
  points: months.map((month, at) => ({ month, now: at === 5 ? null : 95 - at * 0.3, then: at > 20 ? 94 - at * 0.3 : null })),
  region: { name: 'Region', values: months.map((_, at) => 92 + at * 0.05) },
  others: [{ name: 'Shropshire', values: months.map((_, at) => 94 + at * 0.1) }, { name: 'Telford & Wrekin', values: months.map(() => null) }],
};

describe('the trend of an indicator', () => {
  const drawings = trendDrawings(trend);

  it('is drawn for three widths, named and described, without a style attribute', () => {
    expect(Object.values(drawings).map((svg) => /width="(\d+)"/.exec(svg)?.[1])).toEqual(['1160', '900', '288']);
    for (const svg of Object.values(drawings)) {
      expect(svg).toContain('role="img"');
      expect(svg).not.toMatch(/style=|NaN|undefined/);
    }
  });

  it('holds no number that its table, made from the same points, does not hold', () => {
    const table = [...trend.points.flatMap(({ now, then }) => [now, then]), ...(trend.region?.values ?? []), ...trend.others.flatMap(({ values }) => values)].filter((value) => value !== null).map((value) => trendValue('percentage', value));
    for (const svg of Object.values(drawings)) for (const [number] of wordsIn(svg).matchAll(/[\d.,]+%/g)) expect(table).toContain(number);
  });

  it('leaves a gap where a month is not held, and says nothing of a place without a value', () => {
    expect(drawings.wide.match(/stroke="#12436d" stroke-width="2.5"/g)).toHaveLength(1);
    expect(/<path d="([^"]+)" fill="none" stroke="#12436d"/.exec(drawings.wide)?.[1]?.match(/M/g)).toHaveLength(2);
    expect(wordsIn(drawings.wide)).not.toContain('Telford');
  });

  it('marks a month that was known otherwise by a cross and a thread', () => {
    expect(drawings.wide.match(/l7 7m0 -7l-7 7/g)).toHaveLength(4);
    expect(wordsIn(drawings.wide)).toContain('crosses: as known then');
  });

  it('breaks in April where the figure starts anew', () => {
    const svg = trendDrawings({ ...trend, fromApril: true, points: trend.points.map((point) => ({ ...point, now: 10 })) }).wide;
    expect(/<path d="([^"]+)" fill="none" stroke="#12436d"/.exec(svg)?.[1]?.match(/M/g)).toHaveLength(3);
  });

  it('is not drawn for fewer than three points', () => {
    expect(canDraw(trend)).toBe(true);
    expect(canDraw({ ...trend, points: trend.points.map((point, at) => ({ ...point, now: at < 2 ? 90 : null })) })).toBe(false);
  });

  it('weighs under 6 kB gzipped', async () => {
    const { gzipSync } = await import('node:zlib');
    expect(gzipSync(Object.values(drawings).join('')).length).toBeLessThan(6000);
  });
});

describe('the small picture in a cell', () => {
  const values = [...Array.from({ length: 24 }, (_, at) => 100 + at), null];

  it('is hidden from screen readers and has no text', () => {
    const svg = spark({ values, behind: null, target: null, scale: sparkScale(values, 'count', false), monthsOfYear: null });
    expect(svg).toContain('aria-hidden="true"');
    expect(svg).not.toMatch(/<text|NaN/);
  });

  it('shows a ring a year ago, and no dot where now is not held', () => {
    const svg = spark({ values, behind: values, target: null, scale: sparkScale(values, 'count', false), monthsOfYear: null });
    expect(svg.match(/<circle/g)).toHaveLength(1);
  });

  it('lays this year over last year, April to March', () => {
    const svg = spark({ values: values.map((value) => value ?? 1), behind: null, target: null, scale: { from: 0, to: 130 }, monthsOfYear: 7 });
    expect(svg.match(/<path/g)).toHaveLength(2);
  });

  it('never stretches a count over less than a fifth of its size', () => {
    expect(sparkScale([1000, 1010], 'count', false)).toEqual({ from: 904, to: 1106 });
    expect(sparkScale([], 'count', true)).toEqual({ from: -2, to: 2 });
  });
});

it('draws a target where one is set and lies on the scale, and the key of all marks', async () => {
  const values = Array.from({ length: 25 }, (_, at) => 80 + at);
  const drawn = (target: number | null) => spark({ values, behind: null, target, scale: { from: 80, to: 104 }, monthsOfYear: null });
  expect([drawn(null), drawn(95), drawn(40)].map((svg) => svg.includes('stroke-dasharray'))).toEqual([false, true, false]);
  const { sparkKey } = await import('./spark.js');
  expect(wordsIn(sparkKey({ target: 'target', region: 'the region', before: 'a year ago', now: 'now, October' }))).toBe('target\nthe region\na year ago\nnow, October');
});
