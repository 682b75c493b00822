import { type RequestListener, type Server, createServer } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkPartnership } from '@permanence/contracts/partnership';
import { type Issuer, createIssuer } from '@permanence/embedded/issuer';
import { localityHubWith } from '@permanence/locality-hub/service';
import { type RunningService, type ServiceDescription, type Surroundings, clockOn, projectFile, startService, systemClock } from '@permanence/platform/host';
import { identityConfiguration } from '@permanence/platform/identity';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger, startTraces } from '@permanence/platform/telemetry';
import { type LoadProgress, portal } from '@permanence/portal/web';
import { FigureRefresher, rebuildProjections, regionalHub } from '@permanence/regional-hub/service';
import { startDatabase } from './database.js';
import { openOperatorDoor } from './operator-door.js';
import type { RegionOptions } from './options.js';

/** The whole product in one process. */
export type RunningRegion = Readonly<{
  /** What a person opens. */
  url: string;
  issuer: Issuer;
  services: Readonly<Record<'localityHub' | 'regionalHub' | 'portal', RunningService>>;
  /** Shown on every page while the demonstration councils are loaded; null when there is nothing to say. */
  tellProgress: (progress: LoadProgress | null) => void;
  /** Resolves when every event that is committed now has been handled by everybody who listens, and the figures are counted. Tests wait for this and never sleep. */
  settled: () => Promise<void>;
  /** Throws the read models away and builds them again from the log. Resolves when the figures are there. */
  rebuild: () => Promise<void>;
  stop: () => Promise<void>;
}>;

/** As Fastify's own. Node's five seconds can pass while an import keeps the process busy: a program's next request would then find its connection closed. */
const KEEP_ALIVE_MS = 72_000;

/** Addresses under `/realms/` are the issuer's, everything else the portal's: one origin. */
const oneOrigin = (issuer: Issuer) => (portalHandler: RequestListener): Server =>
  createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => (request.url?.startsWith('/realms/') ? issuer.handle(request, response) : portalHandler(request, response)));

/** Runs the steps of stopping, last opened first, each even when one before it failed. */
const stopper = (): { opened: (step: () => Promise<void>) => void; stop: () => Promise<void> } => {
  const steps: (() => Promise<void>)[] = [];
  return {
    opened: (step) => steps.push(step),
    stop: async () => {
      const faults: unknown[] = [];
      for (const step of steps.splice(0).reverse()) await step().catch((fault: unknown) => faults.push(fault));
      if (faults.length > 0) throw new AggregateError(faults, 'Not everything stopped cleanly.');
    },
  };
};

/** Everything here is one process, so that one setting holds for all of it. */
const readOnlyIn = ({ READ_ONLY_REASON: reason }: RegionOptions['environment']): Pick<Surroundings, 'readOnlyReason'> => (reason ? { readOnlyReason: reason } : {});

/**
 * Starts the database, the issuer, each service on a port of its own, and last the portal on the public one.
 * @throws Error with a sentence; what had been opened is stopped again.
 */
export const startRegion = async ({ dataFolder, port, today, assetsFolder, logLevel, environment }: RegionOptions): Promise<RunningRegion> => {
  checkPartnership();
  const url = `http://localhost:${port}`;
  const clock = today ? clockOn(today) : systemClock;
  const logger = rootLogger({ level: logLevel });
  const { opened, stop } = stopper();
  try {
    opened(startTraces('permanence', environment));
    await mkdir(dataFolder, { recursive: true });
    const issuer = await createIssuer({ publicUrl: url, dataFolder: join(dataFolder, 'issuer'), realmFile: projectFile('deploy', 'keycloak', 'realm.json'), environment, report: (error) => logger.error({ error }, 'the issuer failed') });
    const database = await startDatabase(dataFolder);
    opened(database.stop);
    const transport = createTransport({ clientId: 'permanence', logger });
    opened(() => transport.close());
    const identity = identityConfiguration({ KEYCLOAK_URL: url });
    const start = async (description: ServiceDescription, more: Partial<Surroundings> = {}): Promise<RunningService> => {
      const running = await startService(description, { clock, logger: logger.child({ service: description.name }), database: database.urlsOf(description.schema), identity, transport, port: 0, host: '127.0.0.1', ownsProcess: description.name === 'portal', ...readOnlyIn(environment), ...more });
      opened(running.close);
      return running;
    };
    const regional = await start(regionalHub);
    const locality = await start(localityHubWith({ regionalHubUrl: regional.url }));
    const told: { progress: LoadProgress | null } = { progress: null };
    const pages = portal({ publicUrl: url, identity, clientSecret: issuer.portalSecret, localityHubUrl: locality.url, regionalHubUrl: regional.url, demonstration: () => told.progress, ...(assetsFolder === undefined ? {} : { assetsFolder }) });
    const running = await start(pages, { port, serverFactory: oneOrigin(issuer) });
    const settled = async (): Promise<void> => {
      await locality.messaging.caughtUp();
      await regional.messaging.caughtUp();
      await regional.app.get(FigureRefresher).catchUp();
    };
    const rebuild = (): Promise<void> => rebuildProjections(regional.messaging, regional.app.get(FigureRefresher));
    opened(await openOperatorDoor(dataFolder, rebuild));
    return { url, issuer, services: { localityHub: locality, regionalHub: regional, portal: running }, settled, rebuild, stop, tellProgress: (progress) => { told.progress = progress; } };
  } catch (error) {
    await stop();
    throw error;
  }
};
