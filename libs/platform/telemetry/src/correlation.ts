import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const requests = new AsyncLocalStorage<string>();

/** The id that ties together what one request or message caused, across services; a new one outside of any. */
export const correlationId = (): string => requests.getStore() ?? randomUUID();

/** Runs `work` under a correlation id: the caller's, when it is one that may stand in a log. */
export const correlated = <T>(given: string | undefined, work: () => T): T => requests.run(given && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID(), work);
