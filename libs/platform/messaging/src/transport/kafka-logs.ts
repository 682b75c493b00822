import { type LogEntry, type logCreator, logLevel } from 'kafkajs';
import type { MessagingLogger } from '../description.js';

/** A consumer that starts afresh. All other errors kafkajs mends itself by trying again, as on a fresh broker. */
const STARTS_AFRESH = /^Crash: /;

const levelOf = ({ level, log }: LogEntry): keyof MessagingLogger => (level === logLevel.ERROR && STARTS_AFRESH.test(log.message) ? 'warn' : 'debug');

/** Writes kafkajs's log to ours, quieter: while a broker is away it has many errors a second, and what matters of them the relay and the consumer's restart say. */
export const kafkaLogs =
  (logger: MessagingLogger): logCreator =>
  () =>
  (entry) =>
    logger[levelOf(entry)]({ kafka: entry.namespace, broker: entry.log['broker'] as unknown, error: entry.log['error'] as unknown }, entry.log.message);
