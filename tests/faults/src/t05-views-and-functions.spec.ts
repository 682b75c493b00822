import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import type pg from 'pg';
import { administratorOf } from './catalogue/administrator.js';
import { viewAndFunctionFaults } from './catalogue/roles.js';
import { SCHEMAS } from './services.js';

/** Functions that run as their owner, by signature, with the reason. There is none. */
const DEFINERS: Readonly<Record<string, string>> = {};

describe('T5: views and functions of every schema', () => {
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

  it.each(SCHEMAS.map(({ schema }) => schema))('%s has no view and no function that sees more than who asks', async (schema) => {
    expect(await viewAndFunctionFaults(administrator, schema, DEFINERS)).toEqual([]);
  });

  it.each([
    ['a view that runs as its owner', 'create view locality_hub.planted as select * from locality_hub.child', 'without security_invoker'],
    ['a materialized view', 'create materialized view locality_hub.planted as select * from locality_hub.child', 'materialized view'],
    ['a function that runs as its owner', 'create function locality_hub.planted() returns bigint language sql security definer set search_path = locality_hub as $$ select count(*) from child $$', 'on no list'],
    ['one that anybody may mislead', 'create function locality_hub.planted() returns bigint language sql security definer as $$ select count(*) from locality_hub.child $$', 'without a search_path'],
  ])('would find %s', async (_what, statement, fault) => {
    await administrator.query('begin');
    await administrator.query(statement);
    expect((await viewAndFunctionFaults(administrator, 'locality_hub', DEFINERS)).join('\n')).toContain(fault);
  });

  it('lets a view with security_invoker stand', async () => {
    await administrator.query('begin');
    await administrator.query('create view locality_hub.planted with (security_invoker = true) as select * from locality_hub.child');
    expect(await viewAndFunctionFaults(administrator, 'locality_hub', DEFINERS)).toEqual([]);
  });
});
