import { TenantId } from '@permanence/kernel/values';
import { type TenantDb, type TenantTx, connect, tenantOwned } from '@permanence/platform/tenant-db';
import { count } from '@permanence/testing/counts';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import type pg from 'pg';
import { administratorOf } from './catalogue/administrator.js';

const REQUESTS = count('T4', 5_000, 100_000);
const CALLERS = 200;
const CONNECTIONS = 4;
const TENANTS = Array.from({ length: 20 }, (_, n) => TenantId(`E0600${String(n).padStart(4, '0')}`));

/** Rows of the nth tenant: as many as tell it from every other. */
const rowsOf = (n: number): number => n + 1;

const table = (schema: string): readonly string[] => [`CREATE TABLE ${schema}.item (tenant_id text NOT NULL, id int NOT NULL, PRIMARY KEY (tenant_id, id))`, ...tenantOwned(schema, 'item')];

type Ending = (tx: TenantTx, tenant: TenantId) => Promise<unknown>;

class Abandoned extends Error {}

/** How a request may end besides well. */
const ENDINGS: readonly Ending[] = [
  () => Promise.reject(new Abandoned()),
  (tx) => tx.query('select 1 / 0'),
  async (tx) => {
    await tx.query(`set local statement_timeout = '2ms'`);
    await tx.query('select pg_sleep(1)');
  },
  (tx) => tx.query('select pg_cancel_backend(pg_backend_pid())'),
  // The caller goes while a statement is still under way.
  async (tx) => {
    void tx.query('select pg_sleep(0.002)').catch(() => undefined);
    return Promise.reject(new Abandoned());
  },
  // A transaction is left half written.
  async (tx, tenant) => {
    await tx.query('insert into item (tenant_id, id) values ($1, 1000)', [tenant]);
    throw new Abandoned();
  },
  // A tenant that is not one's own is asked for.
  (tx, tenant) => tx.query('insert into item (tenant_id, id) values ($1, 2000)', [TENANTS.find((other) => other !== tenant)]),
];

/** The same sequence in every run: a mixed row must be found again. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
};

describe('T4: many callers over few connections', () => {
  let test: TestDatabase;
  let db: TenantDb;
  let administrator: pg.Client;
  beforeAll(async () => {
    test = await testDatabase({ schema: 'pool', migrations: [{ name: '001-item', statements: table }] });
    administrator = await administratorOf(test);
    for (const [n, tenant] of TENANTS.entries()) await administrator.query('insert into pool.item select $1, generate_series(1, $2::int)', [tenant, rowsOf(n)]);
    db = await connect({ url: test.urlOf('app'), applicationName: 'pool', connections: CONNECTIONS });
  });
  afterAll(async () => {
    await db.close();
    await administrator.end();
    await test.drop();
  });

  const look = async (tx: TenantTx): Promise<string> => {
    const rows = await tx.query<{ tenant_id: string; n: number }[]>('select tenant_id, count(*)::int as n from item group by tenant_id');
    return rows.map(({ tenant_id, n }) => `${tenant_id} ${n}`).join(', ');
  };

  const request = async (n: number, chance: () => number): Promise<{ seen: string | undefined; wanted: string }> => {
    const which = Math.floor(chance() * TENANTS.length);
    const tenant = TENANTS[which] as TenantId;
    const ending = chance() < 0.3 ? ENDINGS[n % ENDINGS.length] : undefined;
    let seen: string | undefined;
    const work = async (tx: TenantTx): Promise<void> => {
      seen = await look(tx);
      await ending?.(tx, tenant);
    };
    const failed = await db.inTenants({ id: 'caller', tenants: [tenant] }, work).then(() => false, () => true);
    if (failed !== (ending !== undefined)) throw new Error(`request ${n} ended otherwise than it should`);
    return { seen, wanted: `${tenant} ${rowsOf(which)}` };
  };

  it(
    `shows nobody a row of another's (${REQUESTS} requests)`,
    async () => {
      const mixed: unknown[] = [];
      let sent = 0;
      const caller = async (seed: number): Promise<void> => {
        const chance = numbersFrom(seed);
        while (sent < REQUESTS) {
          const { seen, wanted } = await request((sent += 1), chance);
          if (seen !== wanted) mixed.push({ seen, wanted });
        }
      };
      await Promise.all(Array.from({ length: CALLERS }, (_, n) => caller(n + 1)));
      expect(mixed).toEqual([]);
      expect(sent).toBeGreaterThanOrEqual(REQUESTS);
      const { rows } = await administrator.query<{ n: number }>('select count(*)::int as n from pool.item');
      expect(rows[0]?.n).toBe(TENANTS.reduce((sum, _, n) => sum + rowsOf(n), 0));
    },
    60_000 + REQUESTS * 10,
  );

  it('leaves nothing of a tenant on a connection, and nothing to a caller who kept the transaction', async () => {
    let kept: TenantTx | undefined;
    await db.inTenants({ id: 'caller', tenants: [TENANTS[3] as TenantId] }, async (tx) => {
      kept = tx;
      await look(tx);
    });
    await expect(look(kept as TenantTx)).rejects.toThrow(/released/i);
  });

  it('outlives connections that the database cuts', async () => {
    const cut = () => administrator.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pool'`);
    const asked = Array.from({ length: 200 }, (_, n) => request(7 * n, () => 0.5).catch(() => undefined));
    await cut();
    const answers = (await Promise.all(asked)).filter((answer) => answer !== undefined);
    expect(answers.filter(({ seen, wanted }) => seen !== undefined && seen !== wanted)).toEqual([]);
    expect(await request(0, () => 0.5)).toEqual({ seen: `${TENANTS[10]} 11`, wanted: `${TENANTS[10]} 11` });
  });
});
