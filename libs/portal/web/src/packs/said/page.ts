import { type Month, dayInEngland } from '@permanence/kernel/values';
import type { IndicatorFigure } from '../../api/regional-hub.js';
import { commentaryHref, indicatorHref, scorecardHref } from '../../figures/addresses.js';
import { changeWords, figureWords } from '../../figures/figure-words.js';
import { type Cell, type Table, num, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { fullDate, monthYear } from '../../words/dates.js';

type Choice = Readonly<{ value: string; text: string; selected: boolean }>;
export type SaidPage = Readonly<{ heading: string; months: readonly Choice[]; asked: Table | null; said: Table | null; others: Table | null }>;
export type SaidFacts = Readonly<{ place: string; authority: string; month: Month; months: readonly Month[]; figures: readonly IndicatorFigure[] }>;

/** A person's own figures of a month: those that ask for a comment, those that have one, and the rest. */
export const saidPage = ({ place, authority, month, months, figures }: SaidFacts): View<SaidPage> => {
  const of = { authority, month };
  const held = figures.filter(({ status }) => status === 'value' || status === 'not-applicable');
  const rows = (those: readonly IndicatorFigure[], caption: string): Table | null =>
    those.length === 0 ? null : table(caption, ['Figure', num(monthYear(month)), 'Against a year before', 'Comment'], those.map((figure) => rowOf(figure, of)), true);
  return {
    template: 'packs/said/page.njk', title: `Comments, ${monthYear(month)}`, section: 'region', crumbs: [{ text: `Scorecard, ${monthYear(month)}`, href: scorecardHref({ month }) }],
    page: {
      heading: `Comments on ${monthYear(month)}, ${place}`, months: months.map((each) => ({ value: each, text: monthYear(each), selected: each === month })),
      asked: rows(held.filter(({ commentaryAsked }) => commentaryAsked), 'Asked for: moved by more than a tenth'), said: rows(held.filter(({ commentary }) => commentary !== null), 'Written'),
      others: rows(held.filter(({ commentary, commentaryAsked }) => commentary === null && !commentaryAsked), 'All others'),
    },
  };
};

const rowOf = (figure: IndicatorFigure, of: Readonly<{ authority: string; month: Month }>): readonly (Cell | string)[] => {
  const { commentary } = figure;
  const ago = figure.history.at(-12)?.value ?? null;
  return [
    { text: figure.title, href: indicatorHref(figure.id, of) }, figureWords(figure, figure.measure), figure.value === null || ago === null ? '' : changeWords(figure.value, ago, figure),
    { text: commentary === null ? 'Write a comment' : 'Change it', href: commentaryHref(figure.id, of), hidden: `on ${figure.title}`, ...(commentary === null ? {} : { sub: `${commentary.by}, ${fullDate(dayInEngland(commentary.at))}` }) },
  ];
};
