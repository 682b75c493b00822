import { type LocalDate, type Month, monthOf } from '@permanence/kernel/values';
import type { IndicatorFigure, MonthFigure } from '../api/regional-hub.js';
import { monthYear } from '../words/dates.js';
import { percent, whole } from '../words/numbers.js';

export type Described = Pick<IndicatorFigure, 'measure' | 'unit' | 'period' | 'polarity' | 'title'>;

const sizeWords = (change: number, measure: Described['measure']): string => (measure === 'count' ? whole(Math.abs(change)) : Math.abs(change).toFixed(1));

/** `86.1%`, `1,138`, `72.4` of 10,000. */
export const amountWords = (value: number, measure: Described['measure']): string => (measure === 'count' ? whole(value) : measure === 'percentage' ? percent(value) : value.toFixed(1));

/** The value in words; what is not there is said, never a nought and never a dash. */
export const figureWords = ({ status, value }: Pick<MonthFigure, 'status' | 'value'>, measure: Described['measure']): string => {
  if (status === 'value' && value !== null) return amountWords(value, measure);
  return { value: 'not recorded', 'not-applicable': 'not applicable', suppressed: 'c', 'not-held': 'not held' }[status];
};

/** Why there is no value. */
export const gapWords = (status: MonthFigure['status']): string | null =>
  ({ value: null, 'not-applicable': 'nobody to count it for', suppressed: '1 to 4, or would give one away', 'not-held': 'not in the files' })[status];

/** `at month end`, `since 1 April`, `12 months to October`, `year to 31 March`. */
export const periodWords = (period: Described['period'], month: Month): string =>
  ({ 'month-end': 'at month end', ytd: 'since 1 April', 'rolling-12': `12 months to ${monthYear(month).split(' ')[0] ?? ''}`, annual: 'year to 31 March' })[period];

export const polarityWords = (polarity: Described['polarity']): string => ({ higher: 'higher is better', lower: 'lower is better', context: 'no target' })[polarity];

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** `4 better`, `2.3 worse`, `14 fewer`, `same`: against another month, in the indicator's own sense of better. */
export const changeWords = (now: number, then: number, { measure, polarity }: Described): string => {
  const change = tenth(now - then);
  if (change === 0) return 'same';
  const size = sizeWords(change, measure);
  if (polarity === 'context') return `${size} ${change > 0 ? 'more' : 'fewer'}`;
  return `${size} ${(change > 0) === (polarity === 'higher') ? 'better' : 'worse'}`;
};

/** `8.9 short`, `2 over`; null where no target is set or it is met. */
export const shortWords = ({ short, measure, polarity }: Pick<IndicatorFigure, 'short' | 'measure' | 'polarity'>): string | null =>
  short === null || short === 0 ? null : `${measure === 'count' ? whole(short) : short.toFixed(1)} ${polarity === 'lower' ? 'over' : 'short'}`;

/** `target at least 95%`, `target at most 12`. */
export const targetWords = (target: number, { measure, polarity }: Pick<IndicatorFigure, 'measure' | 'polarity'>): string =>
  `target at ${polarity === 'lower' ? 'most' : 'least'} ${measure === 'percentage' ? `${String(target)}%` : whole(target)}`;

/** `+2.2`, `−3`, `same`. */
export const differenceWords = (now: number, then: number, measure: Described['measure']): string => {
  const change = tenth(now - then);
  if (change === 0) return 'same';
  return `${change > 0 ? '+' : '\u2212'}${sizeWords(change, measure)}`;
};

/** How many months of the financial year are over at the end of a month: April 1, March 12. */
export const monthsSinceApril = (month: Month): number => ((Number(month.slice(5, 7)) + 8) % 12) + 1;

/** The months that a page offers, newest first: as many as are held of any council, five years at most. */
export const monthChoices = (first: Month | null, last: LocalDate | null): readonly Month[] => {
  if (first === null || last === null) return [];
  const months: Month[] = [];
  const end = Number(monthOf(last).slice(0, 4)) * 12 + Number(monthOf(last).slice(5, 7)) - 1;
  for (let at = end; at > end - 72; at -= 1) {
    const month = `${String(Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}` as Month;
    if (month < first) break;
    months.push(month);
  }
  return months;
};

/** By how much a figure misses its target; null where none is set. */
export const shortOf = ({ value, target }: Readonly<{ value: number | null; target: number | null }>, polarity: Described['polarity']): number | null =>
  value === null || target === null || polarity === 'context' ? null : Math.max(0, tenth(polarity === 'lower' ? value - target : target - value));

const AREAS: Readonly<Record<string, string>> = {
  'looked-after-context': 'Children in care', fostering: 'Foster homes', adoption: 'Adoption', 'special-guardianship': 'Special guardianship', 'return-home': 'Going home', 'leaving-care': 'Leaving care',
  'recording-quality': 'Recording', 'regional-benefits': 'Early permanence',
};
/** What an area of the list of indicators is called. */
export const areaWords = (area: string): string => AREAS[area] ?? area;
