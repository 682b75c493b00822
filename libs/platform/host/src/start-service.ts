import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApiOf } from '@permanence/platform/http';
import { assertEveryRouteNamesItsCapability } from '@permanence/platform/identity';
import { startMessaging } from '@permanence/platform/messaging';
import { type ReadOnlyMode, showReadOnly, watchSwitch } from '@permanence/platform/read-only';
import { metricsOf, nestLogger } from '@permanence/platform/telemetry';
import { type TenantDb, connect, migrate } from '@permanence/platform/tenant-db';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { RunningService, ServiceDescription, Surroundings } from './description.js';
import { fence } from './fences.js';
import { followRequests } from './follow-requests.js';
import { answerHealth } from './health.js';
import { ServiceModule } from './service.module.js';

/** The largest JSON body that a command needs; files come as multipart, which has a limit of its own. */
const LARGEST_BODY = 1_048_576;

const makeApplication = async (description: ServiceDescription, surroundings: Surroundings, db: TenantDb, mode: ReadOnlyMode, metrics: Registry): Promise<NestFastifyApplication> => {
  const logger: LoggerService = nestLogger(surroundings.logger);
  const { serverFactory } = surroundings;
  const adapter = new FastifyAdapter({ bodyLimit: LARGEST_BODY, forceCloseConnections: true, ...(serverFactory ? { serverFactory } : {}) });
  const app = await NestFactory.create<NestFastifyApplication>(ServiceModule.of(description, surroundings, { db, mode, metrics }), adapter, { logger, abortOnError: false });
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  followRequests(server, description.name);
  if (description.api) fence(server);
  answerHealth(server, db, metrics);
  await description.prepare?.(app);
  return app;
};

/** An API says what it needs and what it answers, or it does not start. */
const publishApi = (app: NestFastifyApplication, { name, api }: ServiceDescription): void => {
  if (api === undefined) return;
  app.setGlobalPrefix(`api/${name}/v1`);
  assertEveryRouteNamesItsCapability(app);
  const document = openApiOf(app, api);
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.get(`/api/${name}/openapi.json`, () => document);
};

/** Whether people may change things here: as an operator says, or as the process was started. */
const readOnlyOf = ({ name }: ServiceDescription, { database, clock, logger, readOnlyReason }: Surroundings): ReturnType<typeof watchSwitch> =>
  watchSwitch({ name, url: database.appUrl, logger, fixed: readOnlyReason === undefined ? undefined : { since: clock.now(), planned: true, reason: readOnlyReason } });

/**
 * The one way to start a service, alone or in the single process: migrate, connect, transport, relay, listen.
 * @throws Error with a sentence; what had been opened is closed again.
 */
export const startService = async (description: ServiceDescription, surroundings: Surroundings): Promise<RunningService> => {
  const { name, schema, migrations, messaging } = description;
  const { database, logger, transport, clock, operatorOnly } = surroundings;
  await migrate(database.ownerUrl, schema, migrations);
  const db = await connect({ url: database.appUrl, applicationName: name });
  const metrics = metricsOf(name, { process: surroundings.ownsProcess });
  const closing: (() => Promise<void>)[] = [() => db.close()];
  const close = async (): Promise<void> => {
    for (const step of closing.reverse()) await step();
  };
  try {
    const mode = await readOnlyOf(description, surroundings);
    closing.push(mode.close);
    showReadOnly(metrics, mode.mode);
    const app = await makeApplication(description, surroundings, db, mode.mode, metrics);
    closing.push(() => app.close());
    publishApi(app, description);
    await app.init();
    const running = await startMessaging(app, { service: name, messaging, transport, db, relayUrl: database.relayUrl, clock, logger, registry: metrics, ...(operatorOnly ? { operatorOnly } : {}) });
    closing.push(() => running.close());
    if (operatorOnly) return { name, url: '', app, messaging: running, close };
    await app.listen(surroundings.port, surroundings.host);
    return { name, url: (await app.getUrl()).replace('[::1]', '127.0.0.1'), app, messaging: running, close };
  } catch (error) {
    await close();
    throw error;
  }
};
