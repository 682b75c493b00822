import type { Client } from 'pg';
import { type Day, dayInLondon } from './days.js';

/** An event as its service logged it, and the day in England on which it was recorded. */
export type Logged = Readonly<{
  id: string; tenant: string; stream: string; type: string; on: Day; recordedOn: Day; corrects: string | null; withdrawn: boolean; data: Readonly<Record<string, unknown>>;
}>;

type Row = Readonly<{ event_id: string; tenant_id: string; stream_id: string; type: string; on: string; recorded_at: string; corrects: string | null; withdrawn: boolean; data: Readonly<Record<string, unknown>> }>;

/** The whole log of one service in the order of recording, read as the database's administrator, whom no row is hidden from. */
export const logOf = async (administrator: Client, schema: 'locality_hub' | 'regional_hub'): Promise<readonly Logged[]> => {
  const { rows } = await administrator.query<Row>(
    `select event_id, tenant_id, stream_id, type, effective_on::text as on, recorded_at, corrects, withdrawn, data from ${schema}.event_log order by recorded_at, event_id`,
  );
  return rows.map(({ event_id: id, tenant_id: tenant, stream_id: stream, type, on, recorded_at: at, corrects, withdrawn, data }) => ({ id, tenant, stream, type, on, recordedOn: dayInLondon(new Date(at)), corrects, withdrawn, data }));
};

/** What was believed at the end of a day: recorded by then, and not corrected or withdrawn by then (kpi.md, conventions 5 and 14). */
export const knownOn = (events: readonly Logged[], day: Day): readonly Logged[] => {
  const recorded = events.filter(({ recordedOn }) => recordedOn <= day);
  const mended = new Set(recorded.map(({ corrects }) => corrects));
  return recorded.filter(({ id, withdrawn }) => !withdrawn && !mended.has(id));
};

/** Events by something that they have. */
export const groupedBy = (events: readonly Logged[], keyOf: (event: Logged) => string): ReadonlyMap<string, readonly Logged[]> => {
  const groups = new Map<string, Logged[]>();
  for (const event of events) {
    const group = groups.get(keyOf(event));
    if (group === undefined) groups.set(keyOf(event), [event]);
    else group.push(event);
  }
  return groups;
};
