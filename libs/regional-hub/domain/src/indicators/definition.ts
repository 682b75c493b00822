/** Modules of the SSDA903 that an indicator may stand on (ssda903-import.md, What a figure may claim 1). */
export type FeedingModule = 'Episodes' | 'Reviews' | 'PlacedAdoption';

/** One indicator of the catalogue `kpi.json`, in words: what is counted stands here, how it is counted in the service's file of the same name. */
export type IndicatorDefinition = Readonly<{
  id: string;
  area: 'looked-after-context' | 'fostering' | 'adoption' | 'special-guardianship' | 'return-home' | 'regional-benefits';
  title: string;
  measure: 'count' | 'percentage';
  unit: 'children' | 'placements' | 'percent';
  period: 'month-end' | 'ytd' | 'rolling-12';
  /** Which way is better; `context` where neither is. */
  polarity: 'higher' | 'lower' | 'context';
  /** What is counted. The end of the month is today in the month in progress. */
  numerator: string;
  /** What a share is a share of; null for a count. */
  denominator: string | null;
  /** Whose size stands beside a count, where the catalogue asks for it. */
  cohort?: string;
  /** A month is held when each of these is loaded for its collection. */
  modules: readonly FeedingModule[];
  source: string;
  /** What a reader must know to read the figure rightly. */
  note: string | null;
}>;

/** A definition of one of the areas, without its area. */
export type InArea = Omit<IndicatorDefinition, 'area'>;

export const FINAL_SPECIFICATION = 'Peterborough final specification 2016, section 16.2.3';
