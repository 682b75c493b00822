import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { ServiceClient } from './http-client.js';
import type { CountedPage } from './problem.js';

/** What the portal asks of `regional-hub` about where the region's children wait. */
export interface TrackerApi {
  /** `GET /tracker?authority=&status=&plan=&harder=&reason=&stage=&sort=&limit=&cursor=`. */
  tracker(query: TrackerQuery): Promise<CountedPage<TrackerRow>>;
  /** `GET /tracker/board`: how many in each status, and the first of them. */
  trackerBoard(query: TrackerQuery): Promise<Readonly<{ items: readonly TrackerColumn[] }>>;
  /** `GET /tracker/{reference}`: 404 for a restricted child. */
  trackerRow(reference: string): Promise<TrackerRow>;
  /** `GET /tracker/{reference}/child`: 403 `DRILL_DOWN_REFUSED` for everybody outside the child's council. */
  trackedChild(reference: string): Promise<Readonly<{ childId: Uuid }>>;
}

export type TrackerStatus = 'entered-care' | 'plan-changed' | 'plan-agreed' | 'family-finding' | 'matched' | 'placed' | 'permanence-achieved' | 'left-care';
export type TrackedPlan = 'return-home' | 'adoption' | 'special-guardianship' | 'child-arrangements' | 'long-term-fostering' | 'other';
export type SearchStage = 'early-identification' | 'active-search' | 'stuck' | 'resolved';
export type TrackerSort = 'waiting' | 'next' | 'entered';
export type TrackerQuery = Readonly<{ authority?: TenantId; status?: TrackerStatus | 'on-the-way'; plan?: TrackedPlan; harder?: boolean; reason?: string; stage?: SearchStage; sort?: TrackerSort; limit?: number; cursor?: string }>;
export type TrackerWay = Readonly<Record<'planAgreedOn' | 'shouldBePlacedOn' | 'placementOrderOn' | 'familyFindingOn' | 'matchedOn' | 'placedOn' | 'achievedOn', LocalDate | null>> & Readonly<{ enteredOn: LocalDate }>;
export type TrackerDetails = Readonly<{
  status: TrackerStatus; since: LocalDate; days: number; ageBand: string | null; birthMonth: string | null; sex: string | null; ethnicGroup: string | null; siblings: number | null; placement: string | null; insideRegion: boolean | null;
  plan: TrackedPlan | null; parallel: TrackedPlan | null; next: Readonly<{ code: string; dueOn: LocalDate | null }> | null; team: string | null; way: TrackerWay; reasons: readonly string[]; stage: SearchStage | null; searchDueOn: LocalDate | null;
}>;
/** `details` is null for a child whose record is restricted. */
export type TrackerRow = Readonly<{ reference: string; authority: Readonly<{ code: TenantId; name: string }>; details: TrackerDetails | null }>;
export type TrackerColumn = Readonly<{ status: TrackerStatus; total: number; items: readonly TrackerRow[] }>;

export const trackerOf = (api: ServiceClient): TrackerApi => ({
  tracker: (query) => api.get('tracker', query), trackerBoard: (query) => api.get('tracker/board', query), trackerRow: (reference) => api.get(`tracker/${reference}`), trackedChild: (reference) => api.get(`tracker/${reference}/child`),
});
