import type { IndicatorDefinition } from '../indicators/definition.js';
import type { Counts } from './figure.js';

/** One authority's counts in a row of authorities with a total. */
export type Cell = Readonly<{ authority: string; counts: Counts }>;

const SMALL = 5;

const isSmall = (count: number): boolean => count > 0 && count < SMALL;

/** Whether one figure alone may not be published: a count of 1 to 4; a share with such a part on either side, or of fewer than 5 (kpi.md convention 7). */
export const isTooSmall = (measure: IndicatorDefinition['measure'], { numerator, denominator }: Counts): boolean =>
  measure === 'count'
    ? isSmall(numerator)
    : isSmall(numerator) || isSmall(denominator - numerator) || (denominator > 0 && denominator < SMALL);

/**
 * The authorities whose figures are suppressed in a row with a shown total: the small ones, and where that is exactly one, the
 * smallest other too, or the small one could be worked out. Ties go to the lowest code; a zero is taken only where no other cell is left.
 * @param cells what the reader does not know already: a reader who sees one authority's figure as it is gets it left out here
 */
export const suppressedAmong = (measure: IndicatorDefinition['measure'], cells: readonly Cell[]): ReadonlySet<string> => {
  const small = cells.filter(({ counts }) => isTooSmall(measure, counts)).map(({ authority }) => authority);
  const partner = small.length === 1 ? smallestOf(cells.filter(({ authority }) => authority !== small[0])) : undefined;
  return new Set(partner === undefined ? small : [...small, partner]);
};

const smallestOf = (cells: readonly Cell[]): string | undefined =>
  [...cells].sort((a, b) => rank(a) - rank(b) || a.counts.numerator - b.counts.numerator || (a.authority < b.authority ? -1 : 1))[0]?.authority;

/** Cells with something in them before zeros. */
const rank = ({ counts }: Cell): number => (counts.numerator > 0 ? 0 : 1);
