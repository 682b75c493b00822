// PM6 and PM7: what the relay and the inbox cost, as ratios. Arms in turn, medians of five. node --import @swc-node/register/esm-register tests/bench/src/messaging.bench.ts
import { projectFile } from '@permanence/platform/host';
import { createTransport, startMessaging, topicOf } from '@permanence/platform/messaging';
import type { Envelope, Transport } from '@permanence/platform/messaging';
import { appendEvents } from '@permanence/platform/tenant-db';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { Kafka, Partitioners, logLevel } from 'kafkajs';
import { ReceiverModule, SenderModule, TENANT, applyEffects, benchCluster, clock, makeApp, median, migrations, newEnvelope, newEvent, quantile, recording, seconds, silent } from './messaging.sample.js';

const ROUNDS = 5;
const ROWS = 20_000;
const BATCH = 500;
const IDLE = 200;
const EFFECTS = 20_000;
const SINGLE = 1_000;

type Send = (envelopes: readonly Envelope[], flow: Parameters<Outlet['send']>[1]) => Promise<void>;
type Outlet = Parameters<Parameters<Transport['publish']>[1]['open']>[0];
type Receive = Parameters<Transport['subscribe']>[0]['receive'];

const say = (name: string, value: number | string): void => void process.stdout.write(`${name}: ${typeof value === 'number' ? value.toFixed(3) : value}\n`);

const chunks = <T>(all: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/** The same client alone: as many messages, as large, in the same batches. */
const producingAlone = async (brokers: string, topic: string): Promise<{ run: () => Promise<void>; stop: () => Promise<void> }> => {
  const producer = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING }).producer({ idempotent: true, maxInFlightRequests: 1, createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  const headers = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`ce_header${i}`, 'E10000028/2f1c3a52-6a0e-4b5c']));
  const messages = Array.from({ length: ROWS }, (_, n) => {
    const { tenantId, streamId, data } = newEnvelope(n);
    return { key: `${tenantId}/${streamId}`, value: JSON.stringify(data), headers };
  });
  const run = async (): Promise<void> => {
    for (const batch of chunks(messages, BATCH)) await producer.send({ topic, acks: -1, messages: batch });
  };
  return { run, stop: () => producer.disconnect() };
};

/** Tells when a batch was acknowledged. */
const watched = (inner: Transport, acknowledged: (count: number) => void): Transport => ({
  publish: (topic, relay) => {
    const watch =
      (send: Send): Send =>
      async (envelopes, flow) => {
        await send(envelopes, flow);
        acknowledged(envelopes.length);
      };
    return inner.publish(topic, { open: (outlet) => relay.open({ ...outlet, send: watch(outlet.send) }), halt: (name) => relay.halt(name), rewind: (name) => relay.rewind(name), level: (name) => relay.level(name) });
  },
  sent: (topic) => inner.sent(topic),
  subscribe: (request) => inner.subscribe(request),
  close: () => inner.close(),
});

const relay = async (test: TestDatabase, brokers: string): Promise<void> => {
  let awaited = { left: 0, done: (): void => undefined };
  const transport = watched(createTransport({ brokers, clientId: 'bench', logger: silent }), (count) => {
    awaited.left -= count;
    if (awaited.left <= 0) awaited.done();
  });
  const all = (count: number): Promise<void> => new Promise((done) => (awaited = { left: count, done }));
  const app = await makeApp(SenderModule);
  const messaging = { publishes: ({ type, data }: { type: string; data: object }) => ({ type: `sender.${type}`, data }) };
  const sender = await startMessaging(app, { service: 'bench', messaging, transport, db: test.db, relayUrl: test.urlOf('relay'), clock, logger: silent });
  const commit = (count: number): Promise<void> =>
    test.db.inTenants({ id: 'bench', tenants: [TENANT] }, (tx) => appendEvents(tx, recording, Array.from({ length: count }, (_, n) => newEvent(n))));
  const alone = await producingAlone(brokers, topicOf('bench'));
  const floor: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floor.push(await seconds(alone.run));
    const sent = all(ROWS);
    await commit(ROWS);
    ours.push(await seconds(() => sent));
  }
  const waits: number[] = [];
  for (let n = 0; n < IDLE; n += 1) {
    const sent = all(1);
    await commit(1);
    waits.push((await seconds(() => sent)) * 1000);
  }
  say('PM6 relay, events a second', ROWS / median(ours));
  say('PM6 the same client alone, messages a second', ROWS / median(floor));
  say('PM6 relay / the same client alone (goal 0.55, stretch 0.70)', median(floor) / median(ours));
  say('PM6 idle: commit to broker, p99 in ms (goal 50)', quantile(waits, 0.99));
  await alone.stop();
  await sender.close();
  await app.close();
  await transport.close();
};

