import { Inject, Injectable } from '@nestjs/common';
import { shortNameOf } from '@permanence/contracts/partnership';
import type { Clock, Uuid } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { type PageQuery, limitOf, notFound, pageOf } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { TenantDb } from '@permanence/platform/tenant-db';
import { type AlertLine, alertsOfMine, alertsPage, findAlert, markRead } from './alert.store.js';
import type { AlertDto, AlertsPageDto, AlertsQuery, MyAlertsDto } from './alerts.dto.js';

/** What the data protection officer is told of looks at records, and a worker of emergency access to their children's. */
@Injectable()
export class Alerts {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  ofCouncil(who: Who, query: AlertsQuery): Promise<AlertsPageDto> {
    const { kind, unread, cursor } = query;
    return this.db.inTenants(who, async (tx) => {
      const { lines, total } = await alertsPage(tx, who.authority, { kind, unread: unread === undefined ? undefined : unread === 'true', cursor: cursor as Uuid | undefined, limit: limitOf(query) });
      const { items, next } = pageOf(lines, limitOf(query));
      return { items: items.map(alertOf), next, total };
    });
  }

  async mine(who: Who, query: PageQuery): Promise<MyAlertsDto> {
    const lines = await this.db.inTenants(who, (tx) => alertsOfMine(tx, who, { cursor: query.cursor as Uuid | undefined, limit: limitOf(query) }));
    const { items, next } = pageOf(lines, limitOf(query));
    return { items: items.map(alertOf), next };
  }

  /** @throws HttpProblem 404 when the council has no such alert. */
  async one(who: Who, id: Uuid): Promise<AlertDto> {
    const line = await this.db.inTenants(who, (tx) => findAlert(tx, who.authority, id));
    if (line === undefined) throw notFound();
    return alertOf(line);
  }

  /** Notes that it was read; the first reader's note stays. @throws HttpProblem 404 when the council has no such alert. */
  read(who: Who, id: Uuid, note: string): Promise<void> {
    return this.db.inTenants(who, async (tx) => {
      if ((await findAlert(tx, who.authority, id)) === undefined) throw notFound();
      await markRead(tx, who.authority, id, { by: who.name, at: this.clock.now(), note: note.trim() });
    });
  }
}

const alertOf = ({ id, kind, at, childId, reference, personName, personRole, personAuthority, emergencyAccess, readBy, readAt, note }: AlertLine): AlertDto => ({
  id, kind, at, child: { id: childId, reference }, who: { name: personName, role: personRole, authority: shortNameOf(personAuthority) }, emergencyAccess,
  read: readAt === null ? null : { by: readBy ?? '', at: readAt, note: note ?? '' },
});
