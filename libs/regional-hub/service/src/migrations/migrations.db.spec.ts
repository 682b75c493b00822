import { migrate } from '@permanence/platform/tenant-db';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { FACT_COLUMNS } from '../projections/fact-table.js';
import { FACT_TABLES } from '../projections/fact-tables.js';
import { MIGRATIONS } from './migrations.js';

/** What the schema of issue 3 consisted of. */
const ISSUE_3 = MIGRATIONS.filter(({ name }) => name === '001-read-model');

describe('the schema', () => {
  let fresh: TestDatabase;
  let grown: TestDatabase;
  beforeAll(async () => {
    fresh = await testDatabase({ schema: 'regional_hub', migrations: MIGRATIONS });
    grown = await testDatabase({ schema: 'regional_hub', migrations: ISSUE_3 });
    await grown.db.inTenants({ id: 'tester', tenants: ['E10000028' as never] }, (tx) => tx.query(
      `insert into stay (tenant_id, event_id, child_id, known_from, stay_id, started_on) values ('E10000028', gen_random_uuid(), gen_random_uuid(), now(), gen_random_uuid(), '2026-01-01')`));
    await migrate(grown.urlOf('owner'), 'regional_hub', MIGRATIONS);
  });
  afterAll(async () => {
    await fresh.drop();
    await grown.drop();
  });

  const columnsOf = async ({ db }: TestDatabase, table: string): Promise<string[]> => {
    const rows = await db.inTenants({ id: 'tester', tenants: ['E10000028' as never] }, (tx) =>
      tx.query<{ column_name: string; udt_name: string }[]>(`select column_name, udt_name from information_schema.columns where table_schema = 'regional_hub' and table_name = $1`, [table]));
    return rows.map(({ column_name, udt_name }) => `${column_name} ${udt_name}`).sort();
  };
  const UDT: Readonly<Record<string, string>> = { 'text[]': '_text', boolean: 'bool', int: 'int4' };

  it.each(FACT_TABLES.map((table) => [table.name, table] as const))('has the columns of %s, new or grown from that of issue 3', async (name, { columns }) => {
    const wanted = Object.entries({ tenant_id: 'text', ...FACT_COLUMNS, ...columns }).map(([column, type]) => `${column} ${UDT[type] ?? type}`).sort();
    expect(await columnsOf(fresh, name)).toEqual(wanted);
    expect(await columnsOf(grown, name)).toEqual(wanted);
  });

  it('keeps what was there', async () => {
    const rows = await grown.db.inTenants({ id: 'tester', tenants: ['E10000028' as never] }, (tx) => tx.query('select started_on, first_visit_due_on from stay'));
    expect(rows).toEqual([{ started_on: '2026-01-01', first_visit_due_on: null }]);
  });
});
