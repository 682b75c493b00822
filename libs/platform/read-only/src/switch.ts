import type { Instant } from '@permanence/kernel/values';
import pg from 'pg';
import type { ReadOnly } from './read-only-mode.js';

/** What an operator wants. */
export type SwitchWish = Readonly<{ on: true; planned: boolean; reason: string } | { on: false }>;

/** Whose wish it is, and when it was said. */
export type Said = Readonly<{ by: string; at: Instant }>;

type Row = ReadOnly & Readonly<{ on: boolean }>;

export const LAST = 'select is_on as "on", since, planned, reason from read_only_switch order by number desc limit 1';

/** What the last row says; nothing was ever said where there is none. */
export const heldIn = (row: Row | undefined): ReadOnly | null => (row?.on === true ? { since: row.since, planned: row.planned, reason: row.reason } : null);

const UNDEFINED_TABLE = '42P01';

/** @param schema where the address is an administrator's: a service's owner finds its own. */
const within = async <T>(url: string, schema: string | undefined, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url, application_name: 'read-only mode' });
  client.on('error', () => client.end());
  await client.connect();
  try {
    if (schema !== undefined) await client.query(`set search_path to ${schema}`);
    return await work(client);
  } catch (error) {
    if ((error as { code?: string }).code !== UNDEFINED_TABLE) throw error;
    throw new Error('This database is from before there was a read-only mode. Start the product on it once, then turn it on.', { cause: error });
  } finally {
    await client.end();
  }
};

const lastIn = async (client: pg.Client): Promise<ReadOnly | null> => heldIn((await client.query<Row>(LAST)).rows[0]);

/** Whether a service's tables say that it is read-only. @throws Error with a sentence. */
export const heldAt = (url: string, schema?: string): Promise<ReadOnly | null> => within(url, schema, lastIn);

/** Turns read-only mode of one service. Said again while it is on, it has another reason and the same beginning. @returns what holds now. */
export const turnAt = (url: string, schema: string | undefined, wish: SwitchWish, { by, at }: Said): Promise<ReadOnly | null> =>
  within(url, schema, async (client) => {
    const before = await lastIn(client);
    const { planned, reason } = wish.on ? wish : { planned: false, reason: '' };
    const since = wish.on && before !== null ? before.since : at;
    await client.query('insert into read_only_switch (is_on, since, planned, reason, said_by, said_at) values ($1, $2, $3, $4, $5, $6)', [wish.on, since, planned, reason, by, at]);
    return wish.on ? { since, planned, reason } : null;
  });
