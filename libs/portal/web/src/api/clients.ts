import type { Uuid } from '@permanence/kernel/values';
import { emergencyApi } from './emergency.js';
import { ServiceClient } from './http-client.js';
import type { ChildrenQuery, ClockRule, LocalityHubApi, Me } from './locality-hub.js';
import { multipartOf } from './multipart.js';
import { packsClient } from './packs.js';
import { planClient } from './plan.js';
import type { Page } from './problem.js';
import { councilTrackerOf } from './council-tracker.js';
import { trackerOf } from './tracker.js';
import type { RegionalHubApi } from './regional-hub.js';
import { sharedChildClient, sharingClient } from './sharing.js';

const lookedAfterWords = (lookedAfter: ChildrenQuery['lookedAfter']): string | undefined => (lookedAfter === undefined ? undefined : String(lookedAfter));

/** A clock as the service serves it, from the catalogue of all clocks. */
type ServedClock = Readonly<{
  id: string; sentence: string; startsOn: string; metBy: string; source: string; citation: string; certainty: string; lengths: readonly Readonly<{ span: Readonly<{ unit: string }> | null }>[];
}>;

const clockOf = ({ id, sentence, startsOn, metBy, source, citation, certainty, lengths }: ServedClock): ClockRule =>
  ({ id, interval: sentence, starts: startsOn, meets: metBy, source: `${source}, ${citation}`, certainty, workingDays: lengths.some(({ span }) => span?.unit === 'working-days') });

const workOf = (api: ServiceClient): Pick<LocalityHubApi, 'work' | 'approvals' | 'calendar' | 'makeCalendar' | 'dropCalendar'> => ({
  work: (query) => api.get('work', query), approvals: (query) => api.get('work/approvals', query), calendar: () => api.get('calendar'), makeCalendar: () => api.command('POST', 'calendar', {}), dropCalendar: () => api.command('DELETE', 'calendar', {}),
});

/** `locality-hub` over HTTP with one person's token. */
export const localityHubClient = (baseUrl: string, token: string): LocalityHubApi => {
  const api = new ServiceClient('locality-hub', baseUrl, token);
  const section = <T extends Page<unknown>>(name: string) => (id: Uuid): Promise<T> => api.whole<T>(`children/${id}/${name}`);
  return {
    ...emergencyApi(api),
    ...planClient(api),
    me: () => api.get<Me>('me'), ...sharedChildClient(api), ...councilTrackerOf(api),
    ...workOf(api),
    children: ({ ids, lookedAfter, ...query }) => api.get('children', { ...query, ids: ids?.join(','), lookedAfter: lookedAfterWords(lookedAfter) }),
    child: (id) => api.get(`children/${id}`),
    chronology: (id, query) => api.get(`children/${id}/chronology`, query),
    reviews: section('reviews'), placements: (id) => api.get(`children/${id}/placements`), missing: section('missing'), findings: section('findings'), workersOf: section('workers'), siblings: section('siblings'),
    access: (id, query) => api.get(`children/${id}/access`, query),
    restrict: (id, restriction, key) => api.command('PUT', `children/${id}/restriction`, restriction, key),
    withdraw: (id, withdrawal, key) => api.command('POST', `children/${id}/withdrawals`, { ...withdrawal, year: String(withdrawal.year) }, key),
    allocate: (command, key) => api.command('POST', 'allocations', command, key),
    workers: (as) => api.whole(as === undefined ? 'workers' : `workers?as=${as}`),
    accessLog: (query) => api.get('access-log', query),
    startImport: (upload, key) => {
      const { boundary, body } = multipartOf(upload);
      return api.upload('imports', boundary, body, key);
    },
    imports: (query) => api.get('imports', query),
    import: (id) => api.get(`imports/${id}`),
    applyImport: async (id, key) => {
      const applied = await api.command<unknown>('POST', `imports/${id}/apply`, {}, key);
      return applied.ok ? { ok: true, value: null } : applied;
    },
    setAside: (id, module) => api.csv(`imports/${id}/set-aside`, { module }),
    setAsideReasons: (id) => api.whole(`imports/${id}/set-aside/reasons`),
    findingRules: (id) => api.whole(`imports/${id}/findings/rules`),
    importFindings: (id, rule, query) => api.get(`imports/${id}/findings`, { rule, ...query }),
    corrections: (id, query) => api.get(`imports/${id}/corrections`, query),
    rules: () => api.whole('rules'),
    clocks: async () => {
      const { items, next } = await api.whole<Page<ServedClock>>('clocks');
      return { items: items.map(clockOf), next };
    },
  };
};

/** `regional-hub` over HTTP with one person's token. */
export const regionalHubClient = (baseUrl: string, token: string): RegionalHubApi => {
  const api = new ServiceClient('regional-hub', baseUrl, token);
  return {
    indicators: (query) => api.get('indicators', query),
    indicator: (id, query) => api.get(`indicators/${encodeURIComponent(id)}`, query),
    series: (id, query) => api.get(`indicators/${encodeURIComponent(id)}/series`, query),
    cases: (id, query) => api.get(`indicators/${encodeURIComponent(id)}/cases`, query),
    catalogue: () => api.whole('indicators/catalogue'),
    horizons: () => api.get('horizons'),
    ...packsClient(api),
    ...sharingClient(api),
    ...trackerOf(api),
  };
};
