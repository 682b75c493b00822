import type { Tally } from './counter.js';

/** A figure as regional-hub answers it, as far as it is compared. */
export type Answered = Readonly<{ status: string; value: number | null; numerator: number | null; denominator: number | null; cohort: number | null }>;

const NOT_HELD: Answered = { status: 'not-held', value: null, numerator: null, denominator: null, cohort: null };

/** One decimal place, half up (kpi.md, convention 3). */
const ofAll = (of: number, all: number, unit: number): number => Math.round((of * unit * 10) / all) / 10;

const isRate = (id: string): boolean => id === 'cla-rate-per-10000';
const isShare = (id: string): boolean => id.endsWith('-percentage') || isRate(id);

/** Counts beside which the number of cases that were looked at is shown. */
const WITH_COHORT: ReadonlySet<string> = new Set(['rth-re-entry-within-6-months', 'rth-re-entry-within-12-months']);

/** The figure that counts come to (kpi.md, conventions 4 and 13). */
export const figureOf = (id: string, counted: Pick<Tally, 'of' | 'all'> | undefined): Answered => {
  if (counted === undefined) return NOT_HELD;
  const { of, all } = counted;
  if (!isShare(id)) return { status: 'value', value: of, numerator: of, denominator: null, cohort: WITH_COHORT.has(id) ? all : null };
  if (all === 0) return { status: 'not-applicable', value: null, numerator: of, denominator: all, cohort: null };
  return { status: 'value', value: ofAll(of, all, isRate(id) ? 10_000 : 100), numerator: of, denominator: all, cohort: null };
};
