import { type LocalDate, daysBetween } from '@permanence/kernel/values';
import { INK, QUIET, RULE, element, stroke, words } from '../../drawings/svg.js';

/** One child's time in care on the scale that all rows share. */
export type Strip = Readonly<{ since: LocalDate; today: LocalDate; steps: readonly LocalDate[]; dueOn: LocalDate | null }>;

const WIDTH = 250;
const HEIGHT = 26;
const LEFT = 6;
const MIDDLE = HEIGHT / 2;
const WEEKS = 120;
const FOUR_MONTHS = 52.18 / 3;
const LATE = '#b52c20';

const weeksBetween = (from: LocalDate, to: LocalDate): number => daysBetween(from, to) / 7;

/** Longer times than the scale end at its end. */
const x = (weeks: number): number => LEFT + (Math.min(Math.max(weeks, 0), WEEKS) / WEEKS) * (WIDTH - LEFT - 8);

const svg = (height: number, parts: readonly string[]): string =>
  element('svg', { class: 'app-way', width: WIDTH, height, viewBox: `0 0 ${String(WIDTH)} ${String(height)}`, 'aria-hidden': 'true', focusable: 'false', 'font-family': 'arial, sans-serif', 'font-size': 16, fill: INK }, parts.join(''));

/** A dot is a step reached, the ring the next one at its due date, left of the end when it is late; the upright mark is 4 months, by when a plan is due. The row says the same in words. */
export const stripOf = ({ since, today, steps, dueOn }: Strip): string => {
  const now = weeksBetween(since, today);
  const due = dueOn === null ? null : weeksBetween(since, dueOn);
  return svg(HEIGHT, [
    stroke([x(FOUR_MONTHS), 3], [x(FOUR_MONTHS), HEIGHT - 3], { stroke: RULE }),
    due !== null && due > now ? stroke([x(now), MIDDLE], [x(due), MIDDLE], { stroke: QUIET, 'stroke-dasharray': '1 3' }) : '',
    stroke([x(0), MIDDLE], [x(now), MIDDLE], { 'stroke-width': 2 }), stroke([x(now), MIDDLE - 6], [x(now), MIDDLE + 6], { 'stroke-width': 2 }),
    ...steps.map((on) => element('circle', { cx: x(weeksBetween(since, on)), cy: MIDDLE, r: 4, fill: INK })),
    due === null ? '' : element('circle', { cx: x(due), cy: MIDDLE, r: 4.5, fill: '#ffffff', stroke: due < now ? LATE : INK, 'stroke-width': 2 }),
  ]);
};

/** The scale above the strips. */
export const stripScale = (): string => svg(22, [words(x(0) - 4, 15, '0'), words(x(FOUR_MONTHS), 15, '4 months'), words(x(104.4), 15, '2 years', { 'text-anchor': 'middle' })]);
