import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AUTHORITIES } from '@permanence/contracts/partnership';
import { type EmbeddedDatabase, startDatabase } from '@permanence/embedded/runtime';
import { Instant, TenantId, Uuid } from '@permanence/kernel/values';
import { localityHub } from '@permanence/locality-hub/service';
import { recordAccess, sealAccessLog } from '@permanence/platform/access-log';
import { type TenantDb, connect, migrate } from '@permanence/platform/tenant-db';
import { regionalHub } from '@permanence/regional-hub/service';
import { operate } from './commands.js';
import { rolesSql } from './roles-sql.js';

const TELFORD = TenantId('E06000020');
const NOW = Instant('2026-09-30T09:41:00.000Z');
const LOST = Uuid('2f1c3a52-6a0e-4b5c-9d7e-0a1b2c3d4e5f');

describe('what an operator does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'operate-'));
  let database: EmbeddedDatabase;
  let said: string[];

  const inTables = async <T>(schema: string, work: (db: TenantDb) => Promise<T>): Promise<T> => {
    const db = await connect({ url: database.urlsOf(schema).appUrl, applicationName: 'test' });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  };
  const look = (db: TenantDb): Promise<void> =>
    db.inTenants({ id: 'test', tenants: [TELFORD] }, (tx) =>
      recordAccess(tx, { id: Uuid(randomUUID()), name: 'Nadia Ferris', roles: ['qa-auditor'], authority: TELFORD, tenants: [TELFORD], capabilities: new Map() }, NOW, { tenantId: TELFORD, subjectId: Uuid(randomUUID()), part: 'overview', reason: 'audit' }));
  const write = (line: string): void => void said.push(line);
  const command = (...args: readonly string[]): Promise<number> => operate([...args, '--data', folder], {}, write);

  beforeAll(async () => {
    database = await startDatabase(folder);
    for (const { schema, migrations } of [localityHub, regionalHub]) await migrate(database.urlsOf(schema).ownerUrl, schema, migrations);
  }, 120_000);
  beforeEach(() => {
    said = [];
  });
  afterAll(async () => {
    await database.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('verifies the access log of every council, while the product runs on the data', async () => {
    await inTables('locality_hub', async (db) => {
      for (let n = 0; n < 3; n += 1) await look(db);
      await sealAccessLog(db, TELFORD, NOW);
    });
    expect(await command('verify-access-log')).toBe(0);
    expect(said).toHaveLength(AUTHORITIES.length);
    expect(said).toContain('Telford & Wrekin: 3 sealed rows under 1 seal; all as they were written.');
  });

  it('lists and discards dead letters of all councils without being told whose they are', async () => {
    await inTables('regional_hub', (db) => db.inTenants({ id: 'test', tenants: [TELFORD] }, (tx) => tx.query(
      `insert into dead_letter (tenant_id, consumer, event_id, type, envelope, error, tries, failed_at) values ($1, $2, $3, 'locality-hub.review-held', '{}', '23505', 5, $4)`,
      [TELFORD, regionalHub.messaging.consumes?.consumer, LOST, NOW],
    )));
    expect(await command('dead-letters', 'list')).toBe(0);
    expect(said.join('\n')).toContain(`E06000020:\n${NOW}  ${LOST}  locality-hub.review-held  23505  (5 tries)\n1 event waits.`);
    expect(await command('dead-letters', 'discard', LOST)).toBe(0);
    expect(await command('dead-letters', 'discard', LOST)).toBe(1);
  }, 60_000);

  it('refuses in a sentence what it does not know, and a folder without data', async () => {
    await expect(command('mend')).rejects.toThrow('There is no "mend". Say one of rebuild, dead-letters, verify-access-log, provision.');
    await expect(operate(['verify-access-log', '--data', join(folder, 'none')], {}, write)).rejects.toThrow('There is no data in');
    await expect(operate(['verify-access-log'], { DATABASE_URL: 'postgres://x' }, write)).rejects.toThrow('DATABASE_URL is set, so DATABASE_OWNER_URL must be too');
    await expect(operate(['provision'], {}, write)).rejects.toThrow('DATABASE_ADMIN_URL');
  });

  it('has the roles in a file that agrees with the code that makes them', () => {
    expect(readFileSync(resolve(import.meta.dirname, '../../deploy/postgres/roles.sql'), 'utf8')).toBe(`${rolesSql()}\n`);
  });
});
