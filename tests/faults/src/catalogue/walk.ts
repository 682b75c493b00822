import { isDeepStrictEqual as same } from 'node:util';
import { TENANT_POLICY } from '@permanence/platform/tenant-db';
import type pg from 'pg';

/** Something in a schema that is not as it must be, in words. */
export type Fault = string;

/** The loader is the role that writes the demonstration's history; only locality-hub has one. */
export type TableGrants = Readonly<{ app: readonly string[]; relay: readonly string[]; loader?: readonly string[] }>;

/** A table that belongs to no tenant, why, and who may do what with it. */
export type TenantlessTable = TableGrants & Readonly<{ why: string }>;

/** What a schema may have beyond the rule. */
export type Expected = Readonly<{
  /** Tables of tenants whose grants are not the usual four. */
  grants: Readonly<Record<string, TableGrants>>;
  withoutTenant: Readonly<Record<string, TenantlessTable>>;
  /** Unique keys over all tenants, by name, and why each tells nobody anything. */
  keysOverAll?: Readonly<Record<string, string>>;
}>;

const USUAL: TableGrants = { app: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'], relay: [] };

type Policy = Readonly<{ name: string; permissive: string; roles: readonly string[]; command: string; using: string | null; check: string | null }>;

type Table = Readonly<{
  name: string; owner: string; enabled: boolean; forced: boolean; tenantType: string | null; tenantRequired: boolean | null;
  policies: readonly Policy[]; uniqueKeys: readonly Readonly<{ name: string; primary: boolean; columns: readonly string[] }>[];
  grants: readonly Readonly<{ grantee: string; privilege: string }>[]; columnGrants: readonly string[];
}>;

const TABLES = `
  select c.relname as name, pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    (select format_type(a.atttypid, a.atttypmod) from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as "tenantType",
    (select a.attnotnull from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as "tenantRequired",
    coalesce((select jsonb_agg(jsonb_build_object('name', p.policyname, 'permissive', p.permissive, 'roles', p.roles::text[], 'command', p.cmd, 'using', p.qual, 'check', p.with_check) order by p.policyname)
      from pg_policies p where p.schemaname = n.nspname and p.tablename = c.relname), '[]') as policies,
    coalesce((select jsonb_agg(jsonb_build_object('name', i.indexrelid::regclass::text, 'primary', i.indisprimary,
        'columns', (select jsonb_agg(a.attname order by k.place) from unnest(i.indkey::int2[]) with ordinality k(number, place) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number)))
      from pg_index i where i.indrelid = c.oid and i.indisunique), '[]') as "uniqueKeys",
    coalesce((select jsonb_agg(jsonb_build_object('grantee', case g.grantee when 0 then 'PUBLIC' else pg_get_userbyid(g.grantee) end, 'privilege', g.privilege_type) order by g.grantee, g.privilege_type)
      from aclexplode(c.relacl) g where g.grantee <> c.relowner), '[]') as grants,
    coalesce((select jsonb_agg(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attacl is not null), '[]') as "columnGrants"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relkind in ('r', 'p') order by c.relname`;

const tenantPolicy: Policy = { name: 'tenant', permissive: 'PERMISSIVE', roles: ['public'], command: 'ALL', using: `(${TENANT_POLICY})`, check: `(${TENANT_POLICY})` };

const relayPolicy = (schema: string): Policy => ({ name: 'relay', permissive: 'PERMISSIVE', roles: [`${schema}_relay`], command: 'SELECT', using: 'true', check: null });

/** The relay reads every tenant's events, and that is the only policy beside the one of tenants (architecture, decision 8). */
const policiesOf = (schema: string, table: string): readonly Policy[] => (table === 'event_log' ? [relayPolicy(schema), tenantPolicy] : [tenantPolicy]);

const keyFaults = (uniqueKeys: Table['uniqueKeys'], overAll: Expected['keysOverAll']): Fault[] => [
  ...(uniqueKeys.some(({ primary }) => primary) ? [] : ['has no primary key']),
  // A unique key over several tenants tells one of them what another has (T6).
  ...uniqueKeys.filter(({ name, columns }) => columns[0] !== 'tenant_id' && overAll?.[name] === undefined).map(({ name }) => `has a unique key that does not begin with tenant_id: ${name}`),
];

const tenantFaults = (schema: string, { name, enabled, forced, tenantType, tenantRequired, policies, uniqueKeys }: Table, overAll: Expected['keysOverAll']): Fault[] => [
  ...(enabled ? [] : ['has row-level security that is not enabled']),
  ...(forced ? [] : ['has row-level security that is not forced']),
  ...(tenantType === 'text' && tenantRequired ? [] : ['has a tenant_id that is not text NOT NULL']),
  ...(same(policies, policiesOf(schema, name)) ? [] : [`has policies other than the one of tenants: ${JSON.stringify(policies)}`]),
  ...keyFaults(uniqueKeys, overAll),
];

const grantFaults = (schema: string, { grants, columnGrants }: Table, { app, relay, loader = [] }: TableGrants): Fault[] => {
  const to = (role: string): string[] => grants.filter(({ grantee }) => grantee === role).map(({ privilege }) => privilege);
  const others = grants.filter(({ grantee }) => ![`${schema}_app`, `${schema}_relay`, `${schema}_loader`].includes(grantee));
  return [
    ...(same(to(`${schema}_app`), app) ? [] : [`grants the application role ${to(`${schema}_app`).join(', ') || 'nothing'}`]),
    ...(same(to(`${schema}_relay`), relay) ? [] : [`grants the relay ${to(`${schema}_relay`).join(', ') || 'nothing'}`]),
    ...(same(to(`${schema}_loader`), loader) ? [] : [`grants the loader ${to(`${schema}_loader`).join(', ') || 'nothing'}`]),
    ...others.map(({ grantee, privilege }) => `grants ${grantee} ${privilege}`),
    ...columnGrants.map((column) => `grants something on the column ${column} alone`),
  ];
};

const tableFaults = (schema: string, table: Table, { grants, withoutTenant, keysOverAll }: Expected): Fault[] => {
  const tenantless = withoutTenant[table.name];
  const owned = table.owner === `${schema}_owner` ? [] : [`belongs to ${table.owner}`];
  if (table.tenantType === null) return [...owned, ...(tenantless ? grantFaults(schema, table, tenantless) : ['has no tenant_id and is on no list'])];
  return [...owned, ...tenantFaults(schema, table, keysOverAll), ...grantFaults(schema, table, grants[table.name] ?? USUAL)];
};

/** Each table of a schema against the rule. */
export const tablesFaults = async (client: pg.Client, schema: string, expected: Expected): Promise<Fault[]> => {
  const { rows } = await client.query<Table>(TABLES, [schema]);
  const listed = [...Object.keys(expected.grants), ...Object.keys(expected.withoutTenant)].filter((name) => !rows.some((table) => table.name === name));
  return [...rows.flatMap((table) => tableFaults(schema, table, expected).map((fault) => `${schema}.${table.name} ${fault}`)), ...listed.map((name) => `${schema}.${name} is on a list and is not there`)];
};

type ForeignKey = Readonly<{ table: string; name: string; columns: readonly string[]; target: string; targetColumns: readonly string[]; indexed: boolean }>;

const FOREIGN_KEYS = `
  select f.conrelid::regclass::text as "table", f.conname as name, f.confrelid::regclass::text as target,
    (select array_agg(a.attname::text order by k.place) from unnest(f.conkey) with ordinality k(number, place) join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number) as columns,
    (select array_agg(a.attname::text order by k.place) from unnest(f.confkey) with ordinality k(number, place) join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.number) as "targetColumns",
    exists (select from pg_index i where i.indrelid = f.conrelid and i.indpred is null and (select array_agg(n order by n) from unnest((i.indkey::int2[])[0:cardinality(f.conkey) - 1]) n) = (select array_agg(n order by n) from unnest(f.conkey) n)) as indexed
  from pg_constraint f join pg_namespace n on n.oid = f.connamespace where f.contype = 'f' and n.nspname = $1`;

/** Foreign keys stay inside one tenant, and have an index that finds the referring rows. */
export const foreignKeyFaults = async (client: pg.Client, schema: string): Promise<Fault[]> => {
  const { rows } = await client.query<ForeignKey>(FOREIGN_KEYS, [schema]);
  return rows.flatMap(({ table, name, columns, targetColumns, indexed }) => [
    ...(columns[0] === 'tenant_id' && targetColumns[0] === 'tenant_id' ? [] : [`${table} may refer to another tenant's row by ${name}`]),
    ...(indexed ? [] : [`${table} has no index for ${name} (${columns.join(', ')})`]),
  ]);
};
