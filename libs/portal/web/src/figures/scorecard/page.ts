import { type LocalDate, type Month, REGION, addMonthsTo, dayInEngland } from '@permanence/kernel/values';
import type { PackLine } from '../../api/packs.js';
import type { Horizon, IndicatorFigure } from '../../api/regional-hub.js';
import { sparkKey } from '../../drawings/spark.js';
import type { View } from '../../frame/view.js';
import { fullDate, longDate, monthYear } from '../../words/dates.js';
import { listed, whole } from '../../words/numbers.js';
import { INDICATORS, PACKS, POPULATION, SCORECARD, TARGETS, commentaryListHref, packHref, scorecardCsvHref, scorecardHref } from '../addresses.js';
import { areaWords, monthChoices } from '../figure-words.js';
import { type LookHere, lookHereFirst } from './look-here.js';
import { type FigureRow, type Place, type ScoreRow, rowOf } from './row.js';

type Choice = Readonly<{ value: string; text: string; selected: boolean }>;
export type Scorecard = Readonly<{
  month: string; heading: string; knownSentence: string; packSentence: string | null; packHref: string | null; packsHref: string; targetsHref: string; populationHref: string | null; notHere: Readonly<{ words: string; href: string }>; firstMonth: string; before: string; places: readonly Place[];
  areas: readonly Readonly<{ id: string; title: string; rows: readonly ScoreRow[] }>[]; look: readonly LookHere[]; key: string;
  action: string; months: readonly Choice[]; bases: readonly Choice[]; known: string; suppressed: boolean; horizons: readonly string[]; nothing: string | null; csvHref: string;
  publicHref: string | null; ownHref: string | null; asked: Readonly<{ href: string; text: string }> | null; hasTargets: boolean;
}>;
export type ScorecardFacts = Readonly<{
  month: Month; today: LocalDate; known: LocalDate | null; then?: boolean; asPublic?: boolean; mayAsk?: boolean; mayEnterPopulation?: boolean; horizons: readonly Horizon[]; pack?: PackLine;
  figures: readonly Readonly<{ authority: string; items: readonly IndicatorFigure[] }>[];
}>;

/** Every indicator a row, the region and each council a column: value, small picture, how far short of its target, better or worse than a year ago. A gap says what it is. */
export const scorecardPage = (facts: ScorecardFacts): View<Scorecard> => {
  const councils = facts.horizons.filter(({ authority }) => authority !== REGION);
  const newest = councils.map(({ completeTo }) => completeTo).filter((day) => day !== null).sort().at(-1) ?? null;
  const all = facts.figures.flatMap(({ items }) => items);
  const soFar = all.length > 0 && all.every(({ status, provisional }) => status !== 'value' || provisional);
  const rows = figureRows(facts);
  return {
    template: 'figures/scorecard/page.njk', title: `Scorecard, ${monthYear(facts.month)}`, section: 'region', crumbs: [], print: { landscape: true },
    page: {
      month: monthYear(facts.month), heading: `Scorecard, ${monthYear(facts.month)}${soFar ? ' so far' : ''}`, before: monthYear(addMonthsTo(facts.month, -12)), firstMonth: monthYear(addMonthsTo(facts.month, -24)), places: placesOf(facts.horizons),
      key: keyOf(facts.month), look: soFar || facts.asPublic === true ? [] : lookHereFirst(rows), areas: areasOf(rows, facts, soFar),
      horizons: councils.map(horizonWords), nothing: newest === null ? 'No council has loaded its files yet. Figures appear within seconds of the first.' : null,
      populationHref: facts.mayEnterPopulation === true ? POPULATION : null, notHere: notHereOf(rows.length), suppressed: all.some(({ status }) => status === 'suppressed'), hasTargets: all.some(({ target }) => target !== null), ...packOf(facts), ...choicesOf(facts, councils, newest), ...linksOf(facts, all),
    },
  };
};

const placesOf = (horizons: readonly Horizon[]): readonly Place[] => [
  { code: REGION, name: 'Region', region: true }, ...horizons.filter(({ authority }) => authority !== REGION).map(({ authority, name }) => ({ code: authority, name, region: false })),
];

/** One row an indicator, in the order of the list. */
export const figureRows = ({ figures, horizons }: Pick<ScorecardFacts, 'figures' | 'horizons'>): readonly FigureRow[] => {
  const region = figures.find(({ authority }) => authority === REGION)?.items ?? [];
  return region.map((regional) => ({
    regional, figures: placesOf(horizons).map((place) => ({ place, figure: figures.find(({ authority }) => authority === place.code)?.items.find(({ id }) => id === regional.id) })),
  }));
};

