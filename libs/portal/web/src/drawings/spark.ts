import { scaleLinear } from 'd3-scale';
import { line as lineOf } from 'd3-shape';
import { INK, QUIET, element, px, stroke, words } from './svg.js';

/** The small picture in a cell of the figures: hidden from screen readers, because its cell says the same in words. */
export type Spark = Readonly<{
  /** Month ends, oldest first, the newest last; null leaves a gap. */
  values: readonly (number | null)[];
  /** The region's line behind, for shares. */
  behind: readonly (number | null)[] | null;
  /** What a board has set: a dotted line; null where none is set. */
  target: number | null;
  scale: Readonly<{ from: number; to: number }>;
  /** For a figure since 1 April: how many months of the year are over, so that this year lies over last year and no line runs through the first of April. */
  monthsOfYear: number | null;
}>;

const WIDTH = 104;
const HEIGHT = 52;
const PAD = 5;
const GREY = '#949494';

/** One scale for shares of a row; for a count its own, never stretched over less than a fifth of its size. */
export const sparkScale = (values: readonly (number | null)[], unit: 'count' | 'percentage' | 'rate', fromNought: boolean): Spark['scale'] => {
  const known = values.filter((value) => value !== null);
  const high = Math.max(0, ...known);
  const low = fromNought || known.length === 0 ? 0 : Math.min(...known);
  const slack = Math.max(0, (unit !== 'count' ? 1 : Math.max(high * 0.2, 4)) - (high - low)) / 2;
  return { from: low - slack, to: high + slack };
};

export const spark = ({ values, behind, target, scale, monthsOfYear }: Spark): string => {
  const y = scaleLinear().domain([scale.from, scale.to]).range([HEIGHT - PAD, PAD]);
  const now = values.length - 1;
  const set = target === null || target < scale.from || target > scale.to ? '' : stroke([PAD, y(target)], [WIDTH - PAD, y(target)], { stroke: GREY, 'stroke-dasharray': '2 2' });
  if (monthsOfYear === null) {
    const x = scaleLinear().domain([0, Math.max(now, 1)]).range([PAD, WIDTH - PAD]);
    return svg([set, behind === null ? '' : path(behind, x, y, GREY, 1.2), path(values, x, y, INK, 1.5), mark(values, now - 12, x(now - 12), y, false), mark(values, now, x(now), y, true)]);
  }
  const x = scaleLinear().domain([0, 11]).range([PAD, WIDTH - PAD]);
  const start = now - monthsOfYear + 1;
  return svg([set, path(values.slice(Math.max(start - 12, 0), start), x, y, GREY, 1.2), path(values.slice(start), x, y, INK, 1.5), mark(values, now - 12, x(monthsOfYear - 1), y, false), mark(values, now, x(monthsOfYear - 1), y, true)]);
};

type Scale = (value: number) => number;

const path = (values: readonly (number | null)[], x: Scale, y: Scale, colour: string, width: number): string =>
  element('path', {
    d: lineOf<number | null>().defined((value) => value !== null).x((_, at) => x(at)).y((value) => y(value ?? 0)).digits(1)(values) ?? '',
    fill: 'none', stroke: colour, 'stroke-width': width,
  });

/** The dot is now, the ring a year ago. */
const mark = (values: readonly (number | null)[], at: number, x: number, y: Scale, now: boolean): string => {
  const value = values[at] ?? null;
  if (value === null) return '';
  return element('circle', now ? { cx: x, cy: y(value), r: 3, fill: INK } : { cx: x, cy: y(value), r: 2.5, fill: '#ffffff', stroke: INK, 'stroke-width': 1.2 });
};

const svg = (parts: readonly string[]): string =>
  element('svg', { class: 'app-spark', width: px(WIDTH), height: px(HEIGHT), viewBox: `0 0 ${px(WIDTH)} ${px(HEIGHT)}`, 'aria-hidden': 'true', focusable: 'false' }, parts.join(''));

/** The line at the top of the scorecard that says what the others mean, by its own marks: invented, and hidden from screen readers like them. */
export const sparkKey = (said: Readonly<{ target: string; region: string; before: string; now: string }>): string => {
  const values = [46, 44, 45, 43, 46, 44, 45, 44, 43, 45, 44, 42, 45, 44, 42, 43, 40, 37, 33, 30, 27, 24, 21, 18, 15];
  const x = scaleLinear().domain([0, values.length - 1]).range([4, 184]);
  const y = scaleLinear().domain([15, 46]).range([94, 12]);
  const line = path(values, x, y, INK, 1.5);
  const region = path(values.map((_, at) => 41 + Math.sin(at / 3)), x, y, GREY, 1.2);
  return element('svg', { class: 'app-key', width: '320', height: '120', viewBox: '0 0 320 120', 'aria-hidden': 'true', focusable: 'false' }, [
    stroke([4, 14], [184, 14], { stroke: GREY, 'stroke-dasharray': '2 2' }), region, line, mark(values, 12, x(12), y, false), mark(values, 24, x(24), y, true),
    stroke([x(12), y(45) + 4], [x(12), 84], { stroke: GREY }),
    words(192, 19, said.target, { fill: QUIET }), words(192, 40, said.region, { fill: QUIET }), words(4, 100, said.before, { fill: QUIET }), words(194, 98, said.now, { 'font-weight': 'bold' }),
  ].join(''));
};
