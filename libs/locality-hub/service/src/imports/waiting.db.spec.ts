import { Instant } from '@permanence/kernel/values';
import { ReadOnlyMode } from '@permanence/platform/read-only';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { LOCALITY_HUB_SCHEMA, localityHubMigrations } from '../migrations/migrations.js';
import { type Files, TELFORD, councilIn, episodes, headers, officerOf } from './import.fixture.js';

const FILES: Files = { 'header.csv': headers('A1,F,14/02/2021,WBRI,UN1,0,'), 'episodes.csv': episodes('A1,01/06/2025,S,C1,N1,U6,PR1,,,,TF1 1AA,TF1 2AA,SC000001') };

describe('an import that read-only mode meets', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase({ schema: LOCALITY_HUB_SCHEMA, migrations: localityHubMigrations });
  });
  afterAll(() => test.drop());

  const officer = officerOf(TELFORD);
  const children = async (): Promise<number> => (await test.db.inTenants(officer, (tx) => tx.query<unknown[]>('select 1 from child'))).length;

  it('waits with its rows and its place, also at the next start, and goes on when it is over', async () => {
    const mode = new ReadOnlyMode({ since: Instant('2026-09-30T09:41:00.000Z'), planned: true, reason: 'The server moves.' });
    const council = councilIn(test.db, '2026-09-30', mode);
    const sent = await council.send(officer, 2026, FILES);
    expect([sent.status, await children()]).toEqual(['running', 0]);
    await council.uploads.onApplicationBootstrap();
    await council.uploads.onApplicationShutdown();
    expect([(await council.reader.view(officer, sent.id as never)).status, await children()]).toEqual(['running', 0]);
    mode.turn(null);
    const next = councilIn(test.db, '2026-09-30', mode);
    await next.uploads.onApplicationBootstrap();
    await next.uploads.settled();
    expect([(await next.reader.view(officer, sent.id as never)).status, await children()]).toEqual(['done', 1]);
    await next.uploads.onApplicationShutdown();
  });
});
