import { projectFile } from '@permanence/platform/host';

export type RunningKafka = Readonly<{ brokers: string; stop: () => Promise<void> }>;

export type KafkaStart = Readonly<{
  port?: number;
  /** Kept when the broker stops. */
  data?: string;
  /** A broker of the test's own, that it may stop, whatever `KAFKA_BROKERS` says. */
  own?: boolean;
}>;

/** True Kafka: the one that `KAFKA_BROKERS` names, else one that `deploy/kafka` starts. */
export const startKafka = async (options: KafkaStart = {}): Promise<RunningKafka> => {
  const command = (await import(projectFile('deploy', 'kafka', 'start.mjs'))) as { startKafka: (options: KafkaStart) => Promise<RunningKafka> };
  return command.startKafka(options);
};
