import { Inject, Injectable } from '@nestjs/common';
import { AUTHORITIES } from '@permanence/contracts/partnership';
import { type Needs, dayCounted, firstDayNeeded, holdingOf } from '@permanence/regional-hub/domain';
import { type Clock, type Instant, type LocalDate, type Month, REGION, type TenantId, addMonthsTo, collectionYearOf, monthEnd, monthOf } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { TenantDb } from '@permanence/platform/tenant-db';
import { STATISTICS } from './figure-reader.js';
import { type RecordedHolding, type RecordedKind, heldModulesOf, heldOfEach, lastRecordedAt } from './held.store.js';

/** What is held of an authority, or of the region together. */
export type Horizon = Readonly<{ authority: TenantId; firstMonth: Month | null; completeTo: LocalDate | null; lastRecordedAt: Instant | null; yearsMissing: readonly number[] }>;

const NOTHING = { firstMonth: null, completeTo: null, yearsMissing: [] } as const;

const COUNCILS = AUTHORITIES.map(({ code }) => code) as [TenantId, ...TenantId[]];

/** Tells how far figures may claim anything (ssda903-import.md, What a figure may claim). */
@Injectable()
export class HorizonReader {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The councils' horizons in their order, and the region's: from its earliest first month to its latest day. */
  async horizons(): Promise<readonly Horizon[]> {
    const councils = await this.of(COUNCILS);
    return [...councils, ofRegion(councils)];
  }

  /** One of them. What a council holds is read without a look at the others. */
  async horizon(authority: TenantId): Promise<Horizon> {
    const [own] = authority === REGION ? [] : await this.of([authority]);
    return own ?? ofRegion(await this.of(COUNCILS));
  }

  /** The newest month that an authority holds, or anybody for the region; the month in progress while nothing is held. */
  async newestMonth(authority: TenantId): Promise<Month> {
    const { completeTo } = await this.horizon(authority);
    const today = this.clock.today();
    return completeTo === null ? monthOf(today) : newestHeld(completeTo, today);
  }

  /** The day on which what feeds a month was first recorded: of the last that it needs, or of the first council for the region. */
  async firstRecordedOn(authority: TenantId, needs: Needs, month: Month): Promise<LocalDate | null> {
    const tenants = authority === REGION ? COUNCILS : ([authority] as const);
    const today = this.clock.today();
    const held = await this.db.inTenants({ id: STATISTICS.id, tenants }, (tx) => heldOfEach(tx, tenants, today));
    const days = [...held.values()].flatMap((each) => recordedIn(each, needs, month, today) ?? []);
    return days.sort()[0] ?? null;
  }

  private of(tenants: readonly [TenantId, ...TenantId[]]): Promise<readonly Horizon[]> {
    return this.db.inTenants({ id: STATISTICS.id, tenants }, async (tx) => {
      const held = await heldModulesOf(tx, tenants, this.clock.today());
      const last = await lastRecordedAt(tx, tenants);
      return tenants.map((authority) => ({ authority, ...(holdingOf(held.get(authority) ?? []) ?? NOTHING), lastRecordedAt: last.get(authority) ?? null }));
    });
  }
}

const recordedIn = (held: RecordedHolding, { modules, records }: Needs, month: Month, today: LocalDate): LocalDate | undefined => {
  const year = collectionYearOf(monthEnd(month));
  const loaded = held.modules.filter((each) => each.year === year && modules.some((module) => module === each.module));
  const from = records && firstDayNeeded(records.since, dayCounted(month, today));
  const kept = held.records.filter((each) => from !== undefined && each.from <= from && records?.kinds.includes(each.kind));
  return [...loaded, ...firstOfEach(kept)].map(({ firstRecordedOn }) => firstRecordedOn).sort().at(-1);
};

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
