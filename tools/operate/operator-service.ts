import { LocalDate } from '@permanence/kernel/values';
import { type RunningService, type ServiceDescription, type Surroundings, clockOn, startService, systemClock } from '@permanence/platform/host';
import { identityConfiguration } from '@permanence/platform/identity';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import type { Asked } from './operation.js';

type Means = Readonly<{ database: Surroundings['database']; operatorOnly: boolean }>;

/** Nobody signs in at an operator's command, so that any address does where none is given. */
const NOWHERE = 'http://localhost:8080';

/** Runs a service inside the command, without anybody's hearing of it, while `work` goes on. */
export const withService = async <T>(description: ServiceDescription, { environment, today }: Asked, { database, operatorOnly }: Means, work: (running: RunningService) => Promise<T>): Promise<T> => {
  const logger = rootLogger({ level: environment['LOG_LEVEL'] ?? 'warn' }).child({ service: description.name });
  const transport = createTransport({ brokers: operatorOnly ? undefined : environment['KAFKA_BROKERS'], clientId: `${description.name}-operator`, logger });
  const running = await startService(description, {
    clock: today ? clockOn(LocalDate(today)) : systemClock, logger, transport, database, port: 0, host: '127.0.0.1', ownsProcess: false,
    identity: identityConfiguration({ KEYCLOAK_URL: environment['KEYCLOAK_URL'] || NOWHERE }), ...(operatorOnly ? { operatorOnly } : {}),
  });
  try {
    return await work(running);
  } finally {
    await running.close();
    await transport.close();
  }
};
