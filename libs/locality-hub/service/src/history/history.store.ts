import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { Fact } from '@permanence/locality-hub/domain';
import { type NewEvent, type Recording, type TenantTx, alongside } from '@permanence/platform/tenant-db';
import type { KnownChild } from './recorded-fact.js';

/** The place of a child among a council's, in the order of codes. */
export type Place = Readonly<{ code: string; recordNo: number }>;

export const countChildren = async (tx: TenantTx, tenant: string): Promise<number> =>
  (await tx.query<{ n: number }[]>('select count(*)::int as n from child where tenant_id = $1', [tenant]))[0]?.n ?? 0;

type ChildRow = Omit<KnownChild, 'facts'>;
type FactRow = Fact & Readonly<{ childId: Uuid }>;

/** The next children in the order of their codes, with what files state of them. */
export const nextChildren = async (tx: TenantTx, tenant: string, after: Place, most: number): Promise<KnownChild[]> => {
  const children = await tx.query<ChildRow[]>(
    `select c.id as "childId", c.council_code as code, c.record_no as "recordNo", coalesce(f.code, c.council_code) as "familyCode", coalesce(f.size, 1) as "familySize"
     from child c left join lateral (select min(s.council_code) as code, count(*)::int as size from child s where s.tenant_id = $1 and s.sibling_groups && c.sibling_groups) f on true
     where c.tenant_id = $1 and (c.council_code, c.record_no) > ($2, $3) order by c.council_code, c.record_no limit $4`,
    [tenant, after.code, after.recordNo, most],
  );
  const facts = await tx.query<FactRow[]>(
    `select child_id as "childId", key, type, effective_on as "effectiveOn", data from fact where tenant_id = $1 and child_id = any($2::uuid[]) and origin = 'file'`,
    [tenant, children.map(({ childId }) => childId)],
  );
  const byChild = new Map(children.map(({ childId }) => [childId, [] as Fact[]]));
  for (const { childId, ...fact } of facts) byChild.get(childId)?.push(fact as Fact);
  return children.map((child) => ({ ...child, facts: byChild.get(child.childId) ?? [] }));
};

/** Which of these events the log holds: a child whose first one is there was written whole before. */
export const eventsHeld = async (tx: TenantTx, tenant: string, eventIds: readonly Uuid[]): Promise<ReadonlySet<Uuid>> =>
  new Set((await tx.query<{ id: Uuid }[]>('select event_id as id from event_log where tenant_id = $1 and event_id = any($2::uuid[])', [tenant, eventIds])).map(({ id }) => id));

/** An event with its own day and hand: one of many years' work. */
export type PastEvent = NewEvent & Recording;

/** Adds events in the order given, each recorded when and by whom it says. */
export const appendPast = (tx: TenantTx, events: readonly PastEvent[]): void => {
  if (events.length === 0) return;
  alongside(
    tx,
    `insert into event_log (tenant_id, event_id, stream_id, type, effective_on, recorded_at, actor, correlation_id, corrects, data)
     select "tenantId", "eventId", "streamId", type, "effectiveOn", "recordedAt", actor, "correlationId", corrects, data
     from jsonb_to_recordset($1::jsonb) as e("tenantId" text, "eventId" uuid, "streamId" uuid, type text, "effectiveOn" date, "recordedAt" timestamptz, actor text, "correlationId" text, corrects uuid, data jsonb)`,
    [JSON.stringify(events)],
  );
};

export type PastFact = Readonly<{ childId: Uuid; key: string; type: string; effectiveOn: LocalDate; data: object; eventId: Uuid }>;

/** Adds facts, of this record's own making or as files would state them. */
export const addFacts = (tx: TenantTx, tenant: string, origin: 'file' | 'record', facts: readonly PastFact[]): void => {
  if (facts.length === 0) return;
  alongside(
    tx,
    `insert into fact (tenant_id, child_id, key, type, effective_on, data, event_id, origin)
     select $1, "childId", key, type, "effectiveOn", data, "eventId", $2 from jsonb_to_recordset($3::jsonb) as r("childId" uuid, key text, type text, "effectiveOn" date, data jsonb, "eventId" uuid)`,
    [tenant, origin, JSON.stringify(facts)],
  );
};
