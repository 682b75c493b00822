import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from '@permanence/platform/messaging';
import { ownCluster } from './own-cluster.js';
import { STAFFORDSHIRE, counted } from './sample-services.js';
import { type RunningKafka, startKafka } from './true-kafka.js';
import { World } from './world.js';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

describe('a broker that goes away', () => {
  let cluster: Awaited<ReturnType<typeof ownCluster>>;
  let kafka: RunningKafka;
  let folder: string;
  let world: World;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'permanence-broker-'));
    [cluster, kafka] = await Promise.all([ownCluster(), startKafka({ data: folder, own: true })]);
    world = await new World(randomBytes(4).toString('hex'), createTransport({ brokers: kafka.brokers, clientId: 'tests', logger: silent })).start();
  }, 120_000);
  afterAll(async () => {
    await world.stop();
    await Promise.all([cluster.stop(), kafka.stop()]);
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it('refuses no write, and receives all of them when it is back', async () => {
    await world.commit(counted(0));
    await world.level();
    await kafka.stop();
    for (let n = 1; n < 200; n += 1) await world.commit(counted(n));
    kafka = await startKafka({ data: folder, own: true, port: Number(kafka.brokers.split(':')[1]) });
    await world.level();
    expect((await world.effects()).map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n));
    expect(await world.receiver.deadLetters.list([STAFFORDSHIRE])).toEqual([]);
  }, 120_000);
});

it('a broker that never answers stops the start with a sentence', async () => {
  const transport = createTransport({ brokers: '127.0.0.1:1', clientId: 'tests', logger: silent });
  await expect(transport.subscribe({ consumer: 'nobody', topics: ['permanence.nothing.v1'], receive: () => Promise.resolve() })).rejects.toThrow(
    'Kafka does not answer at 127.0.0.1:1. Check KAFKA_BROKERS and that the brokers run.',
  );
  expect(() => createTransport({ brokers: 'kafka', clientId: 'tests', logger: silent })).toThrow('KAFKA_BROKERS is a list such as');
}, 60_000);
