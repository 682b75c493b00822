import { LocalDate } from '@permanence/kernel/values';
import { LOCALITY_HUB_SCHEMA, localityHubMigrations } from '@permanence/locality-hub/service';
import { type TenantDb, connect } from '@permanence/platform/tenant-db';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import pg from 'pg';
import { councilsOfEngland, partnershipOfEngland } from './councils-of-england.js';
import { loadEngland } from './load-england.js';

const TODAY = LocalDate('2026-11-24');

describe('England for benchmarks', () => {
  let test: TestDatabase;
  let loader: TenantDb;
  let administrator: pg.Client;
  beforeAll(async () => {
    test = await testDatabase({ schema: LOCALITY_HUB_SCHEMA, migrations: localityHubMigrations });
    loader = await connect({ url: test.urlOf('loader'), applicationName: 'england test' });
    administrator = new pg.Client({ connectionString: test.urlOf('admin') });
    await administrator.connect();
  });
  afterAll(async () => {
    await administrator.end();
    await loader.close();
    await test.drop();
  });

  it('has 153 councils with some 76,000 children in care, the four of the partnership first', () => {
    const all = councilsOfEngland(153);
    expect(all.slice(0, 4).map(({ authority }) => authority)).toEqual(['E10000028', 'E06000021', 'E06000051', 'E06000020']);
    expect(new Set(all.map(({ authority }) => authority)).size).toBe(153);
    expect(all.reduce((sum, { lookedAfterNow }) => sum + lookedAfterNow, 0)).toBeGreaterThan(75_800);
    expect(() => councilsOfEngland(154)).toThrow(RangeError);
    const { councils } = partnershipOfEngland(153);
    expect(councils.map(({ code }) => code)).toEqual(all.map(({ authority }) => authority));
    expect([councils[0]?.shortName, new Set(councils.map(({ shortName }) => shortName)).size, new Set(councils.map(({ dfeCode }) => dfeCode)).size]).toEqual(['Staffordshire', 153, 153]);
  });

  it('is written as files would make it: events, facts and lines, as many in care as the council has, and few enough for all of England', async () => {
    const written = await loadEngland(loader, { authorities: 1, today: TODAY, told: () => undefined });
    const [council] = councilsOfEngland(1);
    const { rows } = await administrator.query<{ kind: string; n: number }>(
      `select 'event' as kind, count(*)::int as n from locality_hub.event_log union all select 'fact', count(*) from locality_hub.fact where origin = 'file' union all select 'in care', count(*) from locality_hub.child where looked_after
       union all select 'child', count(*) from locality_hub.child`,
    );
    const count = Object.fromEntries(rows.map(({ kind, n }) => [kind, Number(n)]));
    expect(count).toEqual({ event: written.events, fact: written.events - 2, 'in care': council?.lookedAfterNow, child: written.children });
    expect((written.events / (council?.lookedAfterNow ?? 1)) * 76_000).toBeLessThan(1_500_000);
    expect(await administrator.query('select year, module from locality_hub.collection order by 1, 2')).toMatchObject({ rowCount: 6 });
  });

  it('is not written over children who are there', async () => {
    await expect(loadEngland(loader, { authorities: 1, today: TODAY, told: () => undefined })).rejects.toThrow('The council E10000028 has children already.');
  });
});
