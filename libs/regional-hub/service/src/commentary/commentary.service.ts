import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Decision } from '@permanence/kernel/decider';
import { type Clock, type Month, type TenantId, Uuid, derivedId, monthOf } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { notFound } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { TenantDb, appendEvents } from '@permanence/platform/tenant-db';
import { type Commentary, type CommentaryEvent, writeCommentary } from '@permanence/regional-hub/domain';
import type { IndicatorId } from '../indicators/indicators.js';
import { holdMonth, packOf } from '../packs/pack.store.js';
import { PARTNERSHIP, byOf } from '../packs/people.js';
import { readerOfVersion } from '../packs/version.js';
import { type Written, keepCommentary, versionsOf } from './commentary.store.js';

const STREAMS = Uuid('d8f6a1a4-7c65-4c61-9f0e-0c4c9a3f2b18');

type Of = Readonly<{ authority: TenantId; indicator: IndicatorId; month: Month }>;

/** What people with a name say of figures. */
@Injectable()
export class CommentaryService {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every version, the newest first. @throws HttpProblem 403 where the person does not see the figure as it is */
  versions(who: Who, of: Of): Promise<Written[]> {
    readerOfVersion(who, of.authority, 'management');
    return this.db.inTenants(PARTNERSHIP, (tx) => versionsOf(tx, of));
  }

  /** Writes a version: of the own council, or of the region. @throws HttpProblem 404 for another's */
  write(who: Who, of: Of, said: Commentary): Promise<Decision<CommentaryEvent>> {
    if (of.authority !== who.authority) throw notFound();
    return this.db.inTenants(who, async (tx) => {
      await holdMonth(tx, of.authority, of.month);
      const [latest] = await versionsOf(tx, of);
      const frozen = (await packOf(tx, of.authority, of.month)) !== undefined;
      const decision = writeCommentary({ version: latest?.version ?? 0, frozen, latest }, said, { month: of.month, thisMonth: monthOf(this.clock.today()) });
      const [event] = decision.ok ? decision.events : [];
      if (event === undefined) return decision;
      const at = this.clock.now();
      await keepCommentary(tx, of, event, byOf(who, at));
      appendEvents(tx, { actor: who.id, correlationId: correlationId(), recordedAt: at }, [{
        eventId: randomUUID() as Uuid, tenantId: of.authority, streamId: derivedId(STREAMS, `${of.authority} ${of.indicator}`), type: event.type, effectiveOn: this.clock.today(),
        // What was said stays in its table.
        data: { indicator: of.indicator, month: of.month, version: event.version },
      }]);
      return decision;
    });
  }
}
