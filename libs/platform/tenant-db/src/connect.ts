import pg from 'pg';
import { DataSource } from 'typeorm';
import { TenantDb } from './tenant-db.js';

const DATE = 1082;
const TIMESTAMP_WITH_TIME_ZONE = 1184;
const BIGINT = 20;

// Days stay text (a JavaScript Date would move them by a time zone), instants are ISO text in UTC, positions are numbers.
pg.types.setTypeParser(DATE, (text) => text);
pg.types.setTypeParser(TIMESTAMP_WITH_TIME_ZONE, (text) => new Date(text).toISOString());
pg.types.setTypeParser(BIGINT, Number);

export type ConnectOptions = Readonly<{ url: string; connections?: number; applicationName: string }>;

/**
 * Opens a service's tables as its application role.
 * @throws Error with a sentence when the database does not answer.
 */
export const connect = async ({ url, connections = 10, applicationName }: ConnectOptions): Promise<TenantDb> => {
  const dataSource = new DataSource({ type: 'postgres', url, applicationName, poolSize: connections, entities: [], extra: { connectionTimeoutMillis: 10_000, keepAlive: true, pipeline: true } });
  try {
    return new TenantDb(await dataSource.initialize());
  } catch (cause) {
    throw new Error(`The database of ${applicationName} does not answer. Check DATABASE_URL and that PostgreSQL runs.`, { cause });
  }
};
