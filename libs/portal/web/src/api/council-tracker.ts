import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { ServiceClient } from './http-client.js';
import type { CsvDownload, PersonName, RestrictedRow } from './locality-hub.js';
import type { CountedPage, Outcome, Page } from './problem.js';

/** What the portal asks of `locality-hub` about children on the way to permanence. */
export interface CouncilTrackerApi {
  /** `GET /tracker`: children in care in the person's reach; the look is in the access log. */
  wayOfChildren(query: WayQuery): Promise<WayPage>;
  /** `GET /tracker.csv`: each child in it is in the access log as exported. */
  wayAsCsv(query: WayState & Readonly<{ q?: string; purpose: string }>): Promise<CsvDownload>;
  /** `GET`, `POST`, `DELETE /tracker/filters`. */
  keptFilters(): Promise<Page<KeptFilter>>;
  keepFilter(filter: Readonly<{ name: string; state: WayState; shared: boolean }>, key: string): Promise<Outcome<Readonly<{ id: Uuid }>>>;
  dropFilter(id: Uuid, key: string): Promise<Outcome<null>>;
}

export type WaySort = 'next-due' | 'weeks' | 'name';
/** Codes only, so that it can be kept and shared. */
export type WayState = Readonly<{ sort?: WaySort; team?: string; worker?: string; route?: string; next?: string; settled?: 'yes' | 'no'; noPlan?: 'true'; noParallel?: 'true'; late?: 'true'; harder?: 'true' }>;
export type WayQuery = WayState & Readonly<{ q?: string; limit?: number; cursor?: string }>;
export type WayStep = Readonly<{ code: string; on: LocalDate }>;
export type WayNext = Readonly<{ code: string; dueOn: LocalDate; daysLate: number; owner: Readonly<{ id: string; name: string }> | null; blocked: boolean; blocker: string | null }>;
export type WayPlan = Readonly<{ status: string; primary: string | null; parallels: readonly string[]; agreedOn: LocalDate | null; dueOn: LocalDate | null; overdue: boolean; missingAtSecondReview: boolean }>;
export type WayRow = Readonly<{
  kind: 'child'; id: Uuid; reference: string; councilCode: string; name: PersonName | null; age: number | null; inCareSince: LocalDate | null; inCareSinceKnown: boolean | null; weeks: number | null;
  worker: Readonly<{ id: string; name: string }> | null; team: string | null; plan: WayPlan; steps: readonly WayStep[]; next: WayNext | null; late: boolean; harder: readonly string[]; reviews: number | null;
  /** Since when a harder-to-place child has been looked for too long, as the region told. */
  stuckOn: LocalDate | null;
}>;
export type WayPage = CountedPage<WayRow | RestrictedRow> & Readonly<{ today: LocalDate; teams: readonly string[]; workers: readonly Readonly<{ id: string; name: string; team: string | null }>[] }>;
export type KeptFilter = Readonly<{ id: Uuid; name: string; state: WayState; shared: boolean; mine: boolean; by: string }>;

export const councilTrackerOf = (api: ServiceClient): CouncilTrackerApi => ({
  wayOfChildren: (query) => api.get('tracker', query), wayAsCsv: (query) => api.csv('tracker.csv', query), keptFilters: () => api.whole('tracker/filters'),
  keepFilter: (filter, key) => api.command('POST', 'tracker/filters', filter, key), dropFilter: (id, key) => api.command('DELETE', `tracker/filters/${id}`, {}, key),
});
