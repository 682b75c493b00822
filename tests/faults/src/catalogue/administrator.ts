import type { TestDatabase } from '@permanence/testing/database';
import pg from 'pg';

/** A connection that row-level security does not bind: for arranging and for counting, never for what is tested. */
export const administratorOf = async (test: TestDatabase): Promise<pg.Client> => connected(test.urlOf('admin'));

/** A connection as one of the service's own roles, without the product's code between. */
export const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => void client.end());
  await client.connect();
  return client;
};
