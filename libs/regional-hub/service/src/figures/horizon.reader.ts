import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES } from '@permanence/contracts/partnership';
import { type Needs, dayCounted, firstDayNeeded, holdingOf } from '@permanence/regional-hub/domain';
import { type Clock, type Instant, type LocalDate, type Month, REGION, type TenantId, addMonthsTo, collectionYearOf, monthEnd, monthOf } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { TenantDb, type TenantTx } from '@permanence/platform/tenant-db';
import { STATISTICS } from './figure-reader.js';
import { type RecordedKind, heldModules, heldOf, lastRecordedAt } from './held.store.js';

/** What is held of an authority, or of the region together. */
export type Horizon = Readonly<{ authority: TenantId; firstMonth: Month | null; completeTo: LocalDate | null; lastRecordedAt: Instant | null; yearsMissing: readonly number[] }>;

const NOTHING = { firstMonth: null, completeTo: null, yearsMissing: [] } as const;

/** Tells how far figures may claim anything (ssda903-import.md, What a figure may claim). */
@Injectable()
export class HorizonReader {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The councils' horizons in their order, and the region's: from its earliest first month to its latest day. */
  async horizons(): Promise<readonly Horizon[]> {
    const councils = await this.db.inTenants(STATISTICS, async (tx) => {
      const found: Horizon[] = [];
      for (const { code } of AUTHORITIES) found.push(await this.horizonOf(tx, code));
      return found;
    });
    return [...councils, ofRegion(councils)];
  }

  /** The newest month that an authority holds, or anybody for the region; the month in progress while nothing is held. */
  async newestMonth(authority: TenantId): Promise<Month> {
    const horizon = (await this.horizons()).find((each) => each.authority === authority);
    const today = this.clock.today();
    return horizon?.completeTo == null ? monthOf(today) : newestHeld(horizon.completeTo, today);
  }

  /** The day on which what feeds a month was first recorded: of the last that it needs, or of the first council for the region. */
  firstRecordedOn(authority: TenantId, needs: Needs, month: Month): Promise<LocalDate | null> {
    return this.db.inTenants(STATISTICS, async (tx) => {
      const days: LocalDate[] = [];
      for (const { code } of AUTHORITIES.filter((each) => authority === REGION || each.code === authority)) {
        const day = await this.recordedOf(tx, code, needs, month);
        if (day !== undefined) days.push(day);
      }
      return days.sort()[0] ?? null;
    });
  }

  private async recordedOf(tx: TenantTx, tenant: TenantId, { modules, records }: Needs, month: Month): Promise<LocalDate | undefined> {
    const today = this.clock.today();
    const held = await heldOf(tx, tenant, today);
    const year = collectionYearOf(monthEnd(month));
    const loaded = held.modules.filter((each) => each.year === year && modules.some((module) => module === each.module));
    const from = records && firstDayNeeded(records.since, dayCounted(month, today));
    const kept = held.records.filter((each) => from !== undefined && each.from <= from && records?.kinds.includes(each.kind));
    return [...loaded, ...firstOfEach(kept)].map(({ firstRecordedOn }) => firstRecordedOn).sort().at(-1);
  }

  private async horizonOf(tx: TenantTx, authority: TenantId): Promise<Horizon> {
    const holding = holdingOf(await heldModules(tx, authority, this.clock.today()));
    return { authority, ...(holding ?? NOTHING), lastRecordedAt: await lastRecordedAt(tx, authority) };
  }
}

/** Of each kind what was recorded first: a kind may be said to be kept more than once. */
const firstOfEach = (kept: readonly RecordedKind[]): readonly RecordedKind[] =>
  kept.filter((each) => !kept.some((other) => other.kind === each.kind && other.firstRecordedOn < each.firstRecordedOn));

/** A month is held once its last day is, or today in the month in progress. */
const newestHeld = (completeTo: LocalDate, today: LocalDate): Month => {
  const last = completeTo < today ? completeTo : today;
  return last === today || last === monthEnd(monthOf(last)) ? monthOf(last) : addMonthsTo(monthOf(last), -1);
};

const ofRegion = (councils: readonly Horizon[]): Horizon => ({
  authority: REGION,
  firstMonth: known(councils.map(({ firstMonth }) => firstMonth))[0] ?? null,
  completeTo: known(councils.map(({ completeTo }) => completeTo)).at(-1) ?? null,
  lastRecordedAt: known(councils.map((each) => each.lastRecordedAt)).at(-1) ?? null,
  yearsMissing: [],
});

const known = <T extends string>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null).sort();
