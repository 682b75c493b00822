import { type AuthorityCounts, type Figure, type IndicatorDefinition, type Reader, authorityFigure, cohortHidden, isProvisional, isTooSmall, knownThenOn, regionFigure, seesAsItIs } from '@permanence/regional-hub/domain';
import { type LocalDate, type Month, REGION, type TenantId } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import type { MonthFigureDto } from './figures.dto.js';

/** How the person reads figures: what may be published, the own council as it is, or everything (regional-hub 2.8). */
export const readerOf = ({ capabilities, authority }: Who): Reader => {
  const reach = capabilities.get('kpi:read');
  if (reach === 'region') return { kind: 'region' };
  return reach === 'statistics' || reach === undefined ? { kind: 'public' } : { kind: 'council', own: authority };
};

/** Whose figure is asked for, by whom, and as known when. */
export type Asking = Readonly<{ definition: IndicatorDefinition; authority: TenantId; reader: Reader; asKnownOn: LocalDate; today: LocalDate }>;

/** The figure that the counts of all authorities come to. */
export const shown = ({ definition, authority, reader }: Asking, held: readonly AuthorityCounts[]): Figure => {
  const asked = { definition, held, reader };
  return authority === REGION ? regionFigure(asked) : authorityFigure(authority, asked);
};

/** One month's figure as it leaves the service. */
export const monthFigure = (asking: Asking, month: Month, held: readonly AuthorityCounts[] = []): MonthFigureDto => {
  const figure = shown(asking, held);
  return {
    month, ...figure, cohort: cohortOf(asking, figure, held),
    asKnownOn: asking.asKnownOn, knownThenOn: knownThenOn(month), provisional: isProvisional(month, asking.asKnownOn, asking.today),
  };
};

/** The size of the cohort that a count is taken of, where the catalogue shows it; hidden with the figure, and where it is itself too small to be published or would give away one that is. */
const cohortOf = ({ definition, authority, reader }: Asking, { status }: Figure, held: readonly AuthorityCounts[]): number | null => {
  if (definition.cohort === undefined || status !== 'value') return null;
  const size = held.filter((each) => authority === REGION || each.authority === authority).reduce((sum, { own }) => sum + own.denominator, 0);
  const hidden = cohortHidden(held, reader);
  const isHidden = authority === REGION ? hidden.total || (!seesAsItIs(reader, REGION) && isTooSmall('count', { numerator: size, denominator: size })) : hidden.authorities.has(authority);
  return isHidden ? null : size;
};
