import { randomUUID } from 'node:crypto';
import { Instant, TenantId, Uuid } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import { type TestDatabase, olderTransactionsEnded, testDatabase } from '@permanence/testing/database';
import pg from 'pg';
import { accessLogTables, recordAccess, sealAccessLog, verifyAccessLog } from './index.js';

const STAFFORDSHIRE = TenantId('E10000028');
const SHROPSHIRE = TenantId('E06000051');
const NOW = Instant('2026-09-30T09:41:00.000Z');
const nadia: Who = { id: Uuid(randomUUID()), name: 'Nadia Ferris', roles: ['locality-social-worker'], authority: STAFFORDSHIRE, tenants: [STAFFORDSHIRE], capabilities: new Map() };

describe('the access log', () => {
  let test: TestDatabase;
  const look = () => test.db.inTenants(nadia, (tx) => recordAccess(tx, nadia, NOW, { tenantId: STAFFORDSHIRE, subjectId: Uuid(randomUUID()), part: 'overview', reason: 'own-case' }));
  const seal = async (): Promise<number> => {
    await olderTransactionsEnded(test);
    return sealAccessLog(test.db, STAFFORDSHIRE, NOW);
  };
  const asAdmin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: test.urlOf('admin') });
    client.on('error', () => client.end());
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  beforeAll(async () => {
    test = await testDatabase({ schema: 'access_sample', migrations: [{ name: '001-access', statements: accessLogTables }] });
  });
  afterAll(() => test.drop());

  it('is sealed in a chain that stays whole while rows are added', async () => {
    for (let n = 0; n < 5; n += 1) await look();
    expect(await seal()).toBe(5);
    for (let n = 0; n < 3; n += 1) await look();
    expect(await seal()).toBe(3);
    expect(await seal()).toBe(0);
    expect(await verifyAccessLog(test.db, STAFFORDSHIRE)).toEqual({ rows: 8, seals: 2, brokenSeals: [] });
  });

  it('shows nothing of it to another authority', async () => {
    expect(await verifyAccessLog(test.db, SHROPSHIRE)).toEqual({ rows: 0, seals: 0, brokenSeals: [] });
  });

  it.each([`update access_log set person_name = 'x'`, 'delete from access_log', 'update access_log_seal set rows = 0', 'truncate access_log'])('refuses: %s', async (sql) => {
    await expect(test.db.inTenants(nadia, (tx) => tx.query(sql))).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('finds one changed letter, and one row taken away', async () => {
    await asAdmin(`update access_sample.access_log set person_name = 'Nadia Ferriz' where position = 2`);
    expect((await verifyAccessLog(test.db, STAFFORDSHIRE)).brokenSeals).toEqual([1]);
    await asAdmin(`delete from access_sample.access_log where position = 7`);
    expect((await verifyAccessLog(test.db, STAFFORDSHIRE)).brokenSeals).toEqual([1, 2]);
  });
});
