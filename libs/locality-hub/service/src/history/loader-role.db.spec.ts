import { readFileSync } from 'node:fs';
import { projectFile } from '@permanence/platform/host';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import pg from 'pg';
import { LOCALITY_HUB_SCHEMA, localityHubMigrations } from '../migrations/migrations.js';

/** Everything of which a service's process is configured or started; none may name the role. */
const CONFIGURATIONS = ['libs/platform/host/src/configuration.ts', 'libs/embedded/runtime/src/start-region.ts', 'tools/services/services.mjs', 'tools/operate/provision.ts', 'apps/locality-hub/src/main.ts', 'apps/all-in-one/src/main.ts'];

describe('the role that writes demonstration history', () => {
  let test: TestDatabase;
  let client: pg.Client;
  let loader: pg.Client;
  beforeAll(async () => {
    test = await testDatabase({ schema: LOCALITY_HUB_SCHEMA, migrations: localityHubMigrations });
    client = new pg.Client({ connectionString: test.urlOf('admin') });
    loader = new pg.Client({ connectionString: test.urlOf('loader') });
    for (const each of [client, loader]) {
      each.on('error', () => undefined);
      await each.connect();
    }
  });
  afterAll(async () => {
    await loader.end();
    await client.end();
    await test.drop();
  });

  it('has no other role as a member, and is a member of none: no route can take it on', async () => {
    const { rows } = await client.query(`select m.roleid::regrole::text as role, m.member::regrole::text as member from pg_auth_members m where 'locality_hub_loader'::regrole in (m.roleid, m.member)`);
    expect(rows).toEqual([]);
    const app = new pg.Client({ connectionString: test.urlOf('app') });
    await app.connect();
    await expect(app.query('set role locality_hub_loader')).rejects.toMatchObject({ code: '42501' });
    await app.end();
  });

  it.each([
    ['a fact changed', `update fact set key = key`], ['an event changed', `update event_log set actor = 'somebody'`], ['an event removed', 'delete from event_log'], ['a child removed', 'delete from child'],
    ['a file’s row read', 'select * from stated_row'], ['an access row read', 'select * from access_log'], ['a worker made', `insert into worker (tenant_id, id, forename, surname, role) values ('E10000028', gen_random_uuid(), 'a', 'b', 'c')`],
  ])('may not have %s', async (_what, statement) => {
    await expect(loader.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('sees no row without a council, as the application does not', async () => {
    expect((await loader.query('select * from event_log')).rows).toEqual([]);
  });

  it('is named in nothing that a service is configured or started with', () => {
    for (const path of CONFIGURATIONS) expect([path, /loader/i.test(readFileSync(projectFile(...path.split('/')), 'utf8'))]).toEqual([path, false]);
  });

  it('cannot sign in on a server for which it was given no password', () => {
    expect(readFileSync(projectFile('deploy', 'postgres', 'roles.sql'), 'utf8')).toMatch(/ALTER ROLE locality_hub_loader NOLOGIN .* PASSWORD NULL;/);
  });
});
