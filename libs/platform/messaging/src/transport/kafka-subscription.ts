import type { Admin, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { Stopped } from '../stopped.js';
import { until } from '../waiting.js';
import { toEnvelope } from './kafka-message.js';
import type { Subscription, SubscriptionRequest } from './transport.js';

/** How long the broker holds a fetch when nothing is new; also how long a stop may take. */
const FETCH_WAIT_MS = 250;
/** A consumer that is silent for so long has lost its partitions; also how long a new one waits for those of a crashed one. */
const SESSION_MS = 15_000;

/** One consumer group over its topics, fed in batches as they come from the broker. */
export class KafkaSubscription implements Subscription {
  private consumer: Consumer | undefined;
  private readonly closing = new AbortController();

  constructor(
    private readonly kafka: Kafka,
    private readonly admin: Admin,
    private readonly request: SubscriptionRequest,
  ) {}

  async begin(): Promise<void> {
    const { consumer: groupId, topics } = this.request;
    const consumer = this.kafka.consumer({ groupId, maxWaitTimeInMs: FETCH_WAIT_MS, sessionTimeout: SESSION_MS, retry: { restartOnFailure: () => Promise.resolve(!this.closing.signal.aborted) } });
    this.consumer = consumer;
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({ eachBatchAutoResolve: false, eachBatch: (payload) => this.receive(payload) });
  }

  /** A throw in here would cost kafkajs its session; only what the session itself throws gets out. */
  private async receive({ batch, heartbeat, isRunning, isStale, resolveOffset }: EachBatchPayload): Promise<void> {
    const envelopes = batch.messages.map((message) => toEnvelope(batch.topic, batch.partition, message));
    try {
      await this.request.receive(envelopes, { beat: heartbeat, isStopped: () => !isRunning() || isStale() });
    } catch (error) {
      if (error instanceof Stopped) return;
      throw error;
    }
    const last = batch.messages.at(-1);
    if (last) resolveOffset(last.offset);
  }

  async caughtUp(): Promise<void> {
    const ends = await Promise.all(this.request.topics.map(async (topic) => ({ topic, partitions: await this.admin.fetchTopicOffsets(topic) })));
    await until(async () => {
      const done = await this.admin.fetchOffsets({ groupId: this.request.consumer, topics: [...this.request.topics] });
      const offsetOf = (topic: string, partition: number): bigint =>
        BigInt(done.find((one) => one.topic === topic)?.partitions.find((one) => one.partition === partition)?.offset ?? '-1');
      return ends.every(({ topic, partitions }) => partitions.every(({ partition, high, low }) => high === low || offsetOf(topic, partition) >= BigInt(high)));
    }, this.closing.signal);
  }

  async fromTheStart(clear: () => Promise<void>): Promise<void> {
    await this.end();
    try {
      for (const topic of this.request.topics) await this.admin.resetOffsets({ groupId: this.request.consumer, topic, earliest: true });
      await clear();
    } finally {
      await this.begin();
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.end();
  }

  private async end(): Promise<void> {
    const { consumer } = this;
    this.consumer = undefined;
    await consumer?.disconnect();
  }
}
