import { REGION } from '@permanence/kernel/values';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { type Counts, type Figure, NOT_HELD, SUPPRESSED, figureOf, sumOf } from './figure.js';
import { isTooSmall, suppressedAmong } from './suppression.js';

/** What one authority has for an indicator and month; `regional` is its part of the region's figure, where that differs. */
export type AuthorityCounts = Readonly<{ authority: string; own: Counts; regional: Counts }>;

/**
 * How a figure is read (regional-hub 2.3, 2.8): `public` sees what may be published; `council` its own figure and the region's as they are
 * and the others' as published; `region` everything as it is.
 */
export type Reader = Readonly<{ kind: 'public' } | { kind: 'council'; own: string } | { kind: 'region' }>;

/** Whether a reader sees a figure as it is; else as published. `authority` may be `region`. */
export const seesAsItIs = (reader: Reader, authority: string): boolean => reader.kind === 'region' || (reader.kind === 'council' && (authority === reader.own || authority === REGION));

type Asked = Readonly<{ measure: IndicatorDefinition['measure']; held: readonly AuthorityCounts[]; reader: Reader }>;

/** An authority's figure as a reader may see it. Authorities that hold nothing are not among `held`. */
export const authorityFigure = (authority: string, { measure, held, reader }: Asked): Figure => {
  const mine = held.find((each) => each.authority === authority);
  if (!mine) return NOT_HELD;
  return hiddenFrom(reader, measure, held).has(authority) ? SUPPRESSED : figureOf(measure, mine.own);
};

/** The region's figure: sum over sum of those that hold it. */
export const regionFigure = ({ measure, held, reader }: Asked): Figure => {
  if (held.length === 0) return NOT_HELD;
  const total = sumOf(held.map(({ regional }) => regional));
  return !seesAsItIs(reader, REGION) && isTooSmall(measure, total) ? SUPPRESSED : figureOf(measure, total);
};

const hiddenFrom = (reader: Reader, measure: Asked['measure'], held: readonly AuthorityCounts[]): ReadonlySet<string> => {
  if (reader.kind === 'region') return new Set();
  const own = reader.kind === 'council' ? reader.own : undefined;
  return suppressedAmong(measure, held.filter(({ authority }) => authority !== own).map(({ authority, own: counts }) => ({ authority, counts })));
};
