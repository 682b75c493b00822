/** Modules of the SSDA903 that an indicator may stand on (ssda903-import.md, What a figure may claim 1). */
export type FeedingModule = 'Episodes' | 'Reviews' | 'PlacedAdoption' | 'OC3';

/** What a council records in its own hub beside its files; it says by kind from which day on it records everything. */
export type RecordKind = 'visits' | 'health' | 'education' | 'moves' | 'disability' | 'plans' | 'leaving-care';

/** How far back from D a kind must have been recorded whole, for a figure of D to count everything that it counts. */
export type RecordsSince = 'day' | 'month' | '6-months' | '12-months' | 'year' | 'month-before-year';

export const AREAS = ['looked-after-context', 'fostering', 'adoption', 'special-guardianship', 'return-home', 'leaving-care', 'recording-quality', 'regional-benefits'] as const;

/** One indicator of the catalogue `kpi.json`, in words. How it is counted stands beside its definition, in the service's file of the same name. */
export type IndicatorDefinition = Readonly<{
  id: string;
  area: (typeof AREAS)[number];
  title: string;
  /** A rate is per 10,000. */
  measure: 'count' | 'percentage' | 'rate';
  unit: 'children' | 'young people' | 'placements' | 'percent' | 'per 10,000';
  /** Only 31 March has a figure of an annual one. */
  period: 'month-end' | 'ytd' | 'rolling-12' | 'annual';
  /** Which way is better; `context` where neither is. */
  polarity: 'higher' | 'lower' | 'context';
  /** What is counted. The end of the month is today in the month in progress. */
  numerator: string;
  /** What a share is a share of, a rate a rate of; null for a count. */
  denominator: string | null;
  /** Whose size stands beside a count, where the catalogue asks for it. */
  cohort?: string;
  /** A month is held when each of these is loaded for its collection. */
  modules: readonly FeedingModule[];
  /** And when the council has recorded these kinds whole for as long as the figure looks back. */
  records?: Readonly<{ kinds: readonly RecordKind[]; since: RecordsSince }>;
  /** And when the council's population aged 0 to 17 has been entered. */
  population?: true;
  source: string;
  /** What a reader must know to read the figure rightly. */
  note: string | null;
}>;
