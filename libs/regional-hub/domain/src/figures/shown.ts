import { REGION } from '@permanence/kernel/values';
import type { IndicatorDefinition } from '../indicators/definition.js';
import { type Counts, type Figure, NOT_HELD, SUPPRESSED, figureOf, sumOf } from './figure.js';
import { type Hidden, isTooSmall, measuresOf, suppressedAmong } from './suppression.js';

/** What one authority has for an indicator and month; `regional` is its part of the region's figure, where that differs. */
export type AuthorityCounts = Readonly<{ authority: string; own: Counts; regional: Counts }>;

/**
 * How a figure is read (regional-hub 2.3, 2.8): `public` sees what may be published; `council` its own figure and the region's as they are
 * and the others' as published; `region` everything as it is.
 */
export type Reader = Readonly<{ kind: 'public' } | { kind: 'council'; own: string } | { kind: 'region' }>;

/** Whether a reader sees a figure as it is; else as published. `authority` may be `region`. */
export const seesAsItIs = (reader: Reader, authority: string): boolean => reader.kind === 'region' || (reader.kind === 'council' && (authority === reader.own || authority === REGION));

type Asked = Readonly<{ definition: Pick<IndicatorDefinition, 'id' | 'measure' | 'cohort'>; held: readonly AuthorityCounts[]; reader: Reader }>;

/** An authority's figure as a reader may see it. Authorities that hold nothing are not among `held`. */
export const authorityFigure = (authority: string, { definition, held, reader }: Asked): Figure => {
  const mine = held.find((each) => each.authority === authority);
  if (!mine) return NOT_HELD;
  return hiddenFrom(reader, definition, held).authorities.has(authority) ? SUPPRESSED : figureOf(definition.measure, mine.own);
};

/** The region's figure: sum over sum of those that hold it. Even a council does not see it where it would give another's small number away. */
export const regionFigure = ({ definition, held, reader }: Asked): Figure => {
  if (held.length === 0) return NOT_HELD;
  const total = sumOf(held.map(({ regional }) => regional));
  const small = !seesAsItIs(reader, REGION) && measuresOf(definition).some((measure) => isTooSmall(measure, total));
  return small || hiddenFrom(reader, definition, held).total ? SUPPRESSED : figureOf(definition.measure, total);
};

/** What a cohort's size, shown beside a count, hides: it is a row of its own, with a total of its own. */
export const cohortHidden = (held: readonly AuthorityCounts[], reader: Reader): Hidden =>
  hiddenFrom(reader, { id: '', measure: 'count' }, held.map(({ authority, own, regional }) => ({ authority, own: { ...own, numerator: own.denominator }, regional })));

const hiddenFrom = (reader: Reader, definition: Asked['definition'], held: readonly AuthorityCounts[]): Hidden => {
  if (reader.kind === 'region') return { authorities: new Set(), total: false };
  const own = reader.kind === 'council' ? reader.own : undefined;
  return suppressedAmong(measuresOf(definition), held.filter(({ authority }) => authority !== own).map(({ authority, own: counts }) => ({ authority, counts })));
};
