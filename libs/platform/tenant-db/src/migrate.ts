import { createHash } from 'node:crypto';
import pg from 'pg';

/** One step forward of a service's schema. A step that has run is never changed: its hash would no longer agree. */
export type Migration = Readonly<{ name: string; statements: (schema: string) => readonly string[] }>;

const hashOf = (statements: readonly string[]): string => createHash('sha256').update(statements.join('\n;\n')).digest('hex');

const apply = async (client: pg.Client, schema: string, { name, statements }: Migration): Promise<boolean> => {
  const all = statements(schema);
  const hash = hashOf(all);
  const { rows } = await client.query<{ hash: string }>(`select hash from ${schema}.migration where name = $1`, [name]);
  if (rows[0]) {
    if (rows[0].hash !== hash) throw new Error(`Migration ${name} of ${schema} was changed after it had run. Add a new one instead.`);
    return false;
  }
  await client.query('begin');
  try {
    for (const statement of all) await client.query(statement);
    await client.query(`insert into ${schema}.migration (name, hash) values ($1, $2)`, [name, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return true;
};

/**
 * Brings a schema up to date as its owner, one process at a time (TypeORM has no lock of its own).
 * @returns the names of the steps that ran.
 * @throws Error when a step that has run was changed since, or a step fails: that step leaves nothing behind.
 */
export const migrate = async (ownerUrl: string, schema: string, migrations: readonly Migration[]): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: `${schema} migrations` });
  client.on('error', () => client.end());
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [`migrate ${schema}`]);
    await client.query(`create table if not exists ${schema}.migration (name text primary key, hash text not null, applied_at timestamptz not null default now())`);
    const ran: string[] = [];
    for (const migration of migrations) if (await apply(client, schema, migration)) ran.push(migration.name);
    return ran;
  } finally {
    await client.end();
  }
};
