import { type AuthorityCounts, type Counts, type PackCase, type PackFigure, sumOf } from '@permanence/regional-hub/domain';
import { REGION, type TenantId } from '@permanence/kernel/values';

/** What a figure comes to for one place, with the cases that it counts. */
export type OfPlace = Readonly<{ counts: Counts; cases: readonly PackCase[] }>;

/** An indicator's figure for a council or the region; undefined where nobody holds it. */
export const figureOfPlace = (figures: readonly PackFigure[], indicator: string, place: TenantId): OfPlace | undefined => {
  const parts = figures.filter((each) => each.indicator === indicator && (place === REGION || each.authority === place));
  if (parts.length === 0) return undefined;
  const cases = parts.flatMap((each) => each.cases ?? []);
  return place === REGION
    ? { counts: sumOf(parts.map(({ regionalNumerator, denominator }) => ({ numerator: regionalNumerator, denominator }))), cases: cases.filter(({ inRegion }) => inRegion) }
    : { counts: sumOf(parts), cases: cases.filter(({ counted }) => counted) };
};

/** The councils' counts of an indicator, as figures are shown from. */
export const heldIn = (figures: readonly Omit<PackFigure, 'cases'>[], indicator: string): readonly AuthorityCounts[] =>
  figures.filter((each) => each.indicator === indicator).map(({ authority, numerator, regionalNumerator, denominator }) =>
    ({ authority, own: { numerator, denominator }, regional: { numerator: regionalNumerator, denominator } }));
