import { Module } from '@nestjs/common';
import { LocalDate, Month } from '@permanence/kernel/values';
import { type RunningService, type ServiceDescription, clockOn, startService } from '@permanence/platform/host';
import { type Transport, createTransport, relayTables } from '@permanence/platform/messaging';
import { readOnlyTable } from '@permanence/platform/read-only';
import { rootLogger } from '@permanence/platform/telemetry';
import { type Migration, TenantDb, appendEvents, eventLogTable } from '@permanence/platform/tenant-db';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { Issuer } from '@permanence/testing/issuer';
import { regionalHub } from '../description.js';
import { keptCounts } from '../figures/counts.store.js';
import { FigureRefresher } from '../figures/figure-refresher.js';
import { DEFINITIONS } from '../indicators/indicators.js';
import { STAFFORDSHIRE, STOKE } from '../region.fixture.js';
import { Told } from '../told.fixture.js';
import { rebuildProjections } from './rebuild.js';

@Module({})
class Nothing {}

/** A locality hub that has a log and nothing else. */
const log: Migration = { name: '001-log', statements: (schema) => [...eventLogTable(schema), ...relayTables(schema)] };
const hub: ServiceDescription = { name: 'locality-hub', schema: 'locality_hub', migrations: [log, readOnlyTable], module: Nothing, messaging: { publishes: ({ type, data }) => ({ type: `locality-hub.${type}`, data }) } };

describe('from the log to the figures', () => {
  let database: TestDatabase;
  let transport: Transport;
  let issuer: Issuer;
  let locality: RunningService;
  let regional: RunningService;

  beforeAll(async () => {
    database = await testDatabase(regionalHub, hub);
    issuer = await new Issuer().open();
    const logger = rootLogger({ level: 'silent' });
    transport = createTransport({ clientId: 'test', logger });
    const start = (description: ServiceDescription): Promise<RunningService> => startService(description, {
      clock: clockOn(LocalDate('2026-11-24')), logger, identity: issuer.identity, transport, port: 0, host: '127.0.0.1', ownsProcess: false,
      database: { appUrl: database.urlOf('app', description.schema), ownerUrl: database.urlOf('owner', description.schema), relayUrl: database.urlOf('relay', description.schema) },
    });
    regional = await start(regionalHub);
    locality = await start(hub);
  });
  afterAll(async () => {
    await locality.close();
    await regional.close();
    await transport.close();
    issuer.close();
    await database.drop();
  });

  const publish = async ({ tenant, events }: Told): Promise<void> => {
    const db = locality.app.get(TenantDb);
    for (const event of events)
      await db.inTenants({ id: 'tester', tenants: [tenant] }, (tx) =>
        appendEvents(tx, { actor: 'tester', correlationId: 'c-1', recordedAt: event.recordedAt }, [{ ...event, type: event.type.replace('locality-hub.', ''), data: event.data as Record<string, unknown> }]));
    await locality.messaging.caughtUp();
    await regional.messaging.caughtUp();
  };

  const figures = (basis: 'now' | 'then') => regional.app.get(TenantDb).inTenants({ id: 'tester', tenants: [STAFFORDSHIRE, STOKE] }, async (tx) => {
    const rows = await keptCounts(tx, { tenants: [STAFFORDSHIRE, STOKE], indicators: DEFINITIONS.map(({ id }) => id), from: Month('2000-01'), to: Month('2030-01'), basis });
    return rows.map((row) => JSON.stringify(row)).sort();
  });

  it('hears what is published, counts it within seconds, and a rebuild comes to the same figures', async () => {
    for (const tenant of [STAFFORDSHIRE, STOKE]) {
      const told = new Told(tenant, '2026-04-13');
      told.collection(2026);
      for (let i = 0; i < 5; i += 1) told.child(`${i}`).born('2014-01-01').inCare('2025-05-06', { firstReviewDueOn: '2025-06-04' }).stay('U6', '2025-05-06', { provider: 'PR1' }).review('2025-06-04', { participation: 'PN1', nextDueOn: '2025-09-04' });
      await publish(told);
    }
    await waitFor(async () => (await figures('now')).length === 2 * 12 * 23 && (await figures('then')).length === 2 * 23);
    const before = { now: await figures('now'), then: await figures('then') };

    await rebuildProjections(regional.messaging, regional.app.get(FigureRefresher));
    expect({ now: await figures('now'), then: await figures('then') }).toEqual(before);
  });
});

/** The refresher's own clock runs: figures follow within 10 seconds of the last event. */
const waitFor = async (isThere: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + 10_000;
  while (!(await isThere())) {
    if (performance.now() > end) throw new Error('the figures did not follow within 10 seconds');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
