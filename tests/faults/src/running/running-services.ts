import 'reflect-metadata';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Issuer, createIssuer } from '@permanence/embedded/issuer';
import { LocalDate } from '@permanence/kernel/values';
import { type RunningService, type ServiceDescription, clockOn, projectFile, startService } from '@permanence/platform/host';
import { type Role, identityConfiguration } from '@permanence/platform/identity';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { tokenFor } from '../../../../tools/token/sign-in.mjs';
import { APIS } from '../services.js';

/** The day on which these services believe to be. */
export const TODAY = LocalDate('2026-09-30');

/** The services with an API and the built-in issuer, each on a port of its own, over a database of this test. */
export type RunningServices = Readonly<{
  issuer: Issuer;
  issuerUrl: string;
  test: TestDatabase;
  services: readonly RunningService[];
  urlOf: (service: string) => string;
  /** The first person who is this there; one token a role and authority. */
  tokenOf: (role: Role, authority: string) => Promise<string>;
  settled: () => Promise<void>;
  stop: () => Promise<void>;
}>;

const listening = async (): Promise<{ server: Server; url: string }> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
};

/** Tokens are asked for once: what a test measures is not the sign-in. */
const tokensOf = (origin: string): RunningServices['tokenOf'] => {
  const tokens = new Map<string, Promise<string>>();
  return (role, authority) => {
    const key = `${role} ${authority}`;
    const token = tokens.get(key) ?? tokenFor({ origin, role, authority });
    tokens.set(key, token);
    return token;
  };
};

/** @param descriptions which of them; all unless said. */
export const startServices = async (descriptions: readonly [ServiceDescription, ...ServiceDescription[]] = APIS): Promise<RunningServices> => {
  const folder = await mkdtemp(join(tmpdir(), 'permanence-services-'));
  const logger = rootLogger({ level: 'error' });
  const { server, url } = await listening();
  const issuer = await createIssuer({ publicUrl: url, dataFolder: folder, realmFile: projectFile('deploy', 'keycloak', 'realm.json'), environment: {}, report: (error) => logger.error({ error }, 'the issuer failed') });
  server.on('request', issuer.handle);
  const test = await testDatabase(...descriptions);
  const transport = createTransport({ clientId: 'tests', logger });
  const services: RunningService[] = [];
  for (const description of descriptions) {
    const urls = { appUrl: test.urlOf('app', description.schema), ownerUrl: test.urlOf('owner', description.schema), relayUrl: test.urlOf('relay', description.schema) };
    services.push(await startService(description, { clock: clockOn(TODAY), logger, database: urls, identity: identityConfiguration({ KEYCLOAK_URL: url }), transport, port: 0, host: '127.0.0.1', ownsProcess: false }));
  }
  return {
    issuer, issuerUrl: url, test, services, tokenOf: tokensOf(url),
    urlOf: (name) => `${services.find((service) => service.name === name)?.url ?? ''}/api/${name}/v1`,
    settled: async () => {
      for (const { messaging } of services) await messaging.caughtUp();
    },
    stop: async () => {
      for (const service of [...services].reverse()) await service.close();
      await transport.close();
      server.closeAllConnections();
      server.close();
      await test.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
