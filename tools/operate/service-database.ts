import { openDatabase } from '@permanence/embedded/runtime';
import type { Surroundings } from '@permanence/platform/host';
import type { Asked } from './operation.js';

type Urls = Surroundings['database'];

/** Whether a server of one's own is meant, not the embedded default. */
export const isGiven = ({ environment }: Asked): boolean => (environment['DATABASE_URL'] ?? '') !== '';

const given = ({ environment }: Asked, name: string): string => {
  const url = environment[name];
  if (!url) throw new Error(`DATABASE_URL is set, so ${name} must be too: give the three addresses that the service itself has.`);
  return url;
};

/** The tables of a service, while `work` runs: those that the environment names, else those of the data folder, whether it is in use or not. */
export const withServiceDatabase = async <T>(asked: Asked, schema: string, work: (urls: Urls) => Promise<T>): Promise<T> => {
  if (isGiven(asked)) return work({ appUrl: given(asked, 'DATABASE_URL'), ownerUrl: given(asked, 'DATABASE_OWNER_URL'), relayUrl: given(asked, 'DATABASE_RELAY_URL') });
  const database = await openDatabase(asked.dataFolder);
  try {
    return await work(database.urlsOf(schema));
  } finally {
    await database.stop();
  }
};
