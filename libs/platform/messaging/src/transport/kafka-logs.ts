import { type LogEntry, type logCreator, logLevel } from 'kafkajs';
import type { MessagingLogger } from '../description.js';

/** What kafkajs gives up on; all other errors it mends itself by trying again, as on a fresh broker. */
const GIVES_UP = /^(?:Crash:|Failed to .* retries|\[?Consumer\]? .*crash)/i;

const levelOf = ({ level, log }: LogEntry): keyof MessagingLogger => {
  if (level === logLevel.ERROR) return GIVES_UP.test(log.message) ? 'error' : 'info';
  return 'debug';
};

/** Writes kafkajs's log to ours, a step quieter: its errors are mostly the first try of something that it repeats. */
export const kafkaLogs =
  (logger: MessagingLogger): logCreator =>
  () =>
  (entry) =>
    logger[levelOf(entry)]({ kafka: entry.namespace, broker: entry.log['broker'] as unknown, error: entry.log['error'] as unknown }, entry.log.message);
