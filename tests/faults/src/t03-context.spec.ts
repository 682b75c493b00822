import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import type pg from 'pg';
import { administratorOf, connected } from './catalogue/administrator.js';
import { insertAnyRow, tenantTables, withoutConstraints } from './catalogue/any-row.js';
import { SCHEMAS } from './services.js';

const STAFFORDSHIRE = 'E10000028';
const TELFORD = 'E06000020';

/** What a transaction may say about its tenants without being either of the two; North Yorkshire was closed on 31 March 2023 and has another code since. */
const CONTEXTS: readonly (readonly [string, string | undefined])[] = [
  ['nothing was said', undefined],
  ['nobody was named', ''],
  ['another council', 'E06000051'],
  ['a council that was closed', 'E10000023'],
  ['the partnership', 'region'],
  ['a list of others', 'E06000051,E06000021,region'],
  ['a code with a blank', ' E10000028'],
  ['a code in small letters', 'e10000028'],
  ['half a code', 'E1000002'],
  ['a pattern', '%'],
  ['an array', '{E10000028,E06000020}'],
  ['code for the policy', `E10000028') or ('1' = '1`],
];

describe('T3: a transaction in a context that is not the tenant’s', () => {
  let test: TestDatabase;
  let administrator: pg.Client;
  beforeAll(async () => {
    test = await testDatabase(...SCHEMAS);
    administrator = await administratorOf(test);
    for (const { schema } of SCHEMAS) {
      const tables = await tenantTables(administrator, schema);
      await withoutConstraints(administrator, tables);
      for (const table of tables) {
        // What the migrations put there would be counted too.
        await administrator.query(`truncate ${table}`);
        for (const [n, tenant] of [STAFFORDSHIRE, TELFORD].entries()) await administrator.query(await insertAnyRow(administrator, table, tenant, n + 1));
      }
    }
  });
  afterAll(async () => {
    await administrator.end();
    await test.drop();
  });

  /** Rows that a statement reaches, or the code of PostgreSQL's refusal. */
  const reach = async (client: pg.Client, context: string | undefined, statement: string): Promise<number | string> => {
    await client.query('begin');
    try {
      if (context !== undefined) await client.query(`select set_config('app.tenants', $1, true)`, [context]);
      return (await client.query(statement)).rowCount ?? 0;
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await client.query('rollback');
    }
  };

  const statementsOn = async (table: string): Promise<Readonly<Record<'select' | 'update' | 'delete' | 'insert', string>>> => ({
    select: `select * from ${table}`,
    update: `update ${table} set tenant_id = tenant_id`,
    delete: `delete from ${table}`,
    insert: await insertAnyRow(administrator, table, STAFFORDSHIRE, 3),
  });

  const DENIED = '42501';

  it.each(SCHEMAS.map(({ schema }) => schema))('reaches nothing on any table of %s', async (schema) => {
    const client = await connected(test.urlOf('app', schema));
    const reached: unknown[] = [];
    for (const table of await tenantTables(administrator, schema)) {
      const statements = await statementsOn(table);
      for (const [what, context] of CONTEXTS)
        for (const [verb, statement] of Object.entries(statements)) {
          const rows = await reach(client, context, statement);
          if (rows !== DENIED && (rows !== 0 || verb === 'insert')) reached.push({ table, what, verb, rows });
        }
    }
    await client.end();
    expect(reached).toEqual([]);
  });

  it.each(SCHEMAS.map(({ schema }) => schema))('reaches its own row and no other where it is the tenant’s: %s', async (schema) => {
    const client = await connected(test.urlOf('app', schema));
    for (const table of await tenantTables(administrator, schema)) {
      const statements = await statementsOn(table);
      expect({ table, rows: await reach(client, STAFFORDSHIRE, statements.select) }).toEqual({ table, rows: 1 });
      expect({ table, rows: await reach(client, `${STAFFORDSHIRE},${TELFORD}`, statements.select) }).toEqual({ table, rows: 2 });
      for (const verb of ['update', 'delete'] as const) expect([1, DENIED]).toContain(await reach(client, STAFFORDSHIRE, statements[verb]));
    }
    await client.end();
  });

  it('lets nobody hand a row to another tenant', async () => {
    const client = await connected(test.urlOf('app', 'locality_hub'));
    expect(await reach(client, STAFFORDSHIRE, `update child set tenant_id = '${TELFORD}'`)).toBe(DENIED);
    await client.end();
  });
});
