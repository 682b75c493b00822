import type { TrackerApi } from './tracker.js';
import type { Instant, LocalDate, Month, TenantId, Uuid } from '@permanence/kernel/values';
import type { Commentary, PacksApi } from './packs.js';
import type { CountedPage, Page, PageQuery } from './problem.js';
import type { SharingApi } from './sharing.js';

/** What the portal asks of `regional-hub`, all under `/api/regional-hub/v1` with the person's bearer token. Suppression is the service's: what is `suppressed` has no value here. */
export interface RegionalHubApi extends PacksApi, SharingApi, TrackerApi {
  /** `GET /indicators?authority=&month=&history=24&known=&version=`: every indicator, in the order of the list; `history` adds as many months before this one to each item, oldest first. */
  indicators(query: FiguresQuery): Promise<Page<IndicatorFigure>>;
  /** `GET /indicators/{id}?authority=&month=&asKnownOn=`. */
  indicator(id: string, query: FigureQuery): Promise<IndicatorFigure & IndicatorDefinition>;
  /** `GET /indicators/{id}/series?authority=&asKnownOn=`: every month held, oldest first, each as known on the day asked for (today unless said) and as known then. */
  series(id: string, query: SeriesQuery): Promise<Page<SeriesMonth>>;
  /** `GET /indicators/{id}/cases?authority=&month=&asKnownOn=&cursor=`: 404 for another council's, 403 `DRILL_DOWN_REFUSED` for regional roles. `total` equals the figure's numerator where the person may see them all. */
  cases(id: string, query: FigureQuery & PageQuery): Promise<CountedPage<IndicatorCase>>;
  /** `GET /indicators/catalogue`: every indicator, and what those that are not counted wait for. */
  catalogue(): Promise<Page<CatalogueEntry>>;
  /** `GET /horizons`: what is held of each authority, and the region's own line. */
  horizons(): Promise<Page<Horizon>>;
}

/** `authority` is an ONS code or `region`. */
/** `known: 'then'`: each month as in its frozen pack, or on the tenth working day after it. `version: 'public'`: small numbers hidden from whoever asks. */
export type FiguresQuery = Readonly<{ authority: TenantId; month: Month; history?: number; asKnownOn?: LocalDate; known?: 'then'; version?: 'public' }>;
export type FigureQuery = Readonly<{ authority: TenantId; month: Month; asKnownOn?: LocalDate }>;
export type SeriesQuery = Readonly<{ authority: TenantId; asKnownOn?: LocalDate }>;

export type FigureStatus = 'value' | 'not-applicable' | 'suppressed' | 'not-held';
/** Percentages are rounded to one decimal by the service; a count's numerator is its value, its denominator null, `cohort` what it was taken of where that is shown beside it. */
export type MonthFigure = Readonly<{ month: Month; status: FigureStatus; value: number | null; numerator: number | null; denominator: number | null; cohort: number | null; provisional: boolean }>;
/** `then` is the month as it was known on its `knownThenOn`, the tenth working day after it; null until that day has passed. */
export type SeriesMonth = MonthFigure & Readonly<{ knownThenOn: LocalDate; then: MonthFigure | null }>;

export type IndicatorFigure = MonthFigure & Readonly<{
  id: string; authority: TenantId; asKnownOn: LocalDate;
  title: string; area: string; measure: 'count' | 'percentage' | 'rate'; unit: 'children' | 'young people' | 'placements' | 'percent' | 'per 10,000'; period: 'month-end' | 'ytd' | 'rolling-12' | 'annual'; polarity: 'higher' | 'lower' | 'context';
  history: readonly MonthFigure[];
  /** What a board has set, and by how much it is missed: null where none is set. */
  target: number | null; short: number | null;
  /** It moved by more than a tenth, and it is this person's to say why. */
  commentaryAsked: boolean; commentary: Commentary | null;
}>;
export type IndicatorDefinition = Readonly<{
  numeratorWords: string; denominatorWords: string | null; cohortWords: string | null; source: string; note: string | null;
  /** What a council must have loaded, recorded or entered for a month to be held. */
  neededWords: string;
  /** The day on which the first row that this figure stands on was recorded: before it, nothing was known. */
  firstRecordedOn: LocalDate | null;
  /** Councils that a regional figure lacks. */
  lacks: readonly TenantId[];
  casesAllowed: boolean;
}>;

export type CatalogueEntry = Readonly<{ id: string; area: string; title: string; held: boolean; waitsFor: string | null }>;

/** A case is a child, or something that happened to one; the portal asks `locality-hub` for the names. `facts` are dates and codes that say why it counts. */
export type IndicatorCase = Readonly<{ id: string; childId: Uuid; on: LocalDate | null; facts: Readonly<Record<string, string | number | null>> }>;

export type Horizon = Readonly<{ authority: TenantId; name: string; firstMonth: Month | null; completeTo: LocalDate | null; lastRecordedAt: Instant | null; yearsMissing: readonly number[] }>;
