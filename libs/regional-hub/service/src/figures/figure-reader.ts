import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES } from '@permanence/contracts/partnership';
import { type AuthorityCounts, type Reader, dayCounted, isHeldOn, seesAsItIs } from '@permanence/regional-hub/domain';
import { type Clock, type LocalDate, type Month, REGION, type TenantId, addMonthsTo } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { type Actor, TenantDb, type TenantTx } from '@permanence/platform/tenant-db';
import type { Indicator } from '../indicators/indicator.js';
import { type IndicatorId, indicatorOf } from '../indicators/indicators.js';
import { type Basis, type CountedMonth, type DayCounts, countsOn, joinSets, keptCounts } from './counts.store.js';
import { heldOf } from './held.store.js';

/** Months from the first to the last, both included. */
export type Months = Readonly<{ from: Month; to: Month }>;

/** Whose figures are wanted, for whom, of which months, and as known at the end of which day. */
export type Wanted = Months & Readonly<{ authority: TenantId; reader: Reader; asKnownOn: LocalDate }>;

/** What the authorities have for one indicator, by month. An authority that does not hold a month is not in it. */
export type CountsByMonth = ReadonlyMap<Month, readonly AuthorityCounts[]>;

const TENANTS = AUTHORITIES.map(({ code }) => code) as [TenantId, ...TenantId[]];

/** On whose behalf the region's statistics are read: sums of all councils, which every reader of figures may see (regional-hub 2.3, L0). */
export const STATISTICS: Actor = { id: 'regional-hub', tenants: TENANTS };

/** Reads the counts of all authorities: those that are kept where they are asked as known today, else counted anew. */
@Injectable()
export class FigureReader {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts of some indicators as known at the end of a day. */
  counts(ids: readonly IndicatorId[], { authority, reader, asKnownOn, ...months }: Wanted): Promise<ReadonlyMap<IndicatorId, CountsByMonth>> {
    if (asKnownOn === this.clock.today()) return this.kept(ids, months, 'now');
    // A figure that is shown as it is needs no other's; one as published depends on all of the row.
    const tenants = authority !== REGION && seesAsItIs(reader, authority) ? [authority] : TENANTS;
    return this.counted(ids, months, asKnownOn, tenants);
  }

  /** Counts of some indicators that were kept: as known now, or as each month was known when it was reported. */
  kept(ids: readonly IndicatorId[], { from, to }: Months, basis: Basis): Promise<ReadonlyMap<IndicatorId, CountsByMonth>> {
    return this.db.inTenants(STATISTICS, async (tx) => {
      const found = new Gathered(ids);
      for (const { indicator, month, tenant, ...counts } of await keptCounts(tx, { tenants: TENANTS, indicators: ids, from, to, basis })) found.add(indicator as IndicatorId, month, tenant, counts);
      return found.byIndicator;
    });
  }

  private counted(ids: readonly IndicatorId[], months: Months, asKnownOn: LocalDate, tenants: readonly TenantId[]): Promise<ReadonlyMap<IndicatorId, CountsByMonth>> {
    return this.db.inTenants(STATISTICS, async (tx) => {
      const found = new Gathered(ids);
      await joinSets(tx);
      for (const tenant of tenants) {
        const held = await heldOf(tx, tenant, asKnownOn);
        for (const indicator of ids.map(indicatorOf)) {
          const counted = monthsOf(months, asKnownOn).filter(({ day }) => isHeldOn(held, indicator.definition, day));
          await addCounted(tx, found, indicator, counted, tenant, asKnownOn);
        }
      }
      return found.byIndicator;
    });
  }
}

/** Months with the day that each is counted on; a month of which nothing was known yet on that day is left out. */
const monthsOf = ({ from, to }: Months, asKnownOn: LocalDate): readonly CountedMonth[] => {
  const months: CountedMonth[] = [];
  for (let month = from; month <= to && `${month}-01` <= asKnownOn; month = addMonthsTo(month, 1)) months.push({ month, day: dayCounted(month, asKnownOn) });
  return months;
};

const addCounted = async (tx: TenantTx, found: Gathered, indicator: Indicator<IndicatorId>, counted: readonly CountedMonth[], tenant: TenantId, asKnownOn: LocalDate): Promise<void> => {
  if (counted.length === 0) return;
  const monthOfDay = new Map(counted.map(({ month, day }) => [day, month]));
  for (const counts of await countsOn(tx, indicator, [...monthOfDay.keys()], { tenant, asKnownOn })) {
    const month = monthOfDay.get(counts.day);
    if (month !== undefined) found.add(indicator.definition.id, month, tenant, counts);
  }
};

class Gathered {
  readonly byIndicator: ReadonlyMap<IndicatorId, Map<Month, AuthorityCounts[]>>;

  constructor(ids: readonly IndicatorId[]) {
    this.byIndicator = new Map(ids.map((id) => [id, new Map<Month, AuthorityCounts[]>()]));
  }

  add(id: IndicatorId, month: Month, authority: TenantId, { numerator, regionalNumerator, denominator }: Omit<DayCounts, 'day'>): void {
    const months = this.byIndicator.get(id);
    months?.set(month, [...(months.get(month) ?? []), { authority, own: { numerator, denominator }, regional: { numerator: regionalNumerator, denominator } }]);
  }
}
