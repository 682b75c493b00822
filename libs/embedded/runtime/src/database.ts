import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cluster, runningPort, startCluster } from '@permanence/embedded/postgres';
import { type RolePasswords, provision } from '@permanence/platform/tenant-db';
import pg from 'pg';

const DATABASE = 'permanence';

const password = (): string => randomBytes(24).toString('base64url');

/** The roles' passwords, made once for this data folder; a folder from before there was a loader gets its password now. */
const passwordsIn = async (folder: string): Promise<Required<RolePasswords>> => {
  const file = join(folder, 'database-roles.json');
  const held = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as RolePasswords) : undefined;
  if (held?.loader !== undefined) return { ...held, loader: held.loader };
  const made = { owner: password(), app: password(), relay: password(), ...held, loader: password() };
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  return made;
};

const createDatabase = async (cluster: Cluster): Promise<void> => {
  const client = new pg.Client({ connectionString: cluster.adminUrl('postgres') });
  client.on('error', () => client.end());
  await client.connect();
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (!rowCount) await client.query(`create database ${DATABASE}`);
  await client.end();
};

/** The embedded PostgreSQL with a schema and its roles for each service. */
export type EmbeddedDatabase = Readonly<{
  urlsOf: (schema: string) => Readonly<{ appUrl: string; ownerUrl: string; relayUrl: string }>;
  stop: () => Promise<void>;
}>;

/** The schemas of the services, one each. */
export const SCHEMAS = ['locality_hub', 'regional_hub', 'portal'] as const;

const onThisMachine = (port: number): string => `postgres://127.0.0.1:${port}/${DATABASE}`;

const urlsAt = (address: string, passwords: RolePasswords): EmbeddedDatabase['urlsOf'] => {
  const url = (username: string, password: string): string => Object.assign(new URL(address), { username, password }).href;
  return (schema) => ({ appUrl: url(`${schema}_app`, passwords.app), ownerUrl: url(`${schema}_owner`, passwords.owner), relayUrl: url(`${schema}_relay`, passwords.relay) });
};

/**
 * The address of the role that writes the demonstration's history, for the loading program alone: no service is given it.
 * @throws Error with a sentence when no database runs over the folder.
 */
export const loaderUrlIn = async (folder: string): Promise<string> => {
  const port = await runningPort(join(folder, 'postgres'));
  if (port === undefined) throw new Error(`No database runs over ${folder}. Start the product first: npm start.`);
  const { loader } = await passwordsIn(folder);
  return Object.assign(new URL(onThisMachine(port)), { username: 'locality_hub_loader', password: loader }).href;
};

/**
 * The database of a data folder, for an operator's command: the one that runs there now, else started for as long as the command needs it.
 * @throws Error with a sentence when the folder holds no data.
 */
export const openDatabase = async (folder: string): Promise<EmbeddedDatabase> => {
  if (!existsSync(join(folder, 'database-roles.json'))) throw new Error(`There is no data in ${folder}. Start the product first (npm start), or name its folder with --data.`);
  const port = await runningPort(join(folder, 'postgres'));
  if (port === undefined) return startDatabase(folder);
  return { urlsOf: urlsAt(onThisMachine(port), await passwordsIn(folder)), stop: () => Promise.resolve() };
};

/** Starts PostgreSQL in a folder and provisions the services' schemas and roles. @throws Error with a sentence. */
export const startDatabase = async (folder: string): Promise<EmbeddedDatabase> => {
  const cluster = await startCluster({ folder: join(folder, 'postgres'), durable: true });
  try {
    const passwords = await passwordsIn(folder);
    await createDatabase(cluster);
    for (const schema of SCHEMAS) await provision(cluster.adminUrl(DATABASE), schema, passwords);
    return { urlsOf: urlsAt(onThisMachine(cluster.port), passwords), stop: cluster.stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
};

/**
 * Schemas and roles on a server of one's own, in the database that the administrator's address names; the passwords are kept in a folder.
 * @throws Error when the server does not answer or the address is not an administrator's.
 */
export const provisionedAt = async (adminUrl: string, folder: string): Promise<EmbeddedDatabase> => {
  await mkdir(folder, { recursive: true });
  const passwords = await passwordsIn(folder);
  for (const schema of SCHEMAS) await provision(adminUrl, schema, passwords);
  return { urlsOf: urlsAt(adminUrl, passwords), stop: () => Promise.resolve() };
};