/** The inbox of a receiver, taken straight from its subscription: the transport is not what is measured. */
const inboxOf = async (test: TestDatabase): Promise<{ receive: (envelopes: readonly Envelope[]) => Promise<void>; stop: () => Promise<void> }> => {
  let taken: Receive | undefined;
  const nothing = (): Promise<void> => Promise.resolve();
  const transport: Transport = {
    publish: nothing,
    sent: nothing,
    close: nothing,
    subscribe: ({ receive }) => {
      taken = receive;
      return Promise.resolve({ caughtUp: nothing, fromTheStart: nothing, close: nothing });
    },
  };
  const app = await makeApp(ReceiverModule.make());
  const messaging = { consumes: { consumer: 'bench', topics: [topicOf('sender')] } };
  const receiver = await startMessaging(app, { service: 'bench', messaging, transport, db: test.db, relayUrl: '', clock, logger: silent });
  const flow = { beat: nothing, isStopped: () => false };
  return {
    receive: (envelopes) => taken?.(envelopes, flow) ?? Promise.reject(new Error('the receiver did not subscribe')),
    stop: async () => {
      await receiver.close();
      await app.close();
    },
  };
};

const repeated = (envelopes: readonly Envelope[]): Envelope[] => envelopes.flatMap((envelope, i) => Array.from({ length: 1 + (i % 5) }, () => envelope));

const inbox = async (test: TestDatabase): Promise<void> => {
  const { receive, stop } = await inboxOf(test);
  const without = (batch: readonly Envelope[]): Promise<void> => test.db.inTenants({ id: 'bench', tenants: [TENANT] }, (tx) => applyEffects(tx, batch));
  const each = (work: (batch: readonly Envelope[]) => Promise<void>, envelopes: readonly Envelope[], size = BATCH): Promise<number> =>
    seconds(async () => {
      for (const batch of chunks(envelopes, size)) await work(batch);
    });
  const times = { without: [] as number[], once: [] as number[], withoutRepeated: [] as number[], repeated: [] as number[], single: [] as number[] };
  const fresh = (count: number): Envelope[] => Array.from({ length: count }, (_, n) => newEnvelope(n));
  for (let round = 0; round < ROUNDS; round += 1) {
    times.without.push(await each(without, fresh(EFFECTS)));
    times.once.push(await each(receive, fresh(EFFECTS)));
    // A batch of the broker may hold an event twice; SQL without an inbox could not take that in one statement, so the repeats follow.
    times.withoutRepeated.push(await each(without, Array.from({ length: 3 }, () => fresh(EFFECTS / 4)).flat()));
    times.repeated.push(await each(receive, repeated(fresh(EFFECTS / 4))));
    times.single.push(await each(receive, fresh(SINGLE), 1));
  }
  say('PM7 inbox, effects a second', EFFECTS / median(times.once));
  say('PM7 deduped effects / same effects without dedupe (goal 0.70)', median(times.without) / median(times.once));
  say('PM7 delivered one to five times (three on average): deduped / applied each time', median(times.withoutRepeated) / median(times.repeated));
  say('PM7 in batches / one by one (goal 20)', EFFECTS / median(times.once) / (SINGLE / median(times.single)));
  await stop();
};

const cluster = await benchCluster();
const { startKafka } = (await import(projectFile('deploy', 'kafka', 'start.mjs'))) as { startKafka: () => Promise<{ brokers: string; stop: () => Promise<void> }> };
const kafka = await startKafka();
const test = await testDatabase({ schema: 'bench', migrations });
try {
  await relay(test, kafka.brokers);
  await inbox(test);
} finally {
  await test.drop();
  await kafka.stop();
  await cluster.stop();
}
