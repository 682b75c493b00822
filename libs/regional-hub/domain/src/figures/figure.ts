import type { IndicatorDefinition } from '../indicators/definition.js';

/** Whole counts: of a count's cases, or of a share's two parts. `cohort` is the number of cases looked at, where the catalogue shows it beside a count. */
export type Counts = Readonly<{ numerator: number; denominator: number }>;

export type FigureStatus = 'value' | 'not-applicable' | 'suppressed' | 'not-held';

/** What a person is shown of one indicator, authority and month. Only a `value` has numbers; `not-applicable` has its zero counts. */
export type Figure = Readonly<{ status: FigureStatus; value: number | null; numerator: number | null; denominator: number | null }>;

const NOTHING = { value: null, numerator: null, denominator: null } as const;

/** Outside of what the source can say: neither 0 nor not applicable (kpi.md convention 13). */
export const NOT_HELD: Figure = { status: 'not-held', ...NOTHING };

/** Too small to be published (convention 7). */
export const SUPPRESSED: Figure = { status: 'suppressed', ...NOTHING };

/** A share in percent with one decimal place, half up, from whole counts (convention 3). `denominator` is not 0. */
export const shareOf = ({ numerator, denominator }: Counts): number => Math.floor((2000 * numerator + denominator) / (2 * denominator)) / 10;

/** Of 10,000 with one decimal place, half up, from whole counts. `denominator` is not 0. */
const rateOf = ({ numerator, denominator }: Counts): number => Math.floor((200_000 * numerator + denominator) / (2 * denominator)) / 10;

/** The figure that counts come to. A share of nothing is not applicable, never 0 % or 100 % (convention 4). */
export const figureOf = (measure: IndicatorDefinition['measure'], counts: Counts): Figure => {
  const { numerator, denominator } = counts;
  if (measure === 'count') return { status: 'value', value: numerator, numerator, denominator: null };
  if (denominator === 0) return { status: 'not-applicable', value: null, numerator, denominator };
  return { status: 'value', value: measure === 'rate' ? rateOf(counts) : shareOf(counts), numerator, denominator };
};

/** Sum over sum, never the mean of shares (convention 8). */
export const sumOf = (counts: readonly Counts[]): Counts =>
  counts.reduce((sum, each) => ({ numerator: sum.numerator + each.numerator, denominator: sum.denominator + each.denominator }), { numerator: 0, denominator: 0 });
