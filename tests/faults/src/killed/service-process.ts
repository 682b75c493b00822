// locality-hub as a process of its own that a test may kill: service-process.js, told by the environment where its database and its issuer are.
import 'reflect-metadata';
import { localityHub } from '@permanence/locality-hub/service';
import { LocalDate } from '@permanence/kernel/values';
import { clockOn, startService } from '@permanence/platform/host';
import { identityConfiguration } from '@permanence/platform/identity';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import { dieWhenTold } from './statement-counter.js';

const of = (name: string): string => process.env[name] ?? '';

const logger = rootLogger({ level: 'fatal' });
const { url } = await startService(localityHub, {
  clock: clockOn(LocalDate(of('TODAY'))), logger, transport: createTransport({ clientId: 'killed', logger }), port: 0, host: '127.0.0.1', ownsProcess: true,
  identity: identityConfiguration(process.env), database: { appUrl: of('DATABASE_URL'), ownerUrl: of('DATABASE_OWNER_URL'), relayUrl: of('DATABASE_RELAY_URL') },
});
dieWhenTold();
process.send?.({ url });
