import type pg from 'pg';
import type { Fault } from './walk.js';

type Role = Readonly<{ name: string; powers: readonly string[]; memberships: number; settings: readonly string[] | null; owns: readonly string[] }>;

const ROLES = `
  select r.rolname as name, r.rolconfig as settings,
    array_remove(array[case when r.rolsuper then 'SUPERUSER' end, case when r.rolbypassrls then 'BYPASSRLS' end, case when r.rolcreaterole then 'CREATEROLE' end,
      case when r.rolcreatedb then 'CREATEDB' end, case when r.rolreplication then 'REPLICATION' end, case when r.rolinherit then 'INHERIT' end], null) as powers,
    (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships,
    array(select c.oid::regclass::text from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') union all select p.oid::regprocedure::text from pg_proc p where p.proowner = r.oid
      union all select 'schema ' || n.nspname from pg_namespace n where n.nspowner = r.oid) as owns
  from pg_roles r where r.rolname = any($1) order by r.rolname`;

/** An open transaction stalls every relay of the cluster, so the application's end by themselves (architecture, decision 5). */
const LIMITS = ['idle_in_transaction_session_timeout', 'transaction_timeout', 'statement_timeout'];

/** The schema whose demonstration history has a role of its own to write it. */
const WITH_LOADER = 'locality_hub';

/** The roles of a schema: none has a power beyond its grants, and only the owner owns. */
export const roleFaults = async (client: pg.Client, schema: string): Promise<Fault[]> => {
  const names = [`${schema}_app`, `${schema}_owner`, `${schema}_relay`, ...(schema === WITH_LOADER ? [`${schema}_loader`] : [])];
  const { rows } = await client.query<Role>(ROLES, [names]);
  return [
    ...(rows.length === names.length ? [] : [`${schema} has only the roles ${rows.map(({ name }) => name).join(', ')}`]),
    ...rows.flatMap(({ name, powers, memberships, settings, owns }) => [
      ...powers.map((power) => `${name} has ${power}`),
      ...(memberships === 0 ? [] : [`${name} is a member of another role`]),
      ...(settings?.includes(`search_path=${schema}`) ? [] : [`${name} has no search_path of its own`]),
      ...(name.endsWith('_owner') ? [] : owns.map((what) => `${name} owns ${what}`)),
      ...(name.endsWith('_app') ? LIMITS.filter((limit) => !settings?.some((setting) => setting.startsWith(`${limit}=`))).map((limit) => `${name} has no ${limit}`) : []),
    ]),
  ];
};

const SCHEMA_GRANTS = `
  select case g.grantee when 0 then 'PUBLIC' else pg_get_userbyid(g.grantee) end || ' ' || g.privilege_type as held from pg_namespace n, aclexplode(n.nspacl) g where n.nspname = $1 and g.grantee <> n.nspowner order by 1`;

const LOOSE_GRANTS = `
  select 'default privileges ' || d.defaclacl::text as held from pg_default_acl d
  union all select 'sequence ' || c.relname || ' ' || c.relacl::text from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g where n.nspname = $1 and c.relkind = 'S' and g.grantee <> c.relowner
  union all select 'schema public CREATE for PUBLIC' from pg_namespace n, aclexplode(n.nspacl) g where n.nspname = 'public' and g.grantee = 0 and g.privilege_type = 'CREATE'`;

/** Who may enter a schema, and nothing given away by default. */
export const schemaFaults = async (client: pg.Client, schema: string): Promise<Fault[]> => {
  const held = (await client.query<{ held: string }>(SCHEMA_GRANTS, [schema])).rows.map((row) => row.held);
  const wanted = [`${schema}_app USAGE`, `${schema}_relay USAGE`, ...(schema === WITH_LOADER ? [`${schema}_loader USAGE`] : [])];
  const loose = (await client.query<{ held: string }>(LOOSE_GRANTS, [schema])).rows.map((row) => row.held);
  return [...held.filter((each) => !wanted.includes(each)), ...loose].map((each) => `${schema}: ${each}`);
};

const VIEWS = `select c.oid::regclass::text as name, c.relkind as kind from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'] or c.reloptions @> array['security_invoker=on'], false)))`;

const DEFINERS = `select p.oid::regprocedure::text as name, coalesce(p.proconfig::text like '%search_path=%', false) as fixed from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = $1 and p.prosecdef`;

/** Views run as who asks; a function that runs as its owner is on the list and has a search_path of its own. A materialized view knows no tenants. */
export const viewAndFunctionFaults = async (client: pg.Client, schema: string, definers: Readonly<Record<string, string>>): Promise<Fault[]> => {
  const views = (await client.query<{ name: string; kind: string }>(VIEWS, [schema])).rows;
  const functions = (await client.query<{ name: string; fixed: boolean }>(DEFINERS, [schema])).rows;
  return [
    ...views.map(({ name, kind }) => (kind === 'm' ? `${name} is a materialized view` : `${name} is a view without security_invoker`)),
    ...functions.filter(({ name }) => !(name in definers)).map(({ name }) => `${name} is SECURITY DEFINER and on no list`),
    ...functions.filter(({ fixed }) => !fixed).map(({ name }) => `${name} is SECURITY DEFINER without a search_path of its own`),
  ];
};
