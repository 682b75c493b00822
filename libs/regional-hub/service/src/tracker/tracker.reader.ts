import { Inject, Injectable } from '@nestjs/common';
import { TRACKER_STATUSES, type TrackerReference } from '@permanence/regional-hub/domain';
import type { Clock, Uuid } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { notFound } from '@permanence/platform/http';
import { HttpRefusal, type Who, refusalWithout } from '@permanence/platform/identity';
import { type Actor, TenantDb } from '@permanence/platform/tenant-db';
import { COUNCILS } from '../sharing/partnership.js';
import { childBehind } from '../sharing/tracker-reference.store.js';
import type { TrackerBoardDto, TrackerPageDto, TrackerPageQuery, TrackerQuery, TrackerRowDto } from './tracker.dto.js';
import { trackerBoardFront, trackerFront } from './tracker-front.store.js';
import { ON_THE_WAY, type TrackerWanted, trackerPage } from './tracker.store.js';
import { trackerRow } from './tracker.views.js';

/** Rows of all councils, as the sharing agreement lets the tracking meeting see them (regional-hub 2.3, L1). */
const TRACKING: Actor = { id: 'regional-hub.tracker', tenants: COUNCILS };

const USUAL = 50;
const IN_A_COLUMN = 8;

/** Whether nothing is asked but what people see when they come: everybody on the way, the longest in their status first. */
const opensIt = ({ authority, status = 'on-the-way', plan, harder, reason, stage, sort = 'waiting' }: TrackerQuery): boolean =>
  status === 'on-the-way' && sort === 'waiting' && harder !== 'true' && [authority, plan, reason, stage].every((filter) => filter === undefined);

/** Where the region's children wait: a table, a board, one row. */
@Injectable()
export class TrackerReader {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async page(query: TrackerPageQuery): Promise<TrackerPageDto> {
    const limit = Number(query.limit ?? USUAL);
    const after = query.cursor === undefined ? {} : { after: query.cursor };
    const lines = await this.db.inTenants(TRACKING, (tx) =>
      opensIt(query) ? trackerFront(tx, { councils: COUNCILS, ...after, limit: limit + 1 }) : trackerPage(tx, { ...this.wantedOf(query), ...after, limit: limit + 1 }));
    const items = lines.slice(0, limit).map((line) => trackerRow(line, this.clock.today()));
    return { items, next: lines.length > limit ? (items.at(-1)?.reference ?? null) : null, total: lines[0]?.total ?? 0 };
  }

  async board(query: TrackerQuery): Promise<TrackerBoardDto> {
    const wanted = this.wantedOf(query);
    const lines = await this.db.inTenants(TRACKING, (tx) =>
      opensIt(query) ? trackerBoardFront(tx, { councils: COUNCILS, perStatus: IN_A_COLUMN }) : trackerPage(tx, { ...wanted, perStatus: IN_A_COLUMN, limit: IN_A_COLUMN * TRACKER_STATUSES.length }));
    return {
      items: wanted.statuses.map((status) => {
        const ofStatus = lines.filter((line) => line.status === status);
        return { status, total: ofStatus[0]?.total ?? 0, items: ofStatus.map((line) => trackerRow(line, this.clock.today())) };
      }),
    };
  }

  /** @throws HttpProblem 404 for a reference that stands for nobody, or for a restricted child: alone it would be shown among fewer than five. */
  async row(reference: TrackerReference): Promise<TrackerRowDto> {
    const [line] = await this.db.inTenants(TRACKING, (tx) => trackerPage(tx, { ...this.wantedOf({}), statuses: TRACKER_STATUSES, reference, limit: 1 }));
    if (line === undefined) throw notFound();
    return trackerRow(line, this.clock.today());
  }

  /** Whose record it is, for people of the child's own council. @throws HttpRefusal DRILL_DOWN_REFUSED for everybody else */
  async child(who: Who, reference: TrackerReference): Promise<Uuid> {
    const found = await this.db.inTenants(TRACKING, (tx) => childBehind(tx, reference));
    if (found === undefined) throw notFound();
    if (found.tenant !== who.authority || !who.capabilities.has('child:read-record')) throw new HttpRefusal(403, refusalWithout('kpi:drill-to-case'));
    return found.childId;
  }

  private wantedOf({ authority, status, plan, harder, reason, stage, sort }: TrackerQuery): Omit<TrackerWanted, 'limit'> {
    return {
      today: this.clock.today(), statuses: status === undefined || status === 'on-the-way' ? ON_THE_WAY : [status], sort: sort ?? 'waiting', harder: harder === 'true' || reason !== undefined || stage !== undefined,
      ...(authority === undefined ? {} : { authority }), ...(plan === undefined ? {} : { plan }), ...(reason === undefined ? {} : { reason }), ...(stage === undefined ? {} : { stage }),
    };
  }
}
