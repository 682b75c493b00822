import { type LocalDate, type Month, REGION } from '@permanence/kernel/values';
import type { IndicatorFigure } from '../../api/regional-hub.js';
import { spark, sparkScale } from '../../drawings/spark.js';
import { type IndicatorAddress, RATE, commentaryHref, indicatorHref } from '../addresses.js';
import { amountWords, changeWords, figureWords, gapWords, monthsSinceApril, periodWords, polarityWords, shortWords, targetWords } from '../figure-words.js';

export type Place = Readonly<{ code: string; name: string; region: boolean }>;
export type ScoreCell = Readonly<{ place: string; region: boolean; value: string; short: string | null; note: string | null; spark: string | null; range: string | null; ask: Readonly<{ href: string; hidden: string }> | null }>;
export type ScoreRow = Readonly<{ title: string; href: string; about: string; cells: readonly ScoreCell[] }>;

/** One indicator's figures, place by place; a place that has none is undefined. */
export type FigureRow = Readonly<{ regional: IndicatorFigure; figures: readonly Readonly<{ place: Place; figure: IndicatorFigure | undefined }>[] }>;

/** How the page was asked for: what its links carry on. */
export type Asked = Readonly<{ month: Month; known: LocalDate | null; then: boolean; soFar: boolean }>;

export const rowOf = ({ regional, figures }: FigureRow, asked: Asked): ScoreRow => {
  const shared = sparkScale(figures.flatMap(({ figure }) => (figure === undefined ? [] : [...valuesOf(figure), figure.target])), regional.measure, false);
  const targets = [...new Set(figures.flatMap(({ figure }) => (figure === undefined || figure.target === null ? [] : [figure.target])))];
  return {
    title: regional.title, href: indicatorHref(regional.id, linkOf(asked)), about: `${periodWords(regional.period, asked.month)}, ${aboutTarget(targets, regional)}`,
    cells: figures.map(({ place, figure }) => cellOf(place, figure, { asked, region: valuesOf(regional), shared, ownTarget: targets.length > 1 })),
  };
};

const linkOf = ({ month, known }: Asked): IndicatorAddress => ({ month, ...(known === null ? {} : { known }) });

/** The target that all have in common; else which way is better. */
const aboutTarget = (targets: readonly number[], figure: IndicatorFigure): string =>
  targets.length === 1 && targets[0] !== undefined ? targetWords(targets[0], figure) : targets.length > 1 ? 'targets differ' : polarityWords(figure.polarity);

/** 24 months and this one; null where there is no value. */
export const valuesOf = (figure: IndicatorFigure): readonly (number | null)[] => [...figure.history.map(({ status, value }) => (status === 'value' ? value : null)), figure.status === 'value' ? figure.value : null];

type Drawn = Readonly<{ asked: Asked; region: readonly (number | null)[]; shared: ReturnType<typeof sparkScale>; ownTarget: boolean }>;

const cellOf = (place: Place, figure: IndicatorFigure | undefined, drawn: Drawn): ScoreCell => {
  const empty = { place: place.name, region: place.region, short: null, spark: null, range: null, ask: null };
  if (figure === undefined) return { ...empty, value: 'not held', note: gapWords('not-held') };
  const known = valuesOf(figure).filter((value) => value !== null);
  const drawable = known.length >= 3;
  return {
    ...empty, value: figureWords(figure, figure.measure), short: shortWords(figure), note: noteOf(figure, drawn), spark: drawable ? sparkOf(place, figure, drawn) : null,
    range: drawable ? `In ${String(known.length)} months, lowest ${amountWords(Math.min(...known), figure.measure)}, highest ${amountWords(Math.max(...known), figure.measure)}.` : null,
    ask: figure.commentaryAsked ? { href: commentaryHref(figure.id, { authority: place.code, month: figure.month }), hidden: `on ${figure.title}` } : null,
  };
};

const sparkOf = (place: Place, figure: IndicatorFigure, { region, shared }: Drawn): string => {
  const values = valuesOf(figure);
  const scale = figure.measure === 'percentage' ? shared : sparkScale([...values, figure.target], figure.measure, figure.period === 'ytd');
  return spark({ values, behind: place.code === REGION || figure.measure !== 'percentage' ? null : region, target: figure.target, scale, monthsOfYear: figure.period === 'ytd' ? monthsSinceApril(figure.month) : null });
};

/** `3 of 8` where the share stands on few; better or worse than a year ago; or why there is no value. */
const noteOf = (figure: IndicatorFigure, { asked, ownTarget }: Drawn): string | null => {
  const values = valuesOf(figure);
  const now = values.at(-1) ?? null;
  const ago = values.at(-13) ?? null;
  if (now === null) return whyNot(figure);
  const parts = [fewWords(figure), ownTarget && figure.target !== null ? targetWords(figure.target, figure) : null, ago === null ? null : changeWords(now, ago, figure), figure.provisional && !asked.soFar ? 'so far' : null];
  return parts.filter((part) => part !== null).join(', ') || null;
};

/** The rate needs more than the files. */
const whyNot = ({ id, status }: IndicatorFigure): string | null => (id === RATE && status === 'not-held' ? 'no population entered, or not in the files' : gapWords(status));

const fewWords = ({ numerator, denominator }: IndicatorFigure): string | null => (denominator !== null && denominator < 10 ? `${String(numerator)} of ${String(denominator)}` : null);
