import type pg from 'pg';

type Column = Readonly<{ name: string; type: string; generated: boolean; required: boolean; position: number }>;

const COLUMNS = `select a.attname as name, format_type(a.atttypid, null) as type, a.attidentity <> '' or a.attgenerated <> '' as generated, a.attnotnull and not a.atthasdef as required, a.attnum as position
  from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`;

/** A value of each type, as SQL; `n` tells rows apart. */
const VALUES: Readonly<Record<string, (n: number) => string>> = {
  text: (n) => `'row ${n}'`,
  uuid: (n) => `'00000000-0000-4000-8000-${String(n).padStart(12, '0')}'`,
  date: () => `'2026-09-30'`,
  'timestamp with time zone': () => `'2026-09-30T09:41:00Z'`,
  jsonb: () => `'{}'`,
  boolean: () => 'false',
  numeric: (n) => String(n),
  bytea: () => `'\\x00'`,
  xid8: () => `'1'`,
  smallint: (n) => String(n),
  integer: (n) => String(n),
  bigint: (n) => String(n),
  'text[]': () => `'{}'`,
  'uuid[]': () => `'{}'`,
};

const valueOf = ({ name, type }: Column, tenant: string, n: number): string => {
  if (name === 'tenant_id') return `'${tenant}'`;
  const value = VALUES[type];
  if (value === undefined) throw new Error(`There is no example of a value of the type ${type}: add one.`);
  return value(n);
};

/** A statement that adds a row of a tenant to any table, whatever its columns. */
export const insertAnyRow = async (client: pg.Client, table: string, tenant: string, n: number): Promise<string> => {
  const columns = (await client.query<Column>(COLUMNS, [table])).rows.filter(({ generated, required, name }) => !generated && (required || name === 'tenant_id'));
  return `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) values (${columns.map((column) => valueOf(column, tenant, n)).join(', ')})`;
};

/** The tables of a schema that belong to tenants, by their whole name. */
export const tenantTables = async (client: pg.Client, schema: string): Promise<string[]> =>
  (await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' where n.nspname = $1 and c.relkind in ('r', 'p') order by 1`,
    [schema],
  )).rows.map(({ name }) => name);

/** Takes away what keeps an example from standing in a table (checks, foreign keys): of this database, which only this test has. */
export const withoutConstraints = async (client: pg.Client, tables: readonly string[]): Promise<void> => {
  for (const table of tables) {
    const { rows } = await client.query<{ name: string }>(`select conname as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f')`, [table]);
    for (const { name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  }
};
