import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import pg from 'pg';
import { type Actor, type Migration, type TenantTx, alongside, appendEvents, eventLogTable, migrate, prepared } from './index.js';

const STAFFORDSHIRE = TenantId('E10000028');
const SHROPSHIRE = TenantId('E06000051');
const in_ = (...tenants: [TenantId, ...TenantId[]]): Actor => ({ id: 'tester', tenants });
const migrations: Migration[] = [{ name: '001-log', statements: eventLogTable }];
const recording = { actor: 'tester', correlationId: 'c-1', recordedAt: Instant('2026-09-30T09:41:00.000Z') };
const event = (tenantId: TenantId) => ({ eventId: Uuid(randomUUID()), tenantId, streamId: Uuid(randomUUID()), type: 'child-updated', effectiveOn: LocalDate('2026-09-30'), data: {} });

describe('a tenant-limited database', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase({ schema: 'sample', migrations });
  });
  afterAll(() => test.drop());

  it('shows a tenant its own rows and nobody else’s', async () => {
    await test.db.inTenants(in_(STAFFORDSHIRE), (tx) => appendEvents(tx, recording, [event(STAFFORDSHIRE)]));
    const seen = (who: Actor) => test.db.inTenants(who, async (tx) => (await tx.query<unknown[]>('select * from event_log')).length);
    expect(await seen(in_(STAFFORDSHIRE))).toBe(1);
    expect(await seen(in_(SHROPSHIRE))).toBe(0);
    expect(await seen(in_(SHROPSHIRE, STAFFORDSHIRE))).toBe(1);
  });

  it('refuses to write another tenant’s row', async () => {
    await expect(test.db.inTenants(in_(SHROPSHIRE), (tx) => appendEvents(tx, recording, [event(STAFFORDSHIRE)]))).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('keeps the log as it was written: the application may neither change nor remove', async () => {
    for (const sql of [`update event_log set type = 'x'`, 'delete from event_log', 'truncate event_log'])
      await expect(test.db.inTenants(in_(STAFFORDSHIRE), (tx) => tx.query(sql))).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('writes nothing when the work fails', async () => {
    const lost = event(STAFFORDSHIRE);
    await expect(
      test.db.inTenants(in_(STAFFORDSHIRE), async (tx) => {
        appendEvents(tx, recording, [lost]);
        throw new Error('stop');
      }),
    ).rejects.toThrow('stop');
    const rows = await test.db.inTenants(in_(STAFFORDSHIRE), (tx) => tx.query<unknown[]>('select 1 from event_log where event_id = $1', [lost.eventId]));
    expect(rows).toHaveLength(0);
  });

  it.each(['40001', '40P01'])('tries again when PostgreSQL asks for it (%s)', async (code) => {
    let tries = 0;
    const answer = await test.db.inTenants(in_(STAFFORDSHIRE), async (tx) => {
      tries += 1;
      if (tries < 3) await tx.query(`do $$ begin raise exception 'again' using errcode = '${code}'; end $$`);
      return 'done';
    });
    expect([answer, tries]).toEqual(['done', 3]);
  });

  describe('a statement whose answer nobody waits for', () => {
    const failing = (tx: TenantTx): void => alongside(tx, 'select 1 / $1::int', [0]);

    it('fails the transaction: what was read is not shown, what was written is not there', async () => {
      const lost = event(STAFFORDSHIRE);
      await expect(
        test.db.inTenants(in_(STAFFORDSHIRE), (tx) => {
          appendEvents(tx, recording, [lost]);
          failing(tx);
          return 'shown';
        }),
      ).rejects.toMatchObject({ driverError: { code: '22012' } });
      expect(await test.db.inTenants(in_(STAFFORDSHIRE), (tx) => prepared(tx, 'select 1 from event_log where event_id = $1', [lost.eventId]))).toEqual([]);
    });

    it('is the failure that is told, not the one of the statement behind it', async () => {
      await expect(
        test.db.inTenants(in_(STAFFORDSHIRE), async (tx) => {
          failing(tx);
          await tx.query('select 1');
        }),
      ).rejects.toMatchObject({ driverError: { code: '22012' } });
    });

    it('is carried out in the order in which it was sent', async () => {
      const seen = await test.db.inTenants(in_(STAFFORDSHIRE), (tx) => {
        alongside(tx, `select set_config('test.order', $1, true)`, ['first']);
        return prepared<{ order: string }>(tx, `select current_setting('test.order') as order`, []);
      });
      expect(seen).toEqual([{ order: 'first' }]);
    });
  });

  it('does not take a transaction for done whose failure somebody kept to themselves', async () => {
    const work = test.db.inTenants(in_(STAFFORDSHIRE), (tx) => tx.query('select 1 / 0').catch(() => 'never mind'));
    await expect(work).rejects.toThrow('nothing was written');
  });

  it('says that the connection was lost, by the code that PostgreSQL has for it', async () => {
    const cutOff = async (tx: TenantTx): Promise<void> => {
      const [own] = await prepared<{ pid: number }>(tx, 'select pg_backend_pid() as pid', []);
      const other = new pg.Client({ connectionString: test.urlOf('admin') });
      await other.connect();
      await other.query('select pg_terminate_backend($1, 1000)', [own?.pid]);
      await other.end();
      await wait(50);
      await tx.query('select 1');
    };
    await expect(test.db.inTenants(in_(STAFFORDSHIRE), cutOff)).rejects.toMatchObject({ code: '08006' });
  });

  it('does nothing more for a caller who kept the transaction', async () => {
    const kept = await test.db.inTenants(in_(STAFFORDSHIRE), (tx) => tx);
    await expect(prepared(kept, 'select 1', [])).rejects.toThrow(/released/i);
  });

  it('gives no rows without a tenant, and no error', async () => {
    const client = new pg.Client({ connectionString: test.urlOf('app') });
    client.on('error', () => client.end());
    await client.connect();
    expect((await client.query('select * from event_log')).rowCount).toBe(0);
    await client.end();
  });

  it('lets the relay read every tenant’s log, and nothing else of it', async () => {
    const client = new pg.Client({ connectionString: test.urlOf('relay') });
    client.on('error', () => client.end());
    await client.connect();
    expect((await client.query('select * from event_log')).rowCount).toBeGreaterThan(0);
    await expect(client.query('delete from event_log')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  it('runs a migration once, and notices one that was changed', async () => {
    expect(await migrate(test.urlOf('owner'), 'sample', migrations)).toEqual([]);
    await expect(migrate(test.urlOf('owner'), 'sample', [{ name: '001-log', statements: () => ['select 1'] }])).rejects.toThrow('changed after it had run');
  });
});
