import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { Delivery } from '@permanence/platform/messaging';
import { markChanged } from '../figures/figure-refresh.store.js';
import { storeFacts } from './facts.store.js';
import { refreshEntries } from '../tracker/refresh-entries.js';
import { HEARD, childrenOf } from './heard.js';

/** Keeps the read model current, a batch of one authority's events at a time, and asks for its figures to be counted again. */
@Controller()
export class ReadModelHandler {
  @EventPattern([...HEARD])
  async apply(@Payload() { tx, events }: Delivery): Promise<void> {
    const tenant = events[0]?.tenantId;
    if (tenant === undefined) return;
    await storeFacts(tx, tenant, events);
    await refreshEntries(tx, tenant, childrenOf(events));
    await markChanged(tx, tenant, events.map(({ recordedAt }) => recordedAt).sort()[0]);
  }
}
