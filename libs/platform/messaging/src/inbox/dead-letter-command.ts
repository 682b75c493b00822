import { parseArgs } from 'node:util';
import { TenantId, Uuid } from '@permanence/kernel/values';
import type { DeadLetters, RetryOutcome } from './dead-letters.js';

export type DeadLetterCommand = Readonly<{
  /** What follows the command's name: `list`, `retry ID` or `discard ID`, and `--authority`. */
  args: readonly string[];
  /** Of the service that could not handle the events; from `startMessaging` with `operatorOnly`. */
  deadLetters: Pick<DeadLetters, 'list' | 'retry' | 'discard'>;
  /** Who does it; stands in the row. */
  by: string;
  write: (line: string) => void;
}>;

export const DEAD_LETTER_USAGE = 'Say "list", "retry EVENT-ID" or "discard EVENT-ID", with --authority E10000028 (or region).';

const RETRIED: Record<RetryOutcome, string> = {
  handled: 'handled; it is no longer a dead letter.',
  'failed-again': 'failed again; "list" shows with what. It stays a dead letter.',
  'not-found': 'is no dead letter of this authority that waits.',
};

type Action = (id: Uuid | undefined, tenant: TenantId) => Promise<boolean>;

/**
 * Shows, retries or discards the events that a service could not handle.
 * @returns the exit code: 0 when it did what was asked.
 * @throws Error with a sentence when the arguments cannot be read.
 */
export const runDeadLetterCommand = async ({ args, deadLetters, by, write }: DeadLetterCommand): Promise<number> => {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { authority: { type: 'string' } } });
  const [name, id] = positionals;
  const actions: Record<string, Action> = {
    list: async (_id, tenant) => {
      const letters = await deadLetters.list([tenant]);
      letters.forEach(({ eventId, type, error, tries, failedAt }) => write(`${failedAt}  ${eventId}  ${type}  ${error}  (${tries} tries)`));
      write(letters.length === 0 ? 'No event waits here.' : `${letters.length} ${letters.length === 1 ? 'event waits' : 'events wait'}.`);
      return true;
    },
    retry: async (eventId = missing(), tenant) => {
      const outcome = await deadLetters.retry(tenant, eventId, by);
      write(`${eventId} ${RETRIED[outcome]}`);
      return outcome === 'handled';
    },
    discard: async (eventId = missing(), tenant) => {
      const discarded = await deadLetters.discard(tenant, eventId, by);
      write(`${eventId} ${discarded ? 'discarded; the row says by whom.' : RETRIED['not-found']}`);
      return discarded;
    },
  };
  const action = actions[name ?? ''] ?? missing();
  return (await action(id === undefined ? undefined : Uuid(id), TenantId(values.authority ?? missing()))) ? 0 : 1;
};

const missing = (): never => {
  throw new Error(DEAD_LETTER_USAGE);
};
