import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { askToRebuild, openDatabase, startRegion } from '@permanence/embedded/runtime';
import { LocalDate } from '@permanence/kernel/values';
import { FigureRefresher, rebuildProjections, regionalHub } from '@permanence/regional-hub/service';
import type { Asked, Operation } from './operation.js';
import { withService } from './operator-service.js';
import { isGiven, withServiceDatabase } from './service-database.js';

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
};

/** Where nobody runs on the data folder, everything is started for the rebuild and stopped again. */
const startedForIt = async ({ dataFolder, today, environment }: Asked): Promise<void> => {
  // Says in a sentence that there is no data, before anything is made.
  await (await openDatabase(dataFolder)).stop();
  const region = await startRegion({ dataFolder, port: await freePort(), logLevel: environment['LOG_LEVEL'] ?? 'warn', environment, ...(today ? { today: LocalDate(today) } : {}) });
  try {
    await region.rebuild();
  } finally {
    await region.stop();
  }
};

/** Kafka puts a consumer group back to the first event only when nobody is in it. */
const inUse = (cause: unknown): never => {
  const isInUse = /no running instances/.test((cause as Error).message);
  throw isInUse ? new Error('A regional-hub still runs, so its place in Kafka cannot be put back. Stop every regional-hub, wait half a minute, and rebuild again.', { cause }) : cause;
};

const overKafka = async (asked: Asked): Promise<void> => {
  if (!asked.environment['KAFKA_BROKERS']) throw new Error('DATABASE_URL is set, so KAFKA_BROKERS must be too: the events are read again from there.');
  await withServiceDatabase(asked, regionalHub.schema, (database) =>
    withService(regionalHub, asked, { database, operatorOnly: false }, ({ messaging, app }) => rebuildProjections(messaging, app.get(FigureRefresher)).catch(inUse)));
};

/** Throws away what regional-hub holds and builds it again from the log. */
export const rebuild: Operation = async (asked) => {
  const began = performance.now();
  asked.write('Rebuilding the figures from the log …');
  if (isGiven(asked)) await overKafka(asked);
  else if (!(await askToRebuild(asked.dataFolder))) await startedForIt(asked);
  asked.write(`The figures are rebuilt, after ${Math.round((performance.now() - began) / 1000)} seconds.`);
  return 0;
};
