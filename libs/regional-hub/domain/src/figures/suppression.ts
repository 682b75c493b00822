import type { IndicatorDefinition } from '../indicators/definition.js';
import type { Counts } from './figure.js';

type Measure = IndicatorDefinition['measure'];

/** One authority's counts in a row of authorities with a total. */
export type Cell = Readonly<{ authority: string; counts: Counts }>;

/** What may not be shown of a row: authorities, and the total where it would still give one of them away. */
export type Hidden = Readonly<{ authorities: ReadonlySet<string>; total: boolean }>;

const SMALL = 5;

const isSmall = (count: number): boolean => count > 0 && count < SMALL;

/** Whether one figure alone may not be published: a count of 1 to 4, or a rate's; a share with such a part on either side, or of fewer than 5 (kpi.md convention 7). */
export const isTooSmall = (measure: Measure, { numerator, denominator }: Counts): boolean =>
  measure === 'percentage'
    ? isSmall(numerator) || isSmall(denominator - numerator) || (denominator > 0 && denominator < SMALL)
    : isSmall(numerator);

/** Indicators that show the same counts, once as a number and once as a share: what one of them hides, the other must. */
const SAME_COUNTS: readonly (readonly [string, string])[] = [
  ['fos-in-house-count', 'fos-in-house-percentage'], ['fos-agency-count', 'fos-agency-percentage'],
  ['fos-review-participation-count', 'fos-review-participation-percentage'], ['ado-waiting-over-18-months-count', 'ado-waiting-over-18-months-percentage'],
];

/** In which ways the counts of an indicator are shown anywhere. A number beside the size of its cohort says what a share says. */
export const measuresOf = ({ id, measure, cohort }: Pick<IndicatorDefinition, 'id' | 'measure' | 'cohort'>): readonly Measure[] => {
  if (cohort !== undefined || SAME_COUNTS.some((pair) => pair.includes(id))) return ['count', 'percentage'];
  // Whoever knows the population knows the count from the rate.
  return measure === 'rate' ? ['count'] : [measure];
};

/** Whether a numerator could be another by one, with another's the other way, and the sum the same. */
const couldBeOtherwise = (cell: Counts, others: readonly Counts[]): boolean =>
  others.some((other) => (cell.numerator > 0 && other.numerator < other.denominator) || (cell.numerator < cell.denominator && other.numerator > 0));

/**
 * Whether hidden numbers stay hidden from somebody who knows the total, all that is shown, and from other figures the denominators of shares.
 * A nought is only hidden where nothing else is left, so that hidden counts are 1 or more: as many as cells would all be 1.
 */
const staysHidden = (measures: readonly Measure[], hidden: readonly Cell[]): boolean => {
  const counts = hidden.map((cell) => cell.counts);
  const least = counts.some(({ numerator }) => numerator === 0) ? 0 : counts.length;
  const sum = counts.reduce((total, { numerator }) => total + numerator, 0);
  const asCounts = !measures.includes('count') || (counts.length > 1 && sum > least);
  const asShares = !measures.includes('percentage') || counts.every((each, at) => !isTooSmall('percentage', each) || couldBeOtherwise(each, counts.filter((_, other) => other !== at)));
  return asCounts && asShares;
};

/**
 * What is suppressed in a row with a shown total: the small cells, and as many of the smallest others as it takes, or a small one could be
 * worked out. Ties go to the lowest code; a zero is taken only where no other cell is left. Where even all cells do not hide one, the total is hidden.
 * @param cells what the reader does not know already: a reader who sees one authority's figure as it is gets it left out here
 */
export const suppressedAmong = (measure: Measure | readonly Measure[], cells: readonly Cell[]): Hidden => {
  const measures = typeof measure === 'string' ? [measure] : measure;
  const small = cells.filter(({ counts }) => measures.some((each) => isTooSmall(each, counts)));
  if (small.length === 0) return { authorities: new Set(), total: false };
  const others = smallestFirst(cells.filter((cell) => !small.includes(cell)));
  const enough = Array.from({ length: others.length + 1 }, (_, more) => [...small, ...others.slice(0, more)]).find((hidden) => staysHidden(measures, hidden));
  return { authorities: new Set((enough ?? [...small, ...others]).map(({ authority }) => authority)), total: enough === undefined };
};

const smallestFirst = (cells: readonly Cell[]): readonly Cell[] =>
  [...cells].sort((a, b) => rank(a) - rank(b) || a.counts.numerator - b.counts.numerator || (a.authority < b.authority ? -1 : 1));

/** Cells with something in them before zeros. */
const rank = ({ counts }: Cell): number => (counts.numerator > 0 ? 0 : 1);
