import type { LocalDate } from '@permanence/kernel/values';
import type { ChildRow } from '../../api/locality-hub.js';
import type { CountedPage } from '../../api/problem.js';
import type { IndicatorCase, IndicatorDefinition, IndicatorFigure } from '../../api/regional-hub.js';
import { type Paging, type Trail, pagingOf } from '../../frame/paging.js';
import type { Table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { fullDate, monthYear } from '../../words/dates.js';
import { casesHref, indicatorHref, scorecardHref } from '../addresses.js';
import { figureWords } from '../figure-words.js';
import { casesTable } from './case-rows.js';

export type CasesPage = Readonly<{ heading: string; count: number; sentence: string; table: Table; paging: Paging }>;
export const CASES_SIZE = 50;

/** Every case behind a figure: as many as the count. */
export const casesPage = (facts: Readonly<{ figure: IndicatorFigure & IndicatorDefinition; place: string; cases: CountedPage<IndicatorCase>; children: readonly ChildRow[]; today: LocalDate; known: LocalDate | null; trail: Trail }>): View<CasesPage> => {
  const { figure, cases, known } = facts;
  const query = { authority: figure.authority, month: figure.month, ...(known === null ? {} : { known }) };
  const path = casesHref(figure.id, {});
  return {
    template: 'figures/cases/page.njk', title: `Cases: ${figure.title}`, section: 'region', crumbs: [{ text: `Scorecard, ${monthYear(figure.month)}`, href: scorecardHref({ month: figure.month }) }, { text: figure.title, href: indicatorHref(figure.id, query) }],
    page: {
      heading: `Cases: ${figure.title}`, count: cases.total,
      sentence: `${facts.place}, ${monthYear(figure.month)}, as known ${known === null ? 'today' : `on ${fullDate(known)}`}. The figure is ${figureWords(figure, figure.measure)}; these are the ${figure.measure === 'percentage' ? 'cases above the line' : 'cases counted'}.`,
      table: casesTable('The cases', cases.items, facts.children, facts.today), paging: pagingOf(cases, CASES_SIZE, facts.trail, path, query),
    },
  };
};