const areasOf = (rows: readonly FigureRow[], { month, known, then = false }: ScorecardFacts, soFar: boolean): Scorecard['areas'] =>
  [...new Set(rows.map(({ regional }) => regional.area))].map((area) => ({
    id: area, title: areaWords(area), rows: rows.filter(({ regional }) => regional.area === area).map((row) => rowOf(row, { month, known, then, soFar })),
  }));

/** Of the catalogue's indicators only those that somebody can feed have a line. */
const notHereOf = (lines: number): Scorecard['notHere'] => ({ words: lines === 0 ? 'No indicator is counted yet.' : `${whole(lines)} indicators of the catalogue are counted here. The others need facts that no council has sent yet. No figure stands in for them.`, href: INDICATORS });

const keyOf = (month: Month): string => sparkKey({ target: 'target', region: 'the region', before: 'a year ago', now: `now, ${monthYear(month).split(' ')[0] ?? ''}` });

const packOf = (facts: ScorecardFacts): Pick<Scorecard, 'knownSentence' | 'packSentence' | 'packHref' | 'packsHref' | 'targetsHref'> => ({
  knownSentence: knownWords(facts), packSentence: facts.pack === undefined ? null : packWords(facts.pack), packsHref: PACKS, targetsHref: TARGETS,
  packHref: facts.pack?.frozenAt == null ? null : packHref({ authority: REGION, month: facts.month }),
});

const knownWords = ({ known, then, today, asPublic }: ScorecardFacts): string => {
  if (then === true) return `As it was known then: each month as in the region's pack, or on the tenth working day after it.`;
  return known === null ? `As known today, ${fullDate(today)}${asPublic === true ? ', with small numbers hidden' : ''}.` : `As known on ${fullDate(known)}.`;
};

const packWords = ({ frozenAt, dueOn, late }: PackLine): string =>
  frozenAt === null ? `The region's pack of this month is not frozen yet. It ${late ? 'was' : 'is'} due on ${fullDate(dueOn)}.` : `The region's pack of this month was frozen on ${fullDate(dayInEngland(frozenAt))}${late ? ', which was late' : ''}.`;

const choicesOf = ({ month, known, then = false }: ScorecardFacts, councils: readonly Horizon[], newest: LocalDate | null): Pick<Scorecard, 'months' | 'bases' | 'known' | 'action'> => {
  const first = councils.map(({ firstMonth }) => firstMonth).filter((each) => each !== null).sort()[0] ?? null;
  return {
    action: SCORECARD, known: known ?? '', months: monthChoices(first, newest).map((each) => ({ value: each, text: monthYear(each), selected: each === month })),
    bases: [{ value: '', text: 'now, or on the day beside', selected: !then }, { value: 'then', text: 'then, when each pack was frozen', selected: then }],
  };
};

const linksOf = ({ month, known, then, asPublic, mayAsk }: ScorecardFacts, all: readonly IndicatorFigure[]): Pick<Scorecard, 'csvHref' | 'publicHref' | 'ownHref' | 'asked'> => {
  const query = { month, known: known ?? undefined, as: then === true ? 'then' : undefined };
  const asks = all.filter(({ commentaryAsked }) => commentaryAsked).length;
  return {
    csvHref: scorecardCsvHref({ ...query, view: asPublic === true ? 'public' : undefined }), publicHref: asPublic === true ? null : scorecardHref({ ...query, view: 'public' }), ownHref: asPublic === true ? scorecardHref(query) : null,
    asked: mayAsk === true ? { href: commentaryListHref({ month }), text: asks === 0 ? 'What is said of your figures' : `${String(asks)} of your figures ${asks === 1 ? 'asks' : 'ask'} for a comment` } : null,
  };
};

const horizonWords = ({ name, firstMonth, completeTo, yearsMissing }: Horizon): string => {
  if (firstMonth === null || completeTo === null) return `${name}: nothing loaded yet`;
  const missing = yearsMissing.length === 0 ? '' : `, without ${listed(yearsMissing.map((year) => `${String(year - 1)} to ${String(year)}`))}`;
  return `${name}: ${monthYear(firstMonth)} to ${longDate(completeTo)}${missing}`;
};
