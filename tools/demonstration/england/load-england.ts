import { Instant, type LocalDate, TenantId } from '@permanence/kernel/values';
import { type RecordsWritten, writeRecords } from '@permanence/locality-hub/service';
import type { TenantDb } from '@permanence/platform/tenant-db';
import { councilsOfEngland } from './councils-of-england.js';
import { collectionsOf, councilLike, recordsOf } from './records.js';

/** Which part of England, as of a day; `told` is called after each council. */
export type EnglandWish = Readonly<{ authorities: number; today: LocalDate; told: (authority: string, written: RecordsWritten) => void }>;

/**
 * England for benchmarks: two years of episodes and reviews of the first so many councils, straight into a database without children.
 * One council is in memory at a time.
 * @param db opened as the loader's role
 */
export const loadEngland = async (db: TenantDb, { authorities, today, told }: EnglandWish): Promise<RecordsWritten> => {
  const sum = { children: 0, events: 0 };
  for (const each of councilsOfEngland(authorities)) {
    const council = councilLike(each, today);
    const written = await writeRecords(db, { tenant: TenantId(each.authority), today, now: Instant(`${today}T09:00:00.000Z`), collections: collectionsOf(council), records: recordsOf(each.authority, council) });
    sum.children += written.children;
    sum.events += written.events;
    told(each.authority, sum);
  }
  return sum;
};
