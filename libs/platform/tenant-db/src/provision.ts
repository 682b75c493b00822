import pg from 'pg';

/**
 * Passwords of a service's three roles: the owner that migrates, the application role under row-level security, the relay that reads the log.
 * Without one for the loader nobody can sign in as it.
 */
export type RolePasswords = Readonly<{ owner: string; app: string; relay: string; loader?: string }>;

/** Schemas with a fourth role, which writes the history of demonstration children: no process of a service has its address. */
const WITH_LOADER: ReadonlySet<string> = new Set(['locality_hub']);

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const role = (name: string, password: string | undefined, connections: number): readonly string[] => [
  `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name}; END IF; END $$`,
  `ALTER ROLE ${name} ${password === undefined ? 'NOLOGIN' : 'LOGIN'} NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION CONNECTION LIMIT ${connections} PASSWORD ${password === undefined ? 'NULL' : literal(password)}`,
];

const loaderRole = (schema: string, password: string | undefined): readonly string[] => {
  if (!WITH_LOADER.has(schema)) return [];
  const name = `${schema}_loader`;
  return [
    ...role(name, password, 5), `GRANT USAGE ON SCHEMA ${schema} TO ${name}`, `ALTER ROLE ${name} SET search_path = ${schema}`, `ALTER ROLE ${name} SET idle_in_transaction_session_timeout = '20s'`,
    `ALTER ROLE ${name} SET jit = off`,
  ];
};

/**
 * The statements, run once by an administrator in the services' database, that make one service's schema and its roles.
 * An open transaction stalls every relay of the cluster, so the application role's end by themselves (architecture, decision 5).
 */
export const provisioning = (schema: string, { owner, app, relay, loader }: RolePasswords): readonly string[] => [
  ...role(`${schema}_owner`, owner, 5),
  ...role(`${schema}_app`, app, 60),
  ...role(`${schema}_relay`, relay, 10),
  `CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${schema}_owner`,
  `REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC`,
  `GRANT USAGE ON SCHEMA ${schema} TO ${schema}_app, ${schema}_relay`,
  `REVOKE CREATE ON SCHEMA public FROM PUBLIC`,
  ...[`${schema}_owner`, `${schema}_app`, `${schema}_relay`].map((name) => `ALTER ROLE ${name} SET search_path = ${schema}`),
  `ALTER ROLE ${schema}_app SET idle_in_transaction_session_timeout = '20s'`,
  `ALTER ROLE ${schema}_app SET statement_timeout = '60s'`,
  `ALTER ROLE ${schema}_app SET transaction_timeout = '120s'`,
  `ALTER ROLE ${schema}_app SET jit = off`,
  ...loaderRole(schema, loader),
];

/** Makes roles and schema as an administrator. Running it again changes nothing but the passwords. */
export const provision = async (adminUrl: string, schema: string, passwords: RolePasswords): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'provisioning' });
  client.on('error', () => client.end());
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', ['provision']);
    for (const statement of provisioning(schema, passwords)) await client.query(statement);
  } finally {
    await client.end();
  }
};
