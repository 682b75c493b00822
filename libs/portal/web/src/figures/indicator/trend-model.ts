import { type Month, addMonthsTo } from '@permanence/kernel/values';
import type { IndicatorDefinition, IndicatorFigure, MonthFigure, SeriesMonth } from '../../api/regional-hub.js';
import type { Trend } from '../../drawings/trend.js';
import { type Table, num, table } from '../../frame/table.js';
import { monthYear } from '../../words/dates.js';
import { whole } from '../../words/numbers.js';
import { amountWords, differenceWords, figureWords } from '../figure-words.js';

export type PlaceSeries = Readonly<{ code: string; name: string; points: readonly SeriesMonth[] }>;
export type IndicatorFacts = Readonly<{
  figure: IndicatorFigure & IndicatorDefinition; place: PlaceSeries; region: PlaceSeries | null; others: readonly PlaceSeries[];
  /** The same place as known on the day asked for; null when none was: each month is then shown as it was known soon after its end. */
  onDay: readonly MonthFigure[] | null; everyMonth: boolean;
}>;

type Row = Readonly<{ month: Month; now: MonthFigure | undefined; then: MonthFigure | undefined; region: MonthFigure | undefined; others: readonly (MonthFigure | undefined)[] }>;

const SHOWN = 25;

/** The months of the picture and of its table: one array, from which both are made. */
export const monthRows = (facts: IndicatorFacts): readonly Row[] => {
  const find = (points: readonly MonthFigure[] | null, month: Month): MonthFigure | undefined => points?.find((point) => point.month === month);
  const all = facts.place.points.map(({ month }) => month).filter((month) => month <= facts.figure.month);
  const months = facts.everyMonth ? all : all.filter((month) => month > addMonthsTo(facts.figure.month, -SHOWN));
  return months.map((month) => ({ month, now: find(facts.place.points, month), then: thenOf(facts, month), region: find(facts.region?.points ?? null, month), others: facts.others.map(({ points }) => find(points, month)) }));
};

/** What was known then: on the day asked for, or on the tenth working day after the month. */
export const thenOf = ({ onDay, place }: Pick<IndicatorFacts, 'onDay' | 'place'>, month: Month): MonthFigure | undefined =>
  onDay === null ? (place.points.find((point) => point.month === month)?.then ?? undefined) : onDay.find((point) => point.month === month);

const valueOf = (figure: MonthFigure | undefined): number | null => (figure?.status === 'value' ? figure.value : null);

export const trendOf = (facts: IndicatorFacts, rows: readonly Row[]): Trend => {
  const { figure, place, region } = facts;
  return {
    title: headlineOf(facts, rows), unit: figure.measure, target: figure.target, place: place.name, fromApril: figure.period === 'ytd',
    description: `${figure.title}, ${rows.length === 0 ? '' : `${monthYear(rows[0]?.month ?? figure.month)} to ${monthYear(figure.month)}`}: ${[place.name, ...(region === null ? [] : ['the region']), ...(facts.others.length === 0 ? [] : ['the other councils'])].join(', ')}. The table below has every figure.`,
    points: rows.map(({ month, now, then }) => ({ month, now: valueOf(now), then: valueOf(then) })),
    region: region === null ? null : { name: 'Region', values: rows.map((row) => valueOf(row.region)) },
    others: facts.others.map(({ name }, at) => ({ name, values: rows.map(({ others }) => valueOf(others[at])) })),
  };
};

/** What happened, in a sentence: against a year ago, or against the first month held. */
export const headlineOf = ({ figure, place }: IndicatorFacts, rows: readonly Row[]): string => {
  const now = valueOf(rows.at(-1)?.now);
  if (now === null) return `${place.name}, ${monthYear(figure.month)}: ${figureWords(rows.at(-1)?.now ?? { status: 'not-held', value: null }, figure.measure)}`;
  const before = [rows.at(-13), ...rows].find((row) => row !== undefined && row !== rows.at(-1) && valueOf(row.now) !== null);
  const words = (value: number): string => amountWords(value, figure.measure);
  const then = before === undefined ? null : valueOf(before.now);
  if (before === undefined || then === null) return `${place.name}: ${words(now)} in ${monthYear(figure.month)}`;
  if (then === now) return `${place.name} stands at ${words(now)} in ${monthYear(figure.month)}, as in ${monthYear(before.month)}`;
  return `${place.name} ${now > then ? 'rose' : 'fell'} from ${words(then)} in ${monthYear(before.month)} to ${words(now)} in ${monthYear(figure.month)}`;
};

/** Every number of the picture, newest first. */
export const monthTable = (facts: IndicatorFacts, rows: readonly Row[]): Table => {
  const { figure, place } = facts;
  const of = figure.measure !== 'count' || figure.cohortWords !== null;
  const words = (point: MonthFigure | undefined): string => figureWords(point ?? { status: 'not-held', value: null }, figure.measure);
  const count = (value: number | null | undefined): string => (value === null || value === undefined ? '' : whole(value));
  const change = ({ now, then }: Row): string => {
    const [a, b] = [valueOf(now), valueOf(then)];
    return a === null || b === null ? '' : differenceWords(a, b, figure.measure);
  };
  return table(
    `${place.name}, month by month, newest first`,
    ['Month end', ...(of ? [num('Counted'), num('Of')] : []), num({ percentage: 'Share', count: 'Number', rate: 'Rate' }[figure.measure]), num('As known then'), num('Change since'), ...(facts.region === null ? [] : [num('Region')]), ...facts.others.map(({ name }) => num(name))],
    [...rows].reverse().map((row) => [
      { text: `${monthYear(row.month)}`, ...(row.now?.provisional === true ? { sub: 'so far' } : {}) }, ...(of ? [count(row.now?.numerator), count(row.now?.denominator ?? row.now?.cohort)] : []), words(row.now),
      row.then === undefined ? '' : words(row.then), change(row), ...(facts.region === null ? [] : [words(row.region)]), ...row.others.map(words),
    ]), true,
  );
};
