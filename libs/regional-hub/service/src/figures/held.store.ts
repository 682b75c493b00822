import type { HeldModule, KeptRecord } from '@permanence/regional-hub/domain';
import type { Instant, LocalDate, TenantId } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { believed } from '../indicators/cohort.js';

/** A module of a collection with the day on which it was first recorded. */
export type RecordedModule = HeldModule & Readonly<{ firstRecordedOn: LocalDate }>;

/** A kind of fact that is recorded whole, with the day on which that was first said. */
export type RecordedKind = KeptRecord & Readonly<{ firstRecordedOn: LocalDate }>;

/** All that an authority's figures may stand on, with the days on which it was first recorded. */
export type RecordedHolding = Readonly<{ modules: readonly RecordedModule[]; records: readonly RecordedKind[]; population: boolean }>;

type Of<Row> = Row & Readonly<{ tenant: TenantId }>;

/** What was believed of some authorities: `$1` the day, `$2` the authorities. */
const ofAll = (alias: string): string => believed(alias, '$1', 'any($2::text[])');

const byTenant = <Row>(rows: readonly Of<Row>[]): ReadonlyMap<TenantId, readonly Row[]> => {
  const found = new Map<TenantId, Row[]>();
  for (const { tenant, ...row } of rows) found.set(tenant, [...(found.get(tenant) ?? []), row as Row]);
  return found;
};

/** What was held of each of some authorities as known on a day: of each module of each collection the newest declaration. One query, whatever their number. */
export const heldModulesOf = async (tx: TenantTx, tenants: readonly TenantId[], asKnownOn: LocalDate): Promise<ReadonlyMap<TenantId, readonly RecordedModule[]>> =>
  byTenant(await tx.query<Of<RecordedModule>[]>(
    `select distinct on (h.tenant_id, h.collection_year, m.module) h.tenant_id as tenant, h.collection_year as year, m.module, h.complete_to as "completeTo",
       (min(h.known_from) over (partition by h.tenant_id, h.collection_year, m.module) at time zone 'Europe/London')::date as "firstRecordedOn"
     from held_module h cross join unnest(h.modules) as m(module)
     where ${ofAll('h')} and h.complete_to is not null
     order by h.tenant_id, h.collection_year, m.module, h.known_from desc, h.event_id`,
    [asKnownOn, tenants],
  ));

/** The same of one authority. */
export const heldModules = async (tx: TenantTx, tenant: TenantId, asKnownOn: LocalDate): Promise<readonly RecordedModule[]> => (await heldModulesOf(tx, [tenant], asKnownOn)).get(tenant) ?? [];

/** What authorities said, as known on a day, that they record whole in their own hubs. */
const keptRecords = async (tx: TenantTx, tenants: readonly TenantId[], asKnownOn: LocalDate): Promise<ReadonlyMap<TenantId, readonly RecordedKind[]>> =>
  byTenant(await tx.query<Of<RecordedKind>[]>(
    `select k.tenant_id as tenant, kind, k.kept_from as "from", min((k.known_from at time zone 'Europe/London')::date) as "firstRecordedOn"
     from kept_record k cross join unnest(k.kinds) as said(kind) where ${ofAll('k')} group by k.tenant_id, kind, k.kept_from order by k.tenant_id, kind, k.kept_from`,
    [asKnownOn, tenants],
  ));

const withPopulation = async (tx: TenantTx, tenants: readonly TenantId[], asKnownOn: LocalDate): Promise<ReadonlySet<TenantId>> =>
  new Set((await tx.query<{ tenant: TenantId }[]>(`select distinct p.tenant_id as tenant from population p where ${ofAll('p')}`, [asKnownOn, tenants])).map(({ tenant }) => tenant));

/** All that the figures of each of some authorities may stand on, as known on a day. As many queries for all as for one. */
export const heldOfEach = async (tx: TenantTx, tenants: readonly TenantId[], asKnownOn: LocalDate): Promise<ReadonlyMap<TenantId, RecordedHolding>> => {
  const modules = await heldModulesOf(tx, tenants, asKnownOn);
  const records = await keptRecords(tx, tenants, asKnownOn);
  const population = await withPopulation(tx, tenants, asKnownOn);
  return new Map(tenants.map((tenant) => [tenant, { modules: modules.get(tenant) ?? [], records: records.get(tenant) ?? [], population: population.has(tenant) }]));
};

const NOTHING: RecordedHolding = { modules: [], records: [], population: false };

/** The same of one authority. */
export const heldOf = async (tx: TenantTx, tenant: TenantId, asKnownOn: LocalDate): Promise<RecordedHolding> => (await heldOfEach(tx, [tenant], asKnownOn)).get(tenant) ?? NOTHING;

/** When files of authorities were last recorded; one that recorded none is not in it. */
export const lastRecordedAt = async (tx: TenantTx, tenants: readonly TenantId[]): Promise<ReadonlyMap<TenantId, Instant>> =>
  new Map((await tx.query<{ tenant: TenantId; at: Instant }[]>('select tenant_id as tenant, max(known_from) as at from held_module where tenant_id = any($1::text[]) group by tenant_id', [tenants])).map(({ tenant, at }) => [tenant, at]));
