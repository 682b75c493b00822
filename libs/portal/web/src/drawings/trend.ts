import { scaleLinear } from 'd3-scale';
import { line as lineOf } from 'd3-shape';
import type { Month } from '@permanence/kernel/values';
import { shortMonthYear } from '../words/dates.js';
import { percent, whole } from '../words/numbers.js';
import { type Drawings, INK, QUIET, axis, drawing, element, px, stroke, textWidth, words } from './svg.js';

/** A month of one place, as drawn: null where there is no value to show, which leaves a gap. */
export type TrendPoint = Readonly<{ month: Month; now: number | null; then: number | null }>;
export type TrendLine = Readonly<{ name: string; values: readonly (number | null)[] }>;

/** One place in ink, the region broad and grey (null when the region is the place in ink), the others thin. All arrays are as long as `points`. */
export type Trend = Readonly<{
  title: string; description: string; unit: 'count' | 'percentage' | 'rate'; place: string; points: readonly TrendPoint[]; region: TrendLine | null; others: readonly TrendLine[];
  /** What a board has set; null where none is set, and none is drawn. */
  target: number | null;
  /** A figure that starts anew each April: its line breaks there. */
  fromApril: boolean;
}>;

type Sheet = Readonly<{ kind: 'wide' | 'mid' | 'narrow'; width: number; height: number; left: number; right: number; top: number; bottom: number }>;

const SHEETS: readonly Sheet[] = [
  { kind: 'wide', width: 1160, height: 360, left: 80, right: 940, top: 24, bottom: 318 },
  { kind: 'mid', width: 900, height: 340, left: 80, right: 680, top: 24, bottom: 298 },
  { kind: 'narrow', width: 288, height: 340, left: 52, right: 280, top: 40, bottom: 300 },
];

const PLACE_INK = '#12436d';

/** Whether there is enough to draw: under three points, the table alone says it better. */
export const canDraw = (trend: Trend): boolean => trend.points.filter(({ now }) => now !== null).length >= 3;

/** The trend of one indicator, for three widths. A ring is a month as known now, a cross as known on the day asked, the thread between them what was learned since. */
export const trendDrawings = (trend: Trend): Drawings => {
  const [wide = '', mid = '', narrow = ''] = SHEETS.map((sheet) => draw(trend, sheet));
  return { wide, mid, narrow };
};

/** `86.1%`, `1,138`. */
export const trendValue = (unit: Trend['unit'], value: number): string => (unit === 'percentage' ? percent(value) : unit === 'count' ? whole(value) : value.toFixed(1));

type Axes = Readonly<{ x: (at: number) => number; y: (value: number) => number; ticks: readonly number[] }>;

const axesOf = (trend: Trend, { left, right, top, bottom }: Sheet): Axes => {
  const all = [...trend.points.flatMap(({ now, then }) => [now, then]), ...(trend.region?.values ?? []), ...trend.others.flatMap(({ values }) => values), trend.target].filter((value) => value !== null);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = Math.max(high - low, trend.unit === 'percentage' ? 5 : Math.max(high * 0.1, 4));
  const y = scaleLinear().domain([Math.max(0, low - room * 0.15), high + room * 0.1]).nice(5).range([bottom, top]);
  const x = scaleLinear().domain([0, Math.max(trend.points.length - 1, 1)]).range([left, right]);
  return { x: (at) => x(at), y: (value) => y(value), ticks: y.ticks(4).filter((tick) => trend.unit !== 'count' || Number.isInteger(tick)) };
};

const draw = (trend: Trend, sheet: Sheet): string => {
  const axes = axesOf(trend, sheet);
  return drawing({
    id: 'trend', kind: sheet.kind, width: sheet.width, height: sheet.height, title: trend.title, description: trend.description,
    body: [axisOf(trend, sheet, axes), targetOf(trend, sheet, axes), ...grey(trend, axes), ...crosses(trend, axes), ...ink(trend, axes), ...(sheet.kind === 'narrow' ? phoneLabels(trend, sheet, axes) : endLabels(trend, sheet, axes))].join(''),
  });
};

const axisOf = (trend: Trend, { kind, left, right, bottom }: Sheet, { x, y, ticks }: Axes): string => {
  const last = trend.points.length - 1;
  const every = kind === 'narrow' ? Math.max(12, Math.ceil(trend.points.length / 2)) : Math.max(3, Math.ceil(trend.points.length / 8 / 3) * 3);
  const labelled = (at: number): boolean => at === last || (at % every === 0 && x(last) - x(at) >= 1.5 * textWidth('Oct 2026'));
  return axis([
    ...ticks.flatMap((tick) => [words(left - 10, y(tick) + 5.5, trend.unit === 'percentage' ? `${String(tick)}%` : whole(tick), { 'text-anchor': 'end' }), stroke([left, y(tick)], [right, y(tick)], { stroke: '#dddddd' })]),
    ...trend.points.flatMap(({ month }, at) =>
      labelled(at) ? [stroke([x(at), bottom + 2], [x(at), bottom + 8]), words(x(at), bottom + 26, shortMonthYear(month), { 'text-anchor': at === 0 && kind === 'narrow' ? 'start' : at === last ? 'end' : 'middle' })] : [],
    ),
  ]);
};

