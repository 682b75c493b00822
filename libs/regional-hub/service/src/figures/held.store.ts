import type { HeldModule } from '@permanence/regional-hub/domain';
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

/** When files of an authority were last recorded; null when none were. */
export const lastRecordedAt = async (tx: TenantTx, tenant: TenantId): Promise<Instant | null> => {
  const [row] = await tx.query<{ at: Instant | null }[]>('select max(known_from) as at from held_module where tenant_id = $1', [tenant]);
  return row?.at ?? null;
};
