import { Inject, Injectable } from '@nestjs/common';
import { isPartner } from '@permanence/contracts/partnership';
import { dayCounted, isHeldOn } from '@permanence/regional-hub/domain';
import { type Clock, type LocalDate, type Month, REGION, type TenantId } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { limitOf, notFound, refused } from '@permanence/platform/http';
import { type Who, refusalWithout } from '@permanence/platform/identity';
import { TenantDb } from '@permanence/platform/tenant-db';
import { joinSets } from '../figures/counts.store.js';
import type { CasesPageDto, CasesQuery } from '../figures/figures.dto.js';
import { heldOf } from '../figures/held.store.js';
import { type IndicatorId, indicatorOf } from '../indicators/indicators.js';
import { type CaseRow, casesOn, openTo } from './cases.store.js';

/** Opens the cases behind a figure, inside the authority that owns them and nowhere else (kpi.md convention 9). */
@Injectable()
export class CasesReader {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One page of the list that the person may see, in the order of the cases' ids. @throws HttpProblem 404 for another council's, 403 for the region's. */
  async cases(who: Who, id: IndicatorId, query: CasesQuery, asKnownOn: LocalDate): Promise<CasesPageDto> {
    if (query.authority === REGION) throw refused(refusalWithout('kpi:drill-to-case'), 403);
    if (!isPartner(query.authority) || query.authority !== who.authority) throw notFound();
    return pageOf(await this.all(who, id, { ...query, asKnownOn }), query);
  }

  private all(who: Who, id: IndicatorId, { authority, month, asKnownOn, part = 'numerator' }: Readonly<{ authority: TenantId; month: Month; asKnownOn: LocalDate; part?: 'numerator' | 'denominator' }>): Promise<readonly CaseRow[]> {
    const indicator = indicatorOf(id);
    const day = dayCounted(month, asKnownOn);
    return this.db.inTenants(who, async (tx) => {
      await joinSets(tx);
      if (`${month}-01` > day || !isHeldOn(await heldOf(tx, authority, asKnownOn), indicator.definition, day)) return [];
      const listing = { day, part, who, today: this.clock.today() };
      const isOpen = await openTo(tx, authority, listing);
      const rows = await casesOn(tx, indicator, listing, { tenant: authority, asKnownOn });
      return isOpen === undefined ? rows : rows.filter(({ childId }) => isOpen(childId));
    });
  }
}

const pageOf = (rows: readonly CaseRow[], query: CasesQuery): CasesPageDto => {
  const limit = limitOf(query);
  const { cursor } = query;
  const rest = cursor === undefined ? rows : rows.filter(({ id }) => id > cursor);
  const items = rest.slice(0, limit);
  return { items: items.map((row) => ({ ...row })), next: rest.length > limit ? (items.at(-1)?.id ?? null) : null, total: rows.length };
};
