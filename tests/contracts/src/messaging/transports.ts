import { type Transport, createTransport } from '@permanence/platform/messaging';
import { startKafka } from './true-kafka.js';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export type TransportMaker = Readonly<{ make: () => Transport; brokers?: string; stop: () => Promise<void> }>;

/** The two ways in which events travel; every test of the contract runs on both. Kafka is true Kafka and never skipped. */
export const TRANSPORTS: readonly (readonly [string, () => Promise<TransportMaker>])[] = [
  ['in the process', () => Promise.resolve({ make: () => createTransport({ clientId: 'tests', logger: silent }), stop: () => Promise.resolve() })],
  [
    'over Kafka',
    async () => {
      const { brokers, stop } = await startKafka();
      return { make: () => createTransport({ brokers, clientId: 'tests', logger: silent }), brokers, stop };
    },
  ],
];
