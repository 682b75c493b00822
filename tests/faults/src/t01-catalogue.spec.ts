import { TENANT_POLICY } from '@permanence/platform/tenant-db';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import type pg from 'pg';
import { administratorOf } from './catalogue/administrator.js';
import { roleFaults, schemaFaults } from './catalogue/roles.js';
import { type Expected, foreignKeyFaults, tablesFaults } from './catalogue/walk.js';
import { SCHEMAS } from './services.js';

const LOG = { app: ['INSERT', 'SELECT'], relay: [] };
/** Rows that are added and noted as settled, never removed. */
const SETTLED = { app: ['INSERT', 'SELECT', 'UPDATE'], relay: [] };
const INBOX = { app: ['DELETE', 'INSERT', 'SELECT'], relay: [] };
const EVENT_LOG = { app: ['INSERT', 'SELECT'], relay: ['SELECT'] };
/** What the loader of demonstration history may do beside what the application may: nothing is changed that others wrote, but a child's next date and clocks. */
const WRITTEN_BY_LOADER = { app: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'], relay: [] };
const STEPS = { why: 'Names of the steps of the schema that have run.', app: [], relay: [] };
const RELAY_CURSOR = { why: 'How far the relay has read, of all tenants together.', app: [], relay: ['INSERT', 'SELECT', 'UPDATE'] };

const READ_ONLY_SWITCH = { why: 'Whether people may change things holds for a whole service; only its owner, which is an operator, says so.', app: ['SELECT'], relay: [] };

const SESSION = { why: 'A browser’s session is looked for before anybody knows whose council the person belongs to; it is sealed, and holds no case.', app: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'], relay: [] };

/** What each schema has beyond the rule. Whoever adds a line says why. */
const EXPECTED: Readonly<Record<string, Expected>> = {
  locality_hub: {
    grants: {
      event_log: { ...EVENT_LOG, loader: ['INSERT', 'SELECT'] }, fact: { ...WRITTEN_BY_LOADER, loader: ['INSERT', 'SELECT'] }, clock: { ...WRITTEN_BY_LOADER, loader: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'] },
      child: { ...WRITTEN_BY_LOADER, loader: ['INSERT', 'SELECT', 'UPDATE'] }, collection: { ...WRITTEN_BY_LOADER, loader: ['INSERT'] }, worker: { ...WRITTEN_BY_LOADER, loader: ['SELECT'] },
      permanence_plan: { ...WRITTEN_BY_LOADER, loader: ['INSERT', 'SELECT', 'UPDATE'] }, tracker_row: { ...WRITTEN_BY_LOADER, loader: ['INSERT', 'SELECT', 'UPDATE'] }, access_log: LOG, access_log_seal: LOG, sibling_group_owner: LOG,
      alert: SETTLED, break_glass: SETTLED, declared_relation: SETTLED, inbox: INBOX,
    },
    withoutTenant: { migration: STEPS, read_only_switch: READ_ONLY_SWITCH, relay_cursor: RELAY_CURSOR },
  },
  regional_hub: {
    grants: {
      inbox: INBOX, event_log: EVENT_LOG, agreement_signature: LOG, commentary: LOG, pack: LOG, pack_figure: LOG, restatement: LOG, target: SETTLED,
    },
    withoutTenant: { migration: STEPS, read_only_switch: READ_ONLY_SWITCH, relay_cursor: RELAY_CURSOR },
    keysOverAll: { 'regional_hub.tracker_reference_reference_key': 'A tracker reference is drawn by chance and names one child of the region; one that is taken is drawn again, and nobody can ask for one.' },
  },
  portal: { grants: {}, withoutTenant: { migration: STEPS, read_only_switch: READ_ONLY_SWITCH, session: SESSION } },
};

const expectedOf = (schema: string): Expected => {
  const expected = EXPECTED[schema];
  if (expected === undefined) throw new Error(`Say in EXPECTED what the schema ${schema} has beyond the rule.`);
  return expected;
};

const faultsOf = async (client: pg.Client, schema: string): Promise<string[]> => [
  ...(await tablesFaults(client, schema, expectedOf(schema))),
  ...(await foreignKeyFaults(client, schema)),
  ...(await roleFaults(client, schema)),
  ...(await schemaFaults(client, schema)),
];

describe('T1: the catalogue of every schema', () => {
  let test: TestDatabase;
  let administrator: pg.Client;
  beforeAll(async () => {
    test = await testDatabase(...SCHEMAS);
    administrator = await administratorOf(test);
  });
  afterEach(() => administrator.query('rollback'));
  afterAll(async () => {
    await administrator.end();
    await test.drop();
  });

  it.each(SCHEMAS.map(({ schema }) => schema))('%s has every table under forced row-level security, the one policy, its grants and no more', async (schema) => {
    expect(await faultsOf(administrator, schema)).toEqual([]);
  });

  const owned = (name: string): string => `create table locality_hub.${name} (tenant_id text not null, id uuid not null, primary key (tenant_id, id)); alter table locality_hub.${name} owner to locality_hub_owner;
    grant select, insert, update, delete on locality_hub.${name} to locality_hub_app; alter table locality_hub.${name} enable row level security; alter table locality_hub.${name} force row level security;
    create policy tenant on locality_hub.${name} using (${TENANT_POLICY}) with check (${TENANT_POLICY});`;

  it.each([
    ['a table without row-level security', 'alter table locality_hub.planted disable row level security', 'not enabled'],
    ['one whose owner is let through', 'alter table locality_hub.planted no force row level security', 'not forced'],
    ['a policy that lets all through', 'drop policy tenant on locality_hub.planted; create policy tenant on locality_hub.planted using (true)', 'policies other'],
    ['a policy without a check', `drop policy tenant on locality_hub.planted; create policy tenant on locality_hub.planted for select using (${TENANT_POLICY})`, 'policies other'],
    ['a second policy', 'create policy more on locality_hub.planted using (true)', 'policies other'],
    ['a unique key over all tenants', 'create unique index on locality_hub.planted (id)', 'does not begin with tenant_id'],
    ['a grant too many', 'grant truncate on locality_hub.planted to locality_hub_app', 'TRUNCATE'],
    ['a grant to everybody', 'grant select on locality_hub.planted to public', 'grants PUBLIC SELECT'],
    ['a grant on a column', 'grant select (id) on locality_hub.planted to locality_hub_relay', 'column id'],
    ['a table of the application role', 'alter table locality_hub.planted owner to locality_hub_app', 'belongs to locality_hub_app'],
    ['a table without a tenant', 'create table locality_hub.loose (id uuid primary key); alter table locality_hub.loose owner to locality_hub_owner', 'on no list'],
    ['a foreign key without an index', 'create table locality_hub.far (tenant_id text not null, id uuid not null, near uuid, primary key (tenant_id, id), foreign key (tenant_id, near) references locality_hub.planted)', 'no index'],
    ['default privileges', 'alter default privileges in schema locality_hub grant select on tables to public', 'default privileges'],
    ['a way around row-level security', 'alter role locality_hub_app bypassrls', 'BYPASSRLS'],
  ])('would find %s', async (_what, statement, fault) => {
    await administrator.query('begin');
    await administrator.query(owned('planted'));
    expect(await faultsOf(administrator, 'locality_hub')).toEqual([]);
    await administrator.query(statement);
    expect((await faultsOf(administrator, 'locality_hub')).join('\n')).toContain(fault);
  });
});
