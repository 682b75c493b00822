import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Decision } from '@permanence/kernel/decider';
import type { Clock, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import type { Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { TenantDb, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';
import { type Population, type PopulationEvent, recordPopulation } from '@permanence/regional-hub/domain';
import { countsOn } from '../figures/counts.store.js';
import { markChanged } from '../figures/figure-refresh.store.js';
import { indicatorOf } from '../indicators/indicators.js';
import { type EnteredPopulation, type PopulationEntry, everEntered, keepPopulation, populationsOf, takeTurn } from './population.store.js';

/** A council's population: a setting that its rate of children looked after needs. */
@Injectable()
export class Populations {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All that the person's own council ever entered. */
  entered(who: Who): Promise<PopulationEntry[]> {
    return this.db.inTenants(who, (tx) => everEntered(tx, who.authority));
  }

  /** Enters the population of the person's own council, and has its figures counted again. */
  record(who: Who, population: Population): Promise<Decision<PopulationEvent>> {
    const { authority: tenant } = who;
    return this.db.inTenants(who, async (tx) => {
      await takeTurn(tx, tenant);
      const today = this.clock.today();
      const entered = await populationsOf(tx, tenant);
      const decision = recordPopulation(population, { today, entered, lookedAfter: await lookedAfterOn(tx, tenant, today) });
      if (decision.ok) for (const event of decision.events) await this.keep(tx, who, event, entered);
      return decision;
    });
  }

  private async keep(tx: TenantTx, { id, authority: tenant }: Who, event: PopulationEvent, entered: readonly EnteredPopulation[]): Promise<void> {
    const [eventId, at] = [randomUUID() as Uuid, this.clock.now()];
    const { type, ...data } = event;
    const corrects = entered.find(({ year }) => year === event.year)?.eventId;
    await keepPopulation(tx, tenant, event, { eventId, at });
    appendEvents(tx, { actor: id, correlationId: correlationId(), recordedAt: at }, [
      { eventId, tenantId: tenant, streamId: eventId, type, effectiveOn: `${event.year}-06-30` as LocalDate, data, corrects },
    ]);
    await markChanged(tx, tenant, at);
  }
}

const lookedAfterOn = async (tx: TenantTx, tenant: TenantId, today: LocalDate): Promise<number> =>
  (await countsOn(tx, indicatorOf('cla-number-looked-after'), [today], { tenant, asKnownOn: today }))[0]?.numerator ?? 0;