/** The target, a dotted line with its name on the axis; it is set, not counted, and stands in the words above the table. */
const targetOf = ({ target }: Trend, { left, right }: Sheet, { y }: Axes): string =>
  target === null ? '' : axis([stroke([left, y(target)], [right, y(target)], { 'stroke-dasharray': '2 3' }), words(left + 4, y(target) - 5, 'target', { fill: QUIET })]);

const curve = (values: readonly (number | null)[], trend: Trend, { x, y }: Axes): string => {
  const runs = values.reduce<(readonly [number, number])[][]>((all, value, at) => {
    const fresh = at === 0 || values[at - 1] === null || (trend.fromApril && trend.points[at]?.month.endsWith('-04') === true);
    if (value === null) return all;
    const point = [x(at), y(value)] as const;
    return fresh ? [...all, [point]] : [...all.slice(0, -1), [...(all.at(-1) ?? []), point]];
  }, []);
  const path = lineOf<readonly [number, number]>().digits(1);
  return runs.map((run) => path(run.map(([px1, py]) => [px1, py])) ?? '').join('');
};

const grey = (trend: Trend, axes: Axes): readonly string[] => [
  ...trend.others.map(({ values }) => element('path', { d: curve(values, trend, axes), fill: 'none', stroke: '#767676', 'stroke-width': 1 })),
  ...(trend.region === null ? [] : [element('path', { d: curve(trend.region.values, trend, axes), fill: 'none', stroke: '#949494', 'stroke-width': 4 })]),
];

const crosses = ({ points }: Trend, { x, y }: Axes): readonly string[] =>
  points.flatMap(({ now, then }, at) => {
    if (now === null || then === null || now === then) return [];
    return [element('path', { d: `M${px(x(at))} ${px(y(now))}V${px(y(then))}M${px(x(at) - 3.5)} ${px(y(then) - 3.5)}l7 7m0 -7l-7 7`, fill: 'none', stroke: '#505a5f' })];
  });

const ink = (trend: Trend, axes: Axes): readonly string[] => {
  const values = trend.points.map(({ now }) => now);
  const last = values.findLastIndex((value) => value !== null);
  return [
    element('path', { d: curve(values, trend, axes), fill: 'none', stroke: PLACE_INK, 'stroke-width': 2.5 }),
    ...values.flatMap((value, at) => (value === null ? [] : [element('circle', { cx: axes.x(at), cy: axes.y(value), r: 3.2, fill: at === last ? PLACE_INK : '#ffffff', stroke: PLACE_INK, 'stroke-width': 1.5 })])),
  ];
};

type End = Readonly<{ label: string; value: number; look: 'ink' | 'region' | 'other' }>;

const lastOf = (values: readonly (number | null)[]): number | null => values.findLast((value) => value !== null) ?? null;

const endsOf = (trend: Trend): readonly End[] => {
  const end = (name: string, values: readonly (number | null)[], look: End['look']): readonly End[] => {
    const value = lastOf(values);
    return value === null ? [] : [{ label: `${name} ${trendValue(trend.unit, value)}`, value, look }];
  };
  return [
    ...end(trend.place, trend.points.map(({ now }) => now), 'ink'),
    ...(trend.region === null ? [] : end(trend.region.name, trend.region.values, 'region')),
    ...trend.others.flatMap(({ name, values }) => end(name, values, 'other')),
  ].sort((a, b) => b.value - a.value);
};

const FILL: Readonly<Record<End['look'], string>> = { ink: PLACE_INK, region: INK, other: QUIET };

/** Names and newest values at the ends of the lines, pushed apart so that none touch. */
const endLabels = (trend: Trend, { right, bottom }: Sheet, { y }: Axes): readonly string[] => {
  const ends = endsOf(trend);
  const low = bottom + 4 - (ends.length - 1) * 19;
  return [
    ...ends.reduce<readonly (End & { at: number })[]>((placed, end, row) => {
      const at = Math.max(Math.min(y(end.value) + 5, low + row * 19), (placed.at(-1)?.at ?? -Infinity) + 19);
      return [...placed, { ...end, at }];
    }, []).map(({ label, look, at }) => words(right + 14, at, label, { fill: FILL[look], 'font-weight': look === 'ink' ? 'bold' : undefined })),
    ...(hasCrosses(trend) ? [words(right, 14, 'crosses: as known then', { 'text-anchor': 'end', fill: QUIET })] : []),
  ];
};

const hasCrosses = ({ points }: Trend): boolean => points.some(({ now, then }) => now !== null && then !== null && now !== then);

/** On a phone only the line in ink is named; what the others are is said above. */
const phoneLabels = (trend: Trend, { right, top, bottom }: Sheet, { y }: Axes): readonly string[] => {
  const value = lastOf(trend.points.map(({ now }) => now));
  if (value === null) return [];
  const label = `${trend.place} ${trendValue(trend.unit, value)}`;
  const keys = [trend.region === null ? '' : 'broad: the region', trend.others.length === 0 ? '' : 'thin: the others'].filter((key) => key !== '').join(', ');
  const at = y(value) > (top + bottom) / 2 ? y(value) - 14 : y(value) + 24;
  return [words(0, 16, keys, { fill: QUIET }), words(Math.max(right, textWidth(label)), at, label, { 'text-anchor': 'end', 'font-weight': 'bold', fill: PLACE_INK })];
};
