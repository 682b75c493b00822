import type { ToPublished } from './envelope.js';

/** What a service says about its events; part of its description. */
export type ServiceMessaging = Readonly<{
  /** Translates each logged event for the service's topic, or keeps it inside. Absent: the service publishes nothing and has no relay. */
  publishes?: ToPublished;
  /** What its `@EventPattern` handlers listen to. Absent: it listens to nothing. */
  consumes?: Readonly<{
    /** Names the inbox, the consumer group and the cursor. Never changed: a new name begins from the first event. */
    consumer: string;
    /** Topics, such as `topicOf('locality-hub')`. */
    topics: readonly string[];
  }>;
}>;

/** Cases are spread over this many partitions of each topic (`deploy/kafka/topics.json` says the same). */
export const PARTITIONS = 6;

/** The logger that messaging writes to; pino's fits. Nothing personal goes in: ids and codes only. */
export type MessagingLogger = Readonly<Record<'debug' | 'info' | 'warn' | 'error', (fields: object, message: string) => void>>;
