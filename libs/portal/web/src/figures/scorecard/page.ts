import { type LocalDate, type Month, REGION, addMonthsTo } from '@permanence/kernel/values';
import type { Horizon, IndicatorFigure } from '../../api/regional-hub.js';
import { spark, sparkScale } from '../../drawings/spark.js';
import type { View } from '../../frame/view.js';
import { fullDate, longDate, monthYear } from '../../words/dates.js';
import { listed } from '../../words/numbers.js';
import { SCORECARD, indicatorHref } from '../addresses.js';
import { changeWords, figureWords, gapWords, monthChoices, monthsSinceApril, periodWords, polarityWords } from '../figure-words.js';

export type Place = Readonly<{ code: string; name: string; region: boolean }>;
export type ScoreCell = Readonly<{ place: string; region: boolean; value: string; note: string | null; spark: string | null; range: string | null }>;
export type ScoreRow = Readonly<{ title: string; href: string; about: string; cells: readonly ScoreCell[] }>;
export type Scorecard = Readonly<{
  month: string; heading: string; knownSentence: string; firstMonth: string; before: string; places: readonly Place[]; areas: readonly Readonly<{ id: string; title: string; rows: readonly ScoreRow[] }>[];
  action: string; months: readonly Readonly<{ value: string; text: string; selected: boolean }>[]; known: string; suppressed: boolean; horizons: readonly string[]; nothing: string | null;
}>;
export type ScorecardFacts = Readonly<{ month: Month; today: LocalDate; known: LocalDate | null; horizons: readonly Horizon[]; figures: readonly Readonly<{ authority: string; items: readonly IndicatorFigure[] }>[] }>;

const AREAS: readonly (readonly [string, string])[] = [
  ['looked-after-context', 'Children in care'], ['fostering', 'Foster homes'], ['adoption', 'Adoption'], ['special-guardianship', 'Special guardianship'], ['return-home', 'Going home'], ['regional-benefits', 'Early permanence'],
];

/** Every indicator a row, the region and each council a column: value, small picture, better or worse than a year ago. A gap says what it is. */
export const scorecardPage = (facts: ScorecardFacts): View<Scorecard> => {
  const places = placesOf(facts.horizons);
  const councils = facts.horizons.filter(({ authority }) => authority !== REGION);
  const newest = councils.map(({ completeTo }) => completeTo).filter((day) => day !== null).sort().at(-1) ?? null;
  const first = councils.map(({ firstMonth }) => firstMonth).filter((month) => month !== null).sort()[0] ?? null;
  const region = facts.figures.find(({ authority }) => authority === REGION)?.items ?? [];
  const all = facts.figures.flatMap(({ items }) => items);
  const soFar = all.length > 0 && all.every(({ status, provisional }) => status !== 'value' || provisional);
  return {
    template: 'figures/scorecard/page.njk', title: `Figures, ${monthYear(facts.month)}`, section: 'region', crumbs: [], print: { landscape: true },
    page: {
      month: monthYear(facts.month), heading: `Figures, ${monthYear(facts.month)}${soFar ? ' so far' : ''}`, before: monthYear(addMonthsTo(facts.month, -12)), firstMonth: monthYear(addMonthsTo(facts.month, -24)), places, action: SCORECARD, known: facts.known ?? '',
      knownSentence: facts.known === null ? `As known today, ${fullDate(facts.today)}.` : `As known on ${fullDate(facts.known)}.`,
      months: monthChoices(first, newest).map((month) => ({ value: month, text: monthYear(month), selected: month === facts.month })),
      areas: AREAS.map(([id, title]) => ({ id, title, rows: region.filter(({ area }) => area === id).map((figure) => rowOf(figure, facts, places, soFar)) })).filter(({ rows }) => rows.length > 0),
      suppressed: all.some(({ status }) => status === 'suppressed'), horizons: councils.map(horizonWords), nothing: newest === null ? 'No council has loaded its files yet. Figures appear within seconds of the first.' : null,
    },
  };
};

const placesOf = (horizons: readonly Horizon[]): readonly Place[] => [
  { code: REGION, name: 'Region', region: true }, ...horizons.filter(({ authority }) => authority !== REGION).map(({ authority, name }) => ({ code: authority, name, region: false })),
];

const rowOf = (regional: IndicatorFigure, { figures, month, known }: ScorecardFacts, places: readonly Place[], soFar: boolean): ScoreRow => {
  const row = places.map((place) => ({ place, figure: figures.find(({ authority }) => authority === place.code)?.items.find(({ id }) => id === regional.id) }));
  const shared = sparkScale(row.flatMap(({ figure }) => (figure === undefined ? [] : valuesOf(figure))), regional.measure, false);
  return {
    title: regional.title, href: indicatorHref(regional.id, { month, ...(known === null ? {} : { known }) }), about: `${periodWords(regional.period, month)}, ${polarityWords(regional.polarity)}`,
    cells: row.map(({ place, figure }) => (figure === undefined ? { place: place.name, region: place.region, value: 'not held', note: null, spark: null, range: null } : cellOf(place, soFar ? { ...figure, provisional: false } : figure, valuesOf(regional), shared))),
  };
};

/** 24 months and this one; null where there is no value. */
const valuesOf = (figure: IndicatorFigure): readonly (number | null)[] => [...figure.history.map(({ status, value }) => (status === 'value' ? value : null)), figure.status === 'value' ? figure.value : null];

const cellOf = (place: Place, figure: IndicatorFigure, region: readonly (number | null)[], shared: ReturnType<typeof sparkScale>): ScoreCell => {
  const values = valuesOf(figure);
  const known = values.filter((value) => value !== null);
  const own = figure.measure === 'percentage' ? shared : sparkScale(values, 'count', figure.period === 'ytd');
  return {
    place: place.name, region: place.region, value: figureWords(figure, figure.measure), note: noteOf(figure, values),
    spark: known.length < 3 ? null : spark({ values, behind: place.region || figure.measure === 'count' ? null : region, scale: own, monthsOfYear: figure.period === 'ytd' ? monthsSinceApril(figure.month) : null }),
    range: known.length < 3 ? null : `In ${String(known.length)} months, lowest ${figureWords({ status: 'value', value: Math.min(...known) }, figure.measure)}, highest ${figureWords({ status: 'value', value: Math.max(...known) }, figure.measure)}.`,
  };
};

/** `3 of 8` where the share stands on few; better or worse than a year ago; or why there is no value. */
const noteOf = (figure: IndicatorFigure, values: readonly (number | null)[]): string | null => {
  const now = values.at(-1) ?? null;
  const ago = values.at(-13) ?? null;
  if (now === null) return gapWords(figure.status);
  const few = figure.denominator !== null && figure.denominator < 10 ? `${String(figure.numerator)} of ${String(figure.denominator)}` : null;
  return [few, ago === null ? null : changeWords(now, ago, figure), figure.provisional ? 'so far' : null].filter((part) => part !== null).join(', ') || null;
};

const horizonWords = ({ name, firstMonth, completeTo, yearsMissing }: Horizon): string => {
  if (firstMonth === null || completeTo === null) return `${name}: nothing loaded yet`;
  const missing = yearsMissing.length === 0 ? '' : `, without ${listed(yearsMissing.map((year) => `${String(year - 1)} to ${String(year)}`))}`;
  return `${name}: ${monthYear(firstMonth)} to ${longDate(completeTo)}${missing}`;
};
