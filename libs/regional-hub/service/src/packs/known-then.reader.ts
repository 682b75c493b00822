import { Injectable } from '@nestjs/common';
import { type AuthorityCounts, knownThenOn } from '@permanence/regional-hub/domain';
import type { LocalDate, Month } from '@permanence/kernel/values';
import { TenantDb } from '@permanence/platform/tenant-db';
import { type CountsByMonth, FigureReader, type Months, type Reading } from '../figures/figure-reader.js';
import type { IndicatorId } from '../indicators/indicators.js';
import { type PackCounts, packCounts, packsOf } from './pack.store.js';
import { PARTNERSHIP } from './people.js';
import { heldIn } from './place.js';

/** What was known of months then: in their frozen packs, else on the tenth working day after each (kpi.md convention 14). */
export type KnownThen = Readonly<{ of: (id: IndicatorId, month: Month) => readonly AuthorityCounts[]; knownOn: (month: Month) => LocalDate; isFrozen: (month: Month) => boolean }>;

/** Reads what was known then. */
@Injectable()
export class KnownThenReader {
  constructor(
    private readonly db: TenantDb,
    private readonly figures: FigureReader,
  ) {}

  /** Of some indicators and months, as somebody reads those of an authority, whose packs say when it was known. */
  async read(ids: readonly IndicatorId[], months: Months, { authority, reader }: Reading): Promise<KnownThen> {
    const kept = await this.figures.kept(ids, months, 'then', { authority, reader });
    const { packs, counts } = await this.db.inTenants(PARTNERSHIP, async (tx) => ({ packs: await packsOf(tx, authority), counts: await packCounts(tx, authority, { indicators: ids, ...months }) }));
    const days = new Map(packs.map(({ month, knownOn }) => [month, knownOn]));
    const frozen = byIndicator(ids, counts);
    return {
      of: (id, month) => (days.has(month) ? frozen.get(id) : kept.get(id))?.get(month) ?? [],
      knownOn: (month) => days.get(month) ?? knownThenOn(month),
      isFrozen: (month) => days.has(month),
    };
  }
}

const byIndicator = (ids: readonly IndicatorId[], counts: readonly PackCounts[]): ReadonlyMap<IndicatorId, CountsByMonth> =>
  new Map(ids.map((id) => {
    const own = counts.filter(({ indicator }) => indicator === id);
    return [id, new Map([...new Set(own.map(({ month }) => month))].map((month) => [month, heldIn(own.filter((each) => each.month === month), id)]))];
  }));
