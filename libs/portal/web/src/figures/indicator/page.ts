import { type LocalDate, REGION, dayInEngland, monthOf } from '@permanence/kernel/values';
import type { ChildRow, Me } from '../../api/locality-hub.js';
import type { Horizon, IndicatorCase } from '../../api/regional-hub.js';
import type { CountedPage } from '../../api/problem.js';
import type { Drawings } from '../../drawings/svg.js';
import { canDraw, trendDrawings } from '../../drawings/trend.js';
import { type Moment, inFull } from '../../frame/moment.js';
import type { Table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { longDate, monthYear } from '../../words/dates.js';
import { counted, listed, whole } from '../../words/numbers.js';
import { POPULATION, RATE, casesHref, commentaryHref, figuresCsvHref, indicatorHref, scorecardHref } from '../addresses.js';
import { casesTable } from '../cases/case-rows.js';
import { figureWords, gapWords, monthChoices, periodWords, polarityWords, shortWords, targetWords } from '../figure-words.js';
import { restatementOf } from './restatement.js';
import { type IndicatorFacts, headlineOf, monthRows, monthTable, trendOf } from './trend-model.js';

type Choice = Readonly<{ value: string; text: string; selected: boolean }>;
export type IndicatorPage = Readonly<{
  heading: string; lede: string; action: string; authorities: readonly Choice[]; months: readonly Choice[]; known: string; populationHref: string | null; headline: string; sub: string; drawings: Drawings | null; gap: string | null; table: Table;
  everyMonthHref: string | null; csvHref: string; restatement: string | null; firstRecorded: Moment | null; lacks: string | null; target: string | null; said: Readonly<{ words: string; by: string }> | null; asked: string | null; sayHref: string | null; definition: Readonly<{ numerator: string; denominator: string | null; needed: string; source: string; note: string | null }>;
  cases: Readonly<{ heading: string; table: Table; all: Readonly<{ href: string; text: string }> | null }> | null; noCases: string | null;
}>;
export type IndicatorPageFacts = IndicatorFacts & Readonly<{
  me: Me; today: LocalDate; known: LocalDate | null; horizons: readonly Horizon[]; cases: (CountedPage<IndicatorCase> & Readonly<{ children: readonly ChildRow[] }>) | null;
}>;

export const CASES_SHOWN = 5;

/** One figure: what happened, the trend with its table, what it means, the cases behind it, and what was known when. */
export const indicatorPage = (facts: IndicatorPageFacts): View<IndicatorPage> => {
  const { figure, place, known } = facts;
  const rows = monthRows(facts);
  const trend = trendOf(facts, rows);
  const query = { authority: place.code, month: figure.month, ...(known === null ? {} : { known }) };
  return {
    template: 'figures/indicator/page.njk', title: figure.title, section: 'region', crumbs: [{ text: `Scorecard, ${monthYear(figure.month)}`, href: scorecardHref({ month: figure.month, ...(known === null ? {} : { known }) }) }],
    print: { filter: `${place.name}, ${monthYear(figure.month)}${known === null ? '' : `, beside what was known on ${longDate(known)}`}` },
    page: {
      heading: figure.title, lede: `${figure.numeratorWords}${figure.denominatorWords === null ? '' : `, of all ${lowerFirst(figure.denominatorWords)}`}: ${periodWords(figure.period, figure.month)}, ${polarityWords(figure.polarity)}.`,
      action: indicatorHref(figure.id), known: known ?? '', ...choicesOf(facts), headline: headlineOf(facts, rows), sub: subtitleOf(facts), drawings: canDraw(trend) ? trendDrawings(trend) : null,
      gap: gapSentence(facts), populationHref: populationOf(facts), table: monthTable(facts, rows), everyMonthHref: facts.everyMonth || rows.length >= facts.place.points.length ? null : indicatorHref(figure.id, { ...query, span: 'all' }),
      csvHref: figuresCsvHref(figure.id, query), restatement: restatementOf(facts), firstRecorded: figure.firstRecordedOn === null ? null : inFull(figure.firstRecordedOn), lacks: lacksOf(facts), ...saidOf(facts),
      definition: { numerator: figure.numeratorWords, denominator: figure.denominatorWords, needed: figure.neededWords, source: figure.source, note: figure.note },
      ...casesOf(facts, casesHref(figure.id, query)),
    },
  };
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const choicesOf = ({ horizons, place, figure }: IndicatorPageFacts): Pick<IndicatorPage, 'authorities' | 'months'> => {
  const held = horizons.find(({ authority }) => authority === place.code);
  return {
    authorities: horizons.map(({ authority, name }) => ({ value: authority, text: authority === REGION ? 'Region' : name, selected: authority === place.code })),
    months: monthChoices(held?.firstMonth ?? null, held?.completeTo ?? null).map((month) => ({ value: month, text: monthYear(month), selected: month === figure.month })),
  };
};

const subtitleOf = ({ figure, place, known, today, others, region }: IndicatorPageFacts): string =>
  [
    `${{ percentage: 'Per cent', rate: 'Per 10,000 children', count: 'Number' }[figure.measure]}, ${periodWords(figure.period, figure.month)}, as known today, ${longDate(today)}; crosses show what was known ${known === null ? 'when each pack was frozen, or two weeks after the month' : `on ${longDate(known)}`}.`,
    region === null ? `${place.name} in ink, thin lines are the councils.` : `${place.name} in ink, the broad line is the region${others.length === 0 ? '' : ', thin lines are the other councils'}.`,
  ].join(' ');

const gapSentence = (facts: IndicatorPageFacts): string | null => {
  const { figure, place } = facts;
  const gap = gapWords(figure.status);
  return gap === null ? null : `For ${place.name} in ${monthYear(figure.month)} this is “${figureWords(figure, figure.measure)}”: ${lacksPopulation(facts) ? populationGap(facts) : gap}.`;
};

/** The files of the month are here, and how many children live in the area is not. */
const lacksPopulation = ({ figure, place, horizons }: IndicatorPageFacts): boolean => {
  const held = horizons.find(({ authority }) => authority === place.code);
  return figure.id === RATE && figure.status === 'not-held' && held?.firstMonth != null && held.completeTo !== null && figure.month >= held.firstMonth && figure.month <= monthOf(held.completeTo);
};

const populationGap = ({ place, me }: IndicatorPageFacts): string => {
  if (place.code === REGION) return 'no council has entered its population';
  return `its population has not been entered${entersPopulation(me, place.code) ? '' : ". The council's performance officer enters it"}`;
};

const entersPopulation = (me: Me, place: string): boolean => me.authority.code === place && me.capabilities['population:set'] !== undefined;

const populationOf = ({ figure, place, me }: IndicatorPageFacts): string | null => (figure.id === RATE && entersPopulation(me, place.code) ? POPULATION : null);

const lacksOf = ({ figure, horizons }: IndicatorPageFacts): string | null =>
  figure.lacks.length === 0 ? null : `The region's figure lacks ${listed(figure.lacks.map((code) => horizons.find(({ authority }) => authority === code)?.name ?? code))}, of whom this month is not held.`;

/** The target that holds, what is said of the figure, and where this person says something. */
const saidOf = ({ figure, place, me }: IndicatorPageFacts): Pick<IndicatorPage, 'target' | 'said' | 'asked' | 'sayHref'> => {
  const { target, short, commentary, commentaryAsked } = figure;
  return {
    target: target === null ? null : `The board's ${targetWords(target, figure)}${short === null ? '' : short === 0 ? ', which is met' : `: ${shortWords(figure) ?? ''}`}.`,
    said: commentary === null ? null : { words: `${commentary.trend} ${commentary.reason} ${commentary.action}`, by: `${commentary.by}, ${longDate(dayInEngland(commentary.at))}` },
    asked: commentaryAsked ? 'This figure moved by more than a tenth, and nobody has said why yet.' : null,
    sayHref: me.authority.code === place.code && me.capabilities['commentary:write'] !== undefined ? commentaryHref(figure.id, { authority: place.code, month: figure.month }) : null,
  };
};

const casesOf = ({ figure, cases, me, place, today }: IndicatorPageFacts, href: string): Pick<IndicatorPage, 'cases' | 'noCases'> => {
  if (cases === null) return { cases: null, noCases: noCasesWords(me, place.code) };
  if (cases.total === 0) return { cases: null, noCases: figure.status === 'value' ? 'Nobody stands behind this figure: it is nought.' : null };
  const what = figure.unit === 'placements' ? 'placement' : 'case';
  const shown = Math.min(cases.items.length, CASES_SHOWN);
  return {
    noCases: null,
    cases: {
      heading: casesHeading(figure, cases.total), table: casesTable(`${shown === cases.total ? 'All of them' : `First ${String(shown)} of ${whole(cases.total)}`}`, cases.items.slice(0, CASES_SHOWN), cases.children, today),
      all: shown === cases.total ? null : { href, text: `See all ${counted(cases.total, what)}` },
    },
  };
};

/** `The 843 children`, `The 93 counted in 92.5%`; somebody who may see a part of them reads `Your 3 of the 843 children`. */
const casesHeading = (figure: IndicatorPageFacts['figure'], total: number): string => {
  const noun = { percentage: `counted in ${figureWords(figure, figure.measure)}`, rate: 'children', count: figure.unit }[figure.measure];
  return total === figure.numerator ? `The ${whole(total)} ${noun}` : `Your ${whole(total)} of the ${whole(figure.numerator ?? 0)} ${noun}`;
};

/** Why a list does not open, and whom to ask (portal.md 4, refusal 6). */
const noCasesWords = (me: Me, place: string): string => {
  if (me.authority.code === REGION || me.capabilities['kpi:drill-to-case'] === undefined)
    return 'You can see this figure but not the children behind it. The sharing agreement lets your role see counts; case lists open only in the council that looks after the child. Send a question to that council\'s team manager.';
  return place === REGION ? 'Choose your own council above to see the children behind its figure.' : 'You can see the other councils\' figures but not the children behind them. Ask that council\'s performance officer.';
};
