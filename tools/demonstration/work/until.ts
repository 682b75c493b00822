import { setTimeout as wait } from 'node:timers/promises';

const LOOKS_EVERY_MS = 300;
/** A machine that is busy with other things takes minutes to pass on what councils recorded. */
const LONGEST_MS = 600_000;

/** Looks until something is there. @throws Error with a sentence when it takes too long */
export const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  for (const end = Date.now() + LONGEST_MS; ; await wait(LOOKS_EVERY_MS)) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what} did not come.`);
  }
};
