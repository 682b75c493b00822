import { checkPartnership } from '@permanence/contracts/partnership';
import { identityConfiguration } from '@permanence/platform/identity';
import { createTransport } from '@permanence/platform/messaging';
import { LocalDate } from '@permanence/kernel/values';
import { rootLogger, startTraces } from '@permanence/platform/telemetry';
import { clockOn, systemClock } from './clocks.js';
import { serviceConfiguration } from './configuration.js';
import type { RunningService, ServiceDescription } from './description.js';
import { startService } from './start-service.js';

type Environment = Readonly<Record<string, string | undefined>>;

const start = async (description: ServiceDescription, environment: Environment): Promise<RunningService> => {
  checkPartnership();
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_RELAY_URL, KAFKA_BROKERS, PORT, HOST, LOG_LEVEL, READ_ONLY_REASON, TODAY } = serviceConfiguration(environment);
  const logger = rootLogger({ level: LOG_LEVEL }).child({ service: description.name });
  const stopTraces = startTraces(description.name, environment);
  const transport = createTransport({ brokers: KAFKA_BROKERS, clientId: description.name, logger });
  const running = await startService(description, {
    clock: TODAY ? clockOn(LocalDate(TODAY)) : systemClock, logger, transport, port: PORT, host: HOST, ownsProcess: true, identity: identityConfiguration(environment),
    database: { appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL, relayUrl: DATABASE_RELAY_URL }, ...(READ_ONLY_REASON ? { readOnlyReason: READ_ONLY_REASON } : {}),
  });
  return { ...running, close: async () => { await running.close(); await transport.close(); await stopTraces(); } };
};

/**
 * Runs a service as a process of its own until it is told to stop (SIGINT, SIGTERM). A wrong configuration, or something
 * that does not answer, ends it with a sentence and exit code 1.
 */
export const runService = async (describe: (environment: Environment) => ServiceDescription): Promise<void> => {
  try {
    const running = await start(describe(process.env), process.env);
    process.stdout.write(`${running.name} answers at ${running.url}\n`);
    const stop = (): void => void running.close().then(() => process.exit(0), (error: Error) => { process.stderr.write(`${error.message}\n`); process.exit(1); });
    process.once('SIGINT', stop).once('SIGTERM', stop);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
};
