import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES } from '@permanence/contracts/partnership';
import { type AuthorityCounts, type Held, type Reader, dayCounted, isHeldOn, seesAsItIs } from '@permanence/regional-hub/domain';
import { type Clock, type LocalDate, type Month, REGION, type TenantId, addMonthsTo } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { type Actor, TenantDb, type TenantTx } from '@permanence/platform/tenant-db';
import type { Indicator } from '../indicators/indicator.js';
import { type IndicatorId, indicatorOf } from '../indicators/indicators.js';
import { type Basis, type CountedMonth, type DayCounts, countsOfEach, joinSets, keptCounts } from './counts.store.js';
import { heldOfEach } from './held.store.js';

/** Months from the first to the last, both included. */
export type Months = Readonly<{ from: Month; to: Month }>;

/** Whose figures are wanted, for whom, of which months, and as known at the end of which day. */
export type Wanted = Months & Readonly<{ authority: TenantId; reader: Reader; asKnownOn: LocalDate }>;

/** What the authorities have for one indicator, by month. An authority that does not hold a month is not in it. */
export type CountsByMonth = ReadonlyMap<Month, readonly AuthorityCounts[]>;

const TENANTS = AUTHORITIES.map(({ code }) => code) as [TenantId, ...TenantId[]];

/** On whose behalf the region's statistics are read: sums of all councils, which every reader of figures may see (regional-hub 2.3, L0). */
export const STATISTICS: Actor = { id: 'regional-hub', tenants: TENANTS };

/** Whose figures are shown, and how they are read. */
export type Reading = Pick<Wanted, 'authority' | 'reader'>;

/**
 * Whose counts a figure is shown from. One that is shown as it is needs no other's, and the region's only its sums; one as published depends on all of the row,
 * and so does what a council sees of the region, which may give another's small number away.
 */
const rowOf = ({ authority, reader }: Reading): readonly [TenantId, ...TenantId[]] => {
  const isAlone = authority === REGION ? reader.kind === 'region' : seesAsItIs(reader, authority);
  return isAlone ? [authority] : TENANTS;
};

/** Reads the counts that figures are shown from: those that are kept where they are asked as known today, else counted anew. */
@Injectable()
export class FigureReader {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts of some indicators as known at the end of a day. */
  counts(ids: readonly IndicatorId[], { authority, reader, asKnownOn, ...months }: Wanted): Promise<ReadonlyMap<IndicatorId, CountsByMonth>> {
    if (asKnownOn === this.clock.today()) return this.kept(ids, months, 'now', { authority, reader });
    const [first, ...others] = rowOf({ authority, reader });
    return this.counted(ids, months, asKnownOn, first === REGION ? TENANTS : [first, ...others]);
  }

  /** Counts of some indicators that were kept: as known now, or as each month was known when it was reported. */
  kept(ids: readonly IndicatorId[], { from, to }: Months, basis: Basis, reading: Reading): Promise<ReadonlyMap<IndicatorId, CountsByMonth>> {
    const tenants = rowOf(reading);
    return this.db.inTenants({ id: STATISTICS.id, tenants }, async (tx) => {
      const found = new Gathered(ids);
      for (const { indicator, month, tenant, ...counts } of await keptCounts(tx, { tenants, indicators: ids, from, to, basis })) found.add(indicator as IndicatorId, month, tenant, counts);
      return found.byIndicator;
    });
  }

  /** The councils that hold an indicator in a month, as known at the end of a day. */
  async holders(id: IndicatorId, month: Month, asKnownOn: LocalDate): Promise<ReadonlySet<string>> {
    const counts = await this.counts([id], { from: month, to: month, authority: REGION, reader: { kind: 'public' }, asKnownOn });
    return new Set(counts.get(id)?.get(month)?.map(({ authority }) => authority));
  }

  private counted(ids: readonly IndicatorId[], months: Months, asKnownOn: LocalDate, tenants: readonly [TenantId, ...TenantId[]]): Promise<ReadonlyMap<IndicatorId, CountsByMonth>> {
    return this.db.inTenants({ id: STATISTICS.id, tenants }, async (tx) => {
      const found = new Gathered(ids);
      await joinSets(tx);
      const held = await heldOfEach(tx, tenants, asKnownOn);
      for (const indicator of ids.map(indicatorOf)) await addCounted(tx, found, indicator, monthsOf(months, asKnownOn), held, asKnownOn);
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

/** Councils that hold any of the months are counted in one query; of each only those that it holds are taken. */
const addCounted = async (tx: TenantTx, found: Gathered, indicator: Indicator<IndicatorId>, months: readonly CountedMonth[], held: ReadonlyMap<TenantId, Held>, asKnownOn: LocalDate): Promise<void> => {
  const { definition } = indicator;
  const isHeld = (tenant: TenantId, day: LocalDate): boolean => isHeldOn(held.get(tenant) ?? NOTHING, definition, day);
  const monthOfDay = new Map(months.map(({ month, day }) => [day, month]));
  const days = [...monthOfDay.keys()].filter((day) => [...held.keys()].some((tenant) => isHeld(tenant, day)));
  const tenants = [...held.keys()].filter((tenant) => days.some((day) => isHeld(tenant, day)));
  if (tenants.length === 0) return;
  for (const { tenant, ...counts } of await countsOfEach(tx, indicator, days, { tenants, asKnownOn })) {
    const month = monthOfDay.get(counts.day);
    if (month !== undefined && isHeld(tenant, counts.day)) found.add(definition.id, month, tenant, counts);
  }
};

const NOTHING: Held = { modules: [], records: [], population: false };

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
