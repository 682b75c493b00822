import { type LocalDate, type Month, REGION, type TenantId } from '@permanence/kernel/values';
import { shortNameOf } from '@permanence/contracts/partnership';
import { type IndicatorDefinition, shortfallOf } from '@permanence/regional-hub/domain';
import type { PackDto, PackIndicatorDto, PlaceFigureDto } from './packs.dto.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export const monthWords = (month: Month): string => `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
export const dayWords = (day: LocalDate): string => `${String(Number(day.slice(8)))} ${monthWords(day.slice(0, 7) as Month)}`;

export const placeWords = (place: TenantId): string => (place === REGION ? 'Region' : shortNameOf(place));

const AREAS: Readonly<Record<string, string>> = {
  'looked-after-context': 'Children in care', fostering: 'Foster homes', adoption: 'Adoption', 'special-guardianship': 'Special guardianship', 'return-home': 'Going home',
  'leaving-care': 'Leaving care', 'recording-quality': 'Recording', 'regional-benefits': 'Early permanence',
};
export const areaWords = (area: string): string => AREAS[area] ?? area;

const GAPS = { 'not-applicable': 'not applicable', suppressed: 'c', 'not-held': 'not held' } as const;

type Shown = Pick<PlaceFigureDto, 'status' | 'value' | 'numerator' | 'denominator'>;

/** `86.1%`, `1,138`, `c`, `not held`; a share that stands on fewer than 10 has its counts beside it (kpi.md convention 4). */
export const figureWords = ({ status, value, numerator, denominator }: Shown, measure: string): string => {
  if (status !== 'value' || value === null) return status === 'value' ? 'not held' : GAPS[status];
  if (measure === 'count') return value.toLocaleString('en-GB');
  const few = denominator !== null && denominator < 10 ? ` (${String(numerator)} of ${String(denominator)})` : '';
  return `${measure === 'percentage' ? `${value.toFixed(1)}%` : value.toFixed(1)}${few}`;
};

/** `8.9 short of 95`, `2 over 12`; null where no target is set or it is met. */
export const shortWords = ({ value, target }: PlaceFigureDto, polarity: string): string | null => {
  if (value === null || target === null) return null;
  const short = shortfallOf(value, target, polarity as IndicatorDefinition['polarity']);
  return short === 0 ? null : `${String(short)} ${polarity === 'lower' ? 'over' : 'short of'} ${String(target)}`;
};

/** `at month end`, `since 1 April`, `in 12 months`. */
export const periodWords = (period: string): string => ({ 'month-end': 'at month end', ytd: 'since 1 April', 'rolling-12': 'in 12 months', annual: 'at 31 March' })[period] ?? period;

export const packTitle = ({ authority, month, version }: Pick<PackDto, 'authority' | 'month' | 'version'>): string =>
  `${placeWords(authority)}, ${monthWords(month)}: ${version === 'public' ? 'public version' : 'management version'}`;

/** The areas of a pack in their order, each with its indicators. */
export const areasOf = ({ indicators }: Pick<PackDto, 'indicators'>): readonly Readonly<{ area: string; indicators: readonly PackIndicatorDto[] }>[] =>
  [...new Set(indicators.map(({ area }) => area))].map((area) => ({ area, indicators: indicators.filter((each) => each.area === area) }));
