import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Uuid } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { type PageQuery, limitOf, notFound, pageOf } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { TenantDb } from '@permanence/platform/tenant-db';
import type { EmergencyAccessDto, EmergencyAccessesDto, OwnEmergencyQuery } from './emergency.dto.js';
import { type EmergencyLine, findUse, ownUses, usesToReview } from './emergency.store.js';
import { accessOf } from './emergency.views.js';

/** Uses of emergency access: one's own, and those that wait for a review. */
@Injectable()
export class EmergencyReader {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async own(who: Who, query: OwnEmergencyQuery): Promise<EmergencyAccessesDto> {
    const wanted = { cursor: query.cursor as Uuid | undefined, limit: limitOf(query), ...(query.running === undefined ? {} : { runningAt: this.clock.now() }) };
    return this.page(await this.db.inTenants(who, (tx) => ownUses(tx, who, wanted)), query);
  }

  async toReview(who: Who, query: PageQuery): Promise<EmergencyAccessesDto> {
    return this.page(await this.db.inTenants(who, (tx) => usesToReview(tx, who.authority, { cursor: query.cursor as Uuid | undefined, limit: limitOf(query) })), query);
  }

  /** @throws HttpProblem 404 when the council has no such use. */
  async one(who: Who, id: Uuid): Promise<EmergencyAccessDto> {
    const line = await this.db.inTenants(who, (tx) => findUse(tx, who.authority, id));
    if (line === undefined) throw notFound();
    return accessOf(line, this.clock.now());
  }

  private page(lines: readonly EmergencyLine[], query: PageQuery): EmergencyAccessesDto {
    const { items, next } = pageOf(lines, limitOf(query));
    return { items: items.map((line) => accessOf(line, this.clock.now())), next };
  }
}
