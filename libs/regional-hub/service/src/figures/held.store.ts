import type { HeldModule, KeptRecord } from '@permanence/regional-hub/domain';
import type { Instant, LocalDate, TenantId } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { believed } from '../indicators/cohort.js';

/** A module of a collection with the day on which it was first recorded. */
export type RecordedModule = HeldModule & Readonly<{ firstRecordedOn: LocalDate }>;

/** What was held of an authority as known on a day: of each module of each collection the newest declaration. */
export const heldModules = (tx: TenantTx, tenant: TenantId, asKnownOn: LocalDate): Promise<RecordedModule[]> =>
  tx.query<RecordedModule[]>(
    `select distinct on (h.collection_year, m.module) h.collection_year as year, m.module, h.complete_to as "completeTo",
       (min(h.known_from) over (partition by h.collection_year, m.module) at time zone 'Europe/London')::date as "firstRecordedOn"
     from held_module h cross join unnest(h.modules) as m(module)
     where ${believed('h', '$1', '$2')} and h.complete_to is not null
     order by h.collection_year, m.module, h.known_from desc, h.event_id`,
    [asKnownOn, tenant],
  );

/** A kind of fact that is recorded whole, with the day on which that was first said. */
export type RecordedKind = KeptRecord & Readonly<{ firstRecordedOn: LocalDate }>;

/** What an authority said, as known on a day, that it records whole in its own hub. */
const keptRecords = (tx: TenantTx, tenant: TenantId, asKnownOn: LocalDate): Promise<RecordedKind[]> =>
  tx.query<RecordedKind[]>(
    `select kind, k.kept_from as "from", min((k.known_from at time zone 'Europe/London')::date) as "firstRecordedOn"
     from kept_record k cross join unnest(k.kinds) as said(kind) where ${believed('k', '$1', '$2')} group by kind, k.kept_from order by kind, k.kept_from`,
    [asKnownOn, tenant],
  );

const hasPopulation = async (tx: TenantTx, tenant: TenantId, asKnownOn: LocalDate): Promise<boolean> => {
  const [found] = await tx.query<{ is: boolean }[]>(`select exists (select from population p where ${believed('p', '$1', '$2')}) as is`, [asKnownOn, tenant]);
  return found?.is === true;
};

/** All that an authority's figures may stand on, with the days on which it was first recorded. */
export type RecordedHolding = Readonly<{ modules: readonly RecordedModule[]; records: readonly RecordedKind[]; population: boolean }>;

/** All that an authority's figures may stand on, as known on a day. */
export const heldOf = async (tx: TenantTx, tenant: TenantId, asKnownOn: LocalDate): Promise<RecordedHolding> => ({
  modules: await heldModules(tx, tenant, asKnownOn),
  records: await keptRecords(tx, tenant, asKnownOn),
  population: await hasPopulation(tx, tenant, asKnownOn),
});

/** When files of an authority were last recorded; null when none were. */
export const lastRecordedAt = async (tx: TenantTx, tenant: TenantId): Promise<Instant | null> => {
  const [row] = await tx.query<{ at: Instant | null }[]>('select max(known_from) as at from held_module where tenant_id = $1', [tenant]);
  return row?.at ?? null;
};
