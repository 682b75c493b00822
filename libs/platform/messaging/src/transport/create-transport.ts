import type { MessagingLogger } from '../description.js';
import { InProcessTransport } from './in-process.transport.js';
import { KafkaTransport } from './kafka.transport.js';
import type { Transport } from './transport.js';

export type TransportOptions = Readonly<{
  /** `KAFKA_BROKERS`: host:port, separated by commas. Absent or empty: events stay in this process. */
  brokers?: string | undefined;
  /** Names this process to the broker. */
  clientId: string;
  logger: MessagingLogger;
}>;

const BROKER = /^[\w.-]+:\d{1,5}$/;

/**
 * The one transport of a process: Kafka where brokers are named, else the process itself (architecture, decision 7).
 * @throws Error with a sentence when the list of brokers cannot be read.
 */
export const createTransport = ({ brokers, clientId, logger }: TransportOptions): Transport => {
  if (!brokers) return new InProcessTransport();
  const list = brokers.split(',').map((broker) => broker.trim());
  if (!list.every((broker) => BROKER.test(broker))) throw new Error('KAFKA_BROKERS is a list such as "kafka-1:9092,kafka-2:9092". Correct it, or leave it out to keep events in this process.');
  return new KafkaTransport({ brokers: list, clientId, logger });
};
