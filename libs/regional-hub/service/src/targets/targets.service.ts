import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Decision, decided } from '@permanence/kernel/decider';
import { type Clock, type LocalDate, REGION, type TenantId, type Uuid } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { notFound } from '@permanence/platform/http';
import type { Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { type NewEvent, TenantDb, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';
import { type Target, type TargetEvent, endTarget, evolveTargets, setTarget } from '@permanence/regional-hub/domain';
import { partOfRegion } from '../figures/question.js';
import { definitionOf } from '../indicators/indicators.js';
import { COUNCILS, PARTNERSHIP, byOf } from '../packs/people.js';
import type { SetTargetBody } from './targets.dto.js';
import { keepTarget, keepTargetEnd, takeTurn, targetById, targetsOf } from './targets.store.js';

/** Targets that a board has set. */
@Injectable()
export class Targets {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every target of some places; of all unless said. */
  of(places: readonly TenantId[] = [REGION, ...COUNCILS]): Promise<Target[]> {
    return this.db.inTenants(PARTNERSHIP, (tx) => targetsOf(tx, places));
  }

  /** Sets a target for one place or several: all of them, or where one refuses none. @throws HttpProblem 404 for a place that is not the partnership's */
  set(who: Who, { indicator, authorities, value, from, to, reference }: SetTargetBody): Promise<Decision<TargetEvent>> {
    const places = [...new Set(authorities.map(partOfRegion))];
    return this.db.inTenants(who, async (tx) => {
      await takeTurn(tx);
      const set = await targetsOf(tx, places);
      const asked = places.map((authority): Target => ({ id: randomUUID() as Uuid, indicator, authority, value: Number(value), from, to: to ?? null, reference: reference.trim() }));
      const decision = setAll(set, asked, definitionOf(indicator));
      if (decision.ok) await this.keep(tx, who, decision.events);
      return decision;
    });
  }

  /** @throws HttpProblem 404 where there is no such target */
  end(who: Who, id: Uuid, to: LocalDate): Promise<Decision<TargetEvent>> {
    return this.db.inTenants(who, async (tx) => {
      await takeTurn(tx);
      const target = await targetById(tx, id);
      if (target === undefined) throw notFound();
      const decision = endTarget(target, to);
      if (decision.ok) await this.keep(tx, who, decision.events);
      return decision;
    });
  }

  private async keep(tx: TenantTx, who: Who, events: readonly TargetEvent[]): Promise<void> {
    const by = byOf(who, this.clock.now());
    for (const event of events) await (event.type === 'target-set' ? keepTarget(tx, event, by) : keepTargetEnd(tx, event.id, event.to));
    appendEvents(tx, { actor: who.id, correlationId: correlationId(), recordedAt: by.at }, events.map((event) => logged(event, this.clock.today())));
  }
}

/** One after the other, each beside those before it. */
const setAll = (set: readonly Target[], asked: readonly Target[], indicator: Parameters<typeof setTarget>[2]): Decision<TargetEvent> =>
  asked.reduce<Readonly<{ set: readonly Target[]; decision: Decision<TargetEvent> }>>(({ set: before, decision }, target) => {
    const next = decision.ok ? setTarget(before, target, indicator) : decision;
    return decision.ok && next.ok ? { set: next.events.reduce(evolveTargets, before), decision: decided(...decision.events, ...next.events) } : { set: before, decision: next };
  }, { set, decision: decided() }).decision;

/** On the region's chronology only. */
const logged = ({ type, id, ...data }: TargetEvent, today: LocalDate): NewEvent => ({ eventId: randomUUID() as Uuid, tenantId: REGION, streamId: id, type, effectiveOn: today, data });
