import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { EVENT_NAMES, serviceOf, topicOf } from '@permanence/contracts/events';
import { REGION, Uuid } from '@permanence/kernel/values';
import { PARTITIONS, createTransport } from '@permanence/platform/messaging';
import { Kafka, logLevel } from 'kafkajs';
import { FaultyTransport, dice, repeatedAndShuffled } from './faulty-transport.js';
import { ownCluster } from './own-cluster.js';
import { STAFFORDSHIRE, counted } from './sample-services.js';
import { type RunningKafka, startKafka } from './true-kafka.js';
import { World } from './world.js';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

describe('what only a broker can show', () => {
  let cluster: Awaited<ReturnType<typeof ownCluster>>;
  let kafka: RunningKafka;
  let world: World;
  const transport = () => createTransport({ brokers: kafka.brokers, clientId: 'tests', logger: silent });
  const client = () => new Kafka({ brokers: kafka.brokers.split(','), logLevel: logLevel.NOTHING });

  beforeAll(async () => {
    [cluster, kafka] = await Promise.all([ownCluster(), startKafka()]);
  }, 120_000);
  afterAll(() => Promise.all([cluster.stop(), kafka.stop()]), 60_000);
  beforeEach(() => {
    world = new World(randomBytes(4).toString('hex'), transport());
  });
  afterEach(() => world.stop(), 60_000);

  it('T17: a consumer that joins and leaves makes no effect happen twice, and none be lost', async () => {
    world = new World(randomBytes(4).toString('hex'), new FaultyTransport(transport(), repeatedAndShuffled(dice(71))));
    await world.start();
    const streams = Array.from({ length: 50 }, () => Uuid(randomUUID()));
    const commit = async (from: number): Promise<void> => {
      for (let n = from; n < from + 500; n += 50) await world.commit(...Array.from({ length: 50 }, (_, i) => counted(n + i, { streamId: streams[i] })));
    };
    await commit(0);
    const second = await world.startReceiver();
    await commit(500);
    await second.close();
    await commit(1000);
    await world.level();
    const effects = await world.effects();
    expect(effects).toHaveLength(1500);
    expect(new Set(effects.map(({ n }) => n)).size).toBe(1500);
  }, 120_000);

  it('T16: a second relay takes over when the first one’s process ends, and leaves no gap', async () => {
    await world.start();
    const other = transport();
    const successor = await world.startSender(undefined, other);
    const stream = Uuid(randomUUID());
    for (let n = 0; n < 50; n += 1) await world.commit(counted(n, { streamId: stream }));
    await world.sender.close();
    for (let n = 50; n < 100; n += 1) await world.commit(counted(n, { streamId: stream }));
    await successor.caughtUp();
    await world.receiver.caughtUp();
    expect((await world.effects()).map(({ n }) => n)).toEqual(Array.from({ length: 100 }, (_, n) => n));
    await successor.close();
    await other.close();
  }, 60_000);

  it('carries CloudEvents 1.0 in binary mode, keyed by the case, and nothing beside', async () => {
    await world.start();
    const event = counted(7);
    await world.commit(event);
    await world.sender.caughtUp();
    const consumer = client().consumer({ groupId: randomUUID() });
    await consumer.connect();
    await consumer.subscribe({ topics: [topicOf(`sender-${world.name}`)], fromBeginning: true });
    const seen = await new Promise<{ key: string; value: string; headers: Record<string, string> }>((resolve) => {
      void consumer.run({
        eachMessage: ({ message }) => {
          const headers = Object.fromEntries(Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]));
          resolve({ key: String(message.key), value: String(message.value), headers });
          return Promise.resolve();
        },
      });
    });
    await consumer.disconnect();
    expect(seen.key).toBe(`E10000028/${event.streamId}`);
    expect(seen.value).toBe('{"n":7}');
    expect(seen.headers).toEqual({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: event.eventId,
      ce_type: 'sender.counted',
      ce_source: '/permanence/sender',
      ce_subject: event.streamId,
      ce_time: '2026-09-30T09:41:00.000Z',
      ce_datacontenttype: 'application/json',
      ce_partitionkey: `E10000028/${event.streamId}`,
      ce_tenantid: 'E10000028',
      ce_correlationid: 'c-1',
      ce_actor: 'tester',
      ce_effectiveon: '2026-09-30',
      ce_recordedat: '2026-09-30T09:41:00.000Z',
      ce_schemaversion: '1',
    });
  }, 60_000);

  it('lays a message aside that is no event of ours, and goes on', async () => {
    await world.start();
    const producer = client().producer();
    await producer.connect();
    await producer.send({ topic: topicOf(`sender-${world.name}`), messages: [{ key: 'x', value: 'no event' }, { key: 'y', value: null }] });
    await producer.disconnect();
    await world.commit(counted(1));
    await world.level();
    expect((await world.effects()).map(({ n }) => n)).toEqual([1]);
    const letters = await world.receiver.deadLetters.list([REGION]);
    expect(letters.map(({ error, tries }) => [error.split(' ')[0], tries])).toEqual([
      ['MESSAGE_MALFORMED', 5],
      ['MESSAGE_MALFORMED', 5],
    ]);
    expect(await world.receiver.deadLetters.list([STAFFORDSHIRE])).toEqual([]);
  }, 60_000);

  it('keeps its topics for ever, in as many parts as deploy/kafka says', async () => {
    await world.start();
    const file = JSON.parse(await readFile('deploy/kafka/topics.json', 'utf8')) as { partitions: number; retentionMs: number; topics: string[] };
    expect(file.partitions).toBe(PARTITIONS);
    expect(file.topics).toEqual(expect.arrayContaining([...new Set(EVENT_NAMES.map((name) => topicOf(serviceOf(name))))]));
    const admin = client().admin();
    await admin.connect();
    const topic = topicOf(`sender-${world.name}`);
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    expect(topics[0]?.partitions).toHaveLength(file.partitions);
    const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [{ type: 2, name: topic, configNames: ['retention.ms'] }] });
    expect(resources[0]?.configEntries.map(({ configValue }) => configValue)).toEqual([String(file.retentionMs)]);
    await admin.disconnect();
  }, 60_000);
});
