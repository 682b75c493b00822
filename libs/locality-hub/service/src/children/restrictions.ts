import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Uuid } from '@permanence/kernel/values';
import type { Decision } from '@permanence/kernel/decider';
import { type RestrictionEvent, decideRestriction, evolveRestriction } from '@permanence/locality-hub/domain';
import { CLOCK } from '@permanence/platform/host';
import { changedMeanwhile } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { type NewEvent, TenantDb, appendEvents } from '@permanence/platform/tenant-db';
import { knowPerson } from '../workers/worker.store.js';
import { personOf } from '../workers/workers.service.js';
import { childrenById } from './child.store.js';
import type { RestrictionBody } from './commands.dto.js';
import { opened } from './records.reader.js';
import { keepRestriction, peopleOf, restrictionOf, workerOf } from './restriction.store.js';

/** Who may open a record, decided by a manager who can open it. */
@Injectable()
export class Restrictions {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Restricts a record, changes who may open it, or lifts the restriction: load, decide, save and append in one transaction.
   * @param version the version that the manager saw, where it was sent
   * @throws HttpProblem 404, 403 as for reading the record; 412 when the record has changed since
   */
  handle(who: Who, childId: Uuid, { restricted, named, reason }: RestrictionBody, version: number | undefined): Promise<Decision<RestrictionEvent>> {
    return this.db.inTenants(who, async (tx) => {
      const [found] = await childrenById(tx, who, [childId], { forUpdate: true });
      const { line } = opened(who, found);
      if (version !== undefined && version !== line.version) throw changedMeanwhile();
      await knowPerson(tx, who.authority, personOf(who));
      const by = await workerOf(tx, who.authority, { id: who.id, registration: who.swRegistration ?? null });
      if (by === undefined) throw new Error('whoever gives a command is known here');
      const state = await restrictionOf(tx, who.authority, line);
      const decision = decideRestriction(state, { restricted, named, reason, on: this.clock.today(), by: { id: by, name: who.name } }, { people: await peopleOf(tx, who.authority, named) });
      if (!decision.ok || decision.events.length === 0) return decision;
      await keepRestriction(tx, who.authority, childId, decision.events.reduce(evolveRestriction, state));
      appendEvents(tx, { actor: who.id, correlationId: correlationId(), recordedAt: this.clock.now() }, decision.events.map((event) => logged(who, childId, event)));
      return decision;
    });
  }
}

/** On the chronology; other services hear that the record is shut, and nothing more. Names stay in their table. */
const logged = ({ authority }: Who, childId: Uuid, { type, on, ...data }: RestrictionEvent): NewEvent => ({
  eventId: randomUUID() as Uuid, tenantId: authority, streamId: childId, type, effectiveOn: on, data: 'named' in data ? { named: data.named, reason: data.reason } : { reason: data.reason },
});
