import { LocalDate, TenantId } from '@permanence/kernel/values';
import type { Envelope } from '@permanence/platform/messaging';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { type DayCounts, countsOn, joinSets, parametersOf } from './figures/counts.store.js';
import { IndicatorId, indicatorOf } from './indicators/indicators.js';
import { MIGRATIONS } from './migrations/migrations.js';
import { storeFacts } from './projections/facts.store.js';

export const STAFFORDSHIRE = TenantId('E10000028');
export const STOKE = TenantId('E06000021');
export const SHROPSHIRE = TenantId('E06000051');
export const TELFORD = TenantId('E06000020');

const LATER = LocalDate('2030-01-01');

/** The read model in a database of its own, told by events and asked by day. */
export class Region {
  private constructor(readonly database: TestDatabase) {}

  static async open(): Promise<Region> {
    return new Region(await testDatabase({ schema: 'regional_hub', migrations: MIGRATIONS }));
  }

  close(): Promise<void> {
    return this.database.drop();
  }

  in<T>(tenant: TenantId, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.database.db.inTenants({ id: 'tester', tenants: [tenant] }, work);
  }

  /** Hears events of one authority, in batches of some size. */
  async hear(tenant: TenantId, events: readonly Envelope[], batch = 500): Promise<void> {
    for (let at = 0; at < events.length; at += batch) await this.in(tenant, (tx) => storeFacts(tx, tenant, events.slice(at, at + batch)));
  }

  async counts(id: string, tenant: TenantId, day: string, asKnownOn: string = LATER): Promise<Omit<DayCounts, 'day'>> {
    const [found] = await this.in(tenant, async (tx) => {
      await joinSets(tx);
      return countsOn(tx, indicatorOf(IndicatorId(id)), [LocalDate(day)], { tenant, asKnownOn: LocalDate(asKnownOn) });
    });
    if (!found) throw new Error(`no counts of ${id} on ${day}`);
    const { numerator, regionalNumerator, denominator } = found;
    return { numerator, regionalNumerator, denominator };
  }

  /** Numerator and denominator: `[of, all]`. */
  async share(id: string, tenant: TenantId, day: string, asKnownOn: string = LATER): Promise<[number, number]> {
    const { numerator, denominator } = await this.counts(id, tenant, day, asKnownOn);
    return [numerator, denominator];
  }

  /** The children in the numerator. */
  async children(id: string, tenant: TenantId, day: string, asKnownOn: string = LATER): Promise<string[]> {
    const indicator = indicatorOf(IndicatorId(id));
    const asked = { tenant, asKnownOn: LocalDate(asKnownOn) };
    const rows = await this.in(tenant, (tx) => tx.query<{ child_id: string }[]>(`select child_id from (${indicator.rows}) r where in_numerator`, [...parametersOf(indicator, [LocalDate(day)], asked)]));
    return rows.map(({ child_id }) => child_id);
  }
}

