import { scaleLinear } from 'd3-scale';
import { line as lineOf } from 'd3-shape';
import { INK, element, px } from './svg.js';

/** The small picture in a cell of the figures: hidden from screen readers, because its cell says the same in words. */
export type Spark = Readonly<{
  /** Month ends, oldest first, the newest last; null leaves a gap. */
  values: readonly (number | null)[];
  /** The region's line behind, for shares. */
  behind: readonly (number | null)[] | null;
  scale: Readonly<{ from: number; to: number }>;
  /** For a figure since 1 April: how many months of the year are over, so that this year lies over last year and no line runs through the first of April. */
  monthsOfYear: number | null;
}>;

const WIDTH = 104;
const HEIGHT = 52;
const PAD = 5;
const GREY = '#949494';

/** One scale for shares of a row; for a count its own, never stretched over less than a fifth of its size. */
export const sparkScale = (values: readonly (number | null)[], unit: 'count' | 'percentage', fromNought: boolean): Spark['scale'] => {
  const known = values.filter((value) => value !== null);
  const high = Math.max(0, ...known);
  const low = fromNought || known.length === 0 ? 0 : Math.min(...known);
  const slack = Math.max(0, (unit === 'percentage' ? 1 : Math.max(high * 0.2, 4)) - (high - low)) / 2;
  return { from: low - slack, to: high + slack };
};

export const spark = ({ values, behind, scale, monthsOfYear }: Spark): string => {
  const y = scaleLinear().domain([scale.from, scale.to]).range([HEIGHT - PAD, PAD]);
  const now = values.length - 1;
  if (monthsOfYear === null) {
    const x = scaleLinear().domain([0, Math.max(now, 1)]).range([PAD, WIDTH - PAD]);
    return svg([behind === null ? '' : path(behind, x, y, GREY, 1.2), path(values, x, y, INK, 1.5), mark(values, now - 12, x(now - 12), y, false), mark(values, now, x(now), y, true)]);
  }
  const x = scaleLinear().domain([0, 11]).range([PAD, WIDTH - PAD]);
  const start = now - monthsOfYear + 1;
  return svg([path(values.slice(Math.max(start - 12, 0), start), x, y, GREY, 1.2), path(values.slice(start), x, y, INK, 1.5), mark(values, now - 12, x(monthsOfYear - 1), y, false), mark(values, now, x(monthsOfYear - 1), y, true)]);
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
