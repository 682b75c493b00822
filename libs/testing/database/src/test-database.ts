import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Migration, type TenantDb, connect, migrate, provision } from '@permanence/platform/tenant-db';
import pg from 'pg';

/** What a service brings to a test's database. */
export type ServiceSchema = Readonly<{ schema: string; migrations: readonly Migration[] }>;

export type TestDatabase = Readonly<{
  /** The tables as the application role, under row-level security, as the service has them. */
  db: TenantDb;
  urlOf: (role: 'owner' | 'app' | 'relay' | 'loader' | 'admin', schema?: string) => string;
  drop: () => Promise<void>;
}>;

const PASSWORD = 'only-on-this-machine';
const PASSWORDS = { owner: PASSWORD, app: PASSWORD, relay: PASSWORD, loader: PASSWORD };

const clusterUrl = (): URL => {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('The tests have no PostgreSQL. Start them with "npm test", or set TEST_DATABASE_URL to an administrator of one.');
  return new URL(url);
};

const urlFor = (database: string, role?: string): string => {
  const url = clusterUrl();
  url.pathname = `/${database}`;
  if (role) Object.assign(url, { username: role, password: PASSWORD });
  return url.toString();
};

const asAdmin = async <T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: urlFor(database) });
  client.on('error', () => client.end());
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** A database with the schemas migrated, made once a run and copied for each file. */
const templateOf = async (services: readonly ServiceSchema[]): Promise<string> => {
  const text = JSON.stringify(services.map(({ schema, migrations }) => [schema, migrations.map(({ name, statements }) => [name, statements(schema)])]));
  const template = `template_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  await asAdmin('postgres', async (client) => {
    await client.query('select pg_advisory_lock(4711)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const making = `making_${randomUUID().replaceAll('-', '')}`;
    await client.query(`create database ${making}`);
    for (const { schema, migrations } of services) {
      await provision(urlFor(making), schema, PASSWORDS);
      await migrate(urlFor(making, `${schema}_owner`), schema, migrations);
    }
    await client.query(`alter database ${making} rename to ${template}`);
  });
  return template;
};

/** A database of its own for one spec file, with the given services' schemas; `db` is the first one's. */
export const testDatabase = async (...services: readonly [ServiceSchema, ...ServiceSchema[]]): Promise<TestDatabase> => {
  const template = await templateOf(services);
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin('postgres', async (client) => {
    await client.query('select pg_advisory_lock(4711)');
    await client.query(`create database ${database} template ${template}`);
  });
  const [{ schema: first }] = services;
  const urlOf: TestDatabase['urlOf'] = (role, schema = first) => urlFor(database, role === 'admin' ? undefined : `${schema}_${role}`);
  const db = await connect({ url: urlOf('app'), applicationName: 'test' });
  const drop = async (): Promise<void> => {
    await db.close();
    await asAdmin('postgres', (client) => client.query(`drop database ${database} with (force)`));
  };
  return { db, urlOf, drop };
};

/**
 * Waits until every transaction that has begun by now is over, in whichever database of the cluster: what reads by the order of
 * transactions leaves alone what a running one might still be followed by.
 */
export const olderTransactionsEnded = (test: TestDatabase): Promise<void> =>
  asAdmin(new URL(test.urlOf('admin')).pathname.slice(1), async (client) => {
    const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id');
    const isOver = async () => (await client.query<{ over: boolean }>('select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as over', [rows[0]?.id])).rows[0]?.over;
    while (!(await isOver())) await wait(20);
  });
