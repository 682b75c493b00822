import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type Uuid, dayInEngland } from '@permanence/kernel/values';
import type { Decision } from '@permanence/kernel/decider';
import { type Relation, type RelationEvent, type RelationKind, confirmRelation, declareRelation, withdrawRelation } from '@permanence/locality-hub/domain';
import { CLOCK } from '@permanence/platform/host';
import { type PageQuery, limitOf, notFound, pageOf } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { TenantDb, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';
import { type RelationLine, findRelation, keepRelation, ownRelations, relationOf, relationsForManager, standingOf } from './relation.store.js';
import type { RelationDto, RelationsDto } from './relations.dto.js';

/** What those who work with records are to children: own family, friends, a colleague's child. */
@Injectable()
export class Relations {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes what is said. Nothing is looked up: the answer cannot tell whether there is such a record. */
  declare(who: Who, { reference, kind }: Readonly<{ reference: string; kind: RelationKind }>): Promise<Decision<RelationEvent>> {
    return this.db.inTenants(who, async (tx) => {
      const standing = (await standingOf(tx, who)).map(relationOf);
      return this.kept(tx, who, declareRelation(standing, { relationId: randomUUID() as Uuid, by: who.id, reference, kind, at: this.clock.now() }));
    });
  }

  /** @throws HttpProblem 404 when it is neither the person's own nor theirs to decide. */
  confirm(who: Who, id: Uuid): Promise<Decision<RelationEvent>> {
    return this.change(who, id, confirmRelation);
  }

  /** @throws HttpProblem 404 when it is neither the person's own nor theirs to decide. */
  withdraw(who: Who, id: Uuid): Promise<Decision<RelationEvent>> {
    return this.change(who, id, withdrawRelation);
  }

  async own(who: Who, query: PageQuery): Promise<RelationsDto> {
    return page(await this.db.inTenants(who, (tx) => ownRelations(tx, who, { cursor: query.cursor as Uuid | undefined, limit: limitOf(query) })), query);
  }

  async forManager(who: Who, query: PageQuery): Promise<RelationsDto> {
    return page(await this.db.inTenants(who, (tx) => relationsForManager(tx, who, { cursor: query.cursor as Uuid | undefined, limit: limitOf(query) })), query);
  }

  private change(who: Who, id: Uuid, decide: (relation: Relation, by: Readonly<{ by: Uuid; at: ReturnType<Clock['now']> }>) => Decision<RelationEvent>): Promise<Decision<RelationEvent>> {
    return this.db.inTenants(who, async (tx) => {
      const line = await findRelation(tx, who, id);
      if (line === undefined) throw notFound();
      return this.kept(tx, who, decide(relationOf(line), { by: who.id, at: this.clock.now() }));
    });
  }

  /** The row and its event, together or not at all. It is a history of its own: of which child is not known here. */
  private async kept(tx: TenantTx, who: Who, decision: Decision<RelationEvent>): Promise<Decision<RelationEvent>> {
    if (!decision.ok) return decision;
    for (const event of decision.events) {
      await keepRelation(tx, who.authority, who, event);
      const { type, at, relationId, by: _actor, ...data } = event;
      appendEvents(tx, { actor: who.id, correlationId: correlationId(), recordedAt: this.clock.now() }, [{ eventId: randomUUID() as Uuid, tenantId: who.authority, streamId: relationId, type, effectiveOn: dayInEngland(at), data }]);
    }
    return decision;
  }
}

const page = (lines: readonly RelationLine[], query: PageQuery): RelationsDto => {
  const { items, next } = pageOf(lines, limitOf(query));
  return { items: items.map(seen), next };
};

const seen = ({ id, personName, personRole, team, reference, kind, status, declaredAt, confirmedByName, confirmedAt, withdrawnAt }: RelationLine): RelationDto => ({
  id, who: personName, role: personRole, team, reference, kind, status, declaredAt, confirmed: confirmedAt === null ? null : { by: confirmedByName ?? '', at: confirmedAt }, withdrawnAt,
});
