import { Kafka, Partitioners, type Producer } from 'kafkajs';
import type { MessagingLogger } from '../description.js';
import type { Envelope } from '../envelope.js';
import { kafkaLogs } from './kafka-logs.js';
import { toMessage } from './kafka-message.js';
import { KafkaSubscription } from './kafka-subscription.js';
import { createTopics } from './kafka-topics.js';
import type { RelayPort, Subscription, SubscriptionRequest, Transport } from './transport.js';

export type KafkaOptions = Readonly<{ brokers: readonly string[]; clientId: string; logger: MessagingLogger }>;

/** The cursor's name of every relay that sends to Kafka. */
const OUTLET = 'kafka';
const ALL_REPLICAS = -1;

/** Carries envelopes over Kafka. The only class that knows the client library besides its neighbours in this folder. */
export class KafkaTransport implements Transport {
  private readonly kafka: Kafka;
  private readonly admin;
  private readonly relays = new Map<string, RelayPort>();
  private connecting: Promise<void> | undefined;
  private producer: Promise<Producer> | undefined;

  constructor(private readonly options: KafkaOptions) {
    const { brokers, clientId, logger } = options;
    this.kafka = new Kafka({ brokers: [...brokers], clientId, logCreator: kafkaLogs(logger), connectionTimeout: 3000, requestTimeout: 10_000, retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 8 } });
    this.admin = this.kafka.admin();
  }

  async publish(topic: string, relay: RelayPort): Promise<void> {
    await this.prepare([topic]);
    this.relays.set(topic, relay);
    relay.open({ name: OUTLET, send: (envelopes) => this.send(topic, envelopes) });
  }

  async sent(topic: string): Promise<void> {
    await this.relays.get(topic)?.level(OUTLET);
  }

  async subscribe(request: SubscriptionRequest): Promise<Subscription> {
    await this.prepare(request.topics);
    const subscription = new KafkaSubscription(this.kafka, this.admin, request);
    await subscription.begin();
    return subscription;
  }

  async close(): Promise<void> {
    this.relays.clear();
    await this.dropProducer();
    await this.admin.disconnect();
  }

  private async prepare(topics: readonly string[]): Promise<void> {
    try {
      this.connecting ??= this.admin.connect();
      await this.connecting;
    } catch (cause) {
      this.connecting = undefined;
      throw new Error(`Kafka does not answer at ${this.options.brokers.join(', ')}. Check KAFKA_BROKERS and that the brokers run.`, { cause });
    }
    await createTopics(this.admin, topics);
  }

  private async send(topic: string, envelopes: readonly Envelope[]): Promise<void> {
    this.producer ??= this.openProducer();
    try {
      await (await this.producer).send({ topic, acks: ALL_REPLICAS, messages: envelopes.map(toMessage) });
    } catch (error) {
      // A producer that does not know what the broker took counts its sequence wrong: the next try gets a new one.
      await this.dropProducer();
      throw error;
    }
  }

  /** Few tries of its own, so that a stop never waits long for a broker that is away; the relay tries again for ever. */
  private async openProducer(): Promise<Producer> {
    const producer = this.kafka.producer({ idempotent: true, maxInFlightRequests: 1, createPartitioner: Partitioners.DefaultPartitioner, retry: { retries: 3 } });
    await producer.connect();
    return producer;
  }

  private async dropProducer(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    const opened = await producer?.catch(() => undefined);
    await opened?.disconnect();
  }
}
