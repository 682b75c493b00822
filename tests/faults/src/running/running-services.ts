import 'reflect-metadata';
import type { Issuer } from '@permanence/embedded/issuer';
import { localityHubWith } from '@permanence/locality-hub/service';
import { type RunningService, type ServiceDescription, clockOn, startService } from '@permanence/platform/host';
import { identityConfiguration } from '@permanence/platform/identity';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { CouncilClient, TODAY, type TokenOf } from '@permanence/testing/region';
import { APIS } from '../services.js';
import { startIssuer } from './issuer.js';

/** The services with an API and the built-in issuer, each on a port of its own, over a database of this test. */
export type RunningServices = Readonly<{
  issuer: Issuer;
  issuerUrl: string;
  test: TestDatabase;
  services: readonly RunningService[];
  urlOf: (service: string) => string;
  tokenOf: TokenOf;
  /** As a council's performance officer, who loads its files into locality-hub. */
  officerOf: (authority: string) => Promise<CouncilClient>;
  settled: () => Promise<void>;
  stop: () => Promise<void>;
}>;

/** @param descriptions which of them; all unless said. */
export const startServices = async (descriptions: readonly [ServiceDescription, ...ServiceDescription[]] = APIS): Promise<RunningServices> => {
  const logger = rootLogger({ level: 'error' });
  const { issuer, url: issuerUrl, tokenOf, stop: stopIssuer } = await startIssuer();
  const test = await testDatabase(...descriptions);
  const transport = createTransport({ clientId: 'tests', logger });
  const services: RunningService[] = [];
  const originOf = (name: string): string => services.find((service) => service.name === name)?.url ?? '';
  // locality-hub asks regional-hub whether a profile is shared, which therefore starts before it.
  const knowing = (description: ServiceDescription): ServiceDescription => (description.name === 'locality-hub' ? localityHubWith({ regionalHubUrl: originOf('regional-hub') }) : description);
  for (const description of descriptions) {
    const database = { appUrl: test.urlOf('app', description.schema), ownerUrl: test.urlOf('owner', description.schema), relayUrl: test.urlOf('relay', description.schema) };
    services.push(await startService(knowing(description), { clock: clockOn(TODAY), logger, database, identity: identityConfiguration({ KEYCLOAK_URL: issuerUrl }), transport, port: 0, host: '127.0.0.1', ownsProcess: false }));
  }
  return {
    issuer, issuerUrl, test, services, tokenOf,
    urlOf: (name) => `${originOf(name)}/api/${name}/v1`,
    officerOf: async (authority) => new CouncilClient(originOf('locality-hub'), authority, await tokenOf('performance-officer', authority)),
    settled: async () => {
      for (const { messaging } of services) await messaging.caughtUp();
    },
    stop: async () => {
      for (const service of [...services].reverse()) await service.close();
      await transport.close();
      await stopIssuer();
      await test.drop();
    },
  };
};
