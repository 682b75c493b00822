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
import { PORTAL_SCHEMA, portalMigrations } from '@permanence/portal/web';
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
    for (const { schema, migrations } of [localityHub, regionalHub, { schema: PORTAL_SCHEMA, migrations: portalMigrations }]) await migrate(database.urlsOf(schema).ownerUrl, schema, migrations);
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

  it('lists those of locality-hub when it is named', async () => {
    await inTables('locality_hub', (db) => db.inTenants({ id: 'test', tenants: [TELFORD] }, (tx) => tx.query(
      `insert into dead_letter (tenant_id, consumer, event_id, type, envelope, error, tries, failed_at) values ($1, $2, $3, 'regional-hub.harder-to-place-became-stuck', '{}', '23505', 5, $4)`,
      [TELFORD, localityHub.messaging.consumes?.consumer, LOST, NOW],
    )));
    expect(await command('dead-letters', 'list', 'locality-hub')).toBe(0);
    expect(said.join('\n')).toContain(`${LOST}  regional-hub.harder-to-place-became-stuck  23505  (5 tries)\n1 event waits.`);
  }, 60_000);

  it('turns read-only mode on, with another reason, and off, for every service; and says how it stands', async () => {
    const told = async (...args: readonly string[]): Promise<readonly string[]> => {
      said = [];
      expect(await command('read-only', '--today', '2026-09-30', ...args)).toBe(0);
      return said.map((line) => line.replace(/since \S+ on/, 'since now on'));
    };
    const everywhere = (sentence: string): string[] => ['locality-hub', 'regional-hub', 'portal'].map((name) => `${name}: ${sentence}`);
    const KNOWS = 'Every process knows within 5 seconds.';
    expect(await told()).toEqual(everywhere('people can read and change.'));
    const on = everywhere('read-only since now on Wednesday 30 September, as planned. The server moves.');
    expect(await told('--on', '--planned', '--reason', 'The server moves.')).toEqual([...on, KNOWS]);
    expect(await told()).toEqual(on);
    const [before] = await told('--on', '--reason', 'The disk is nearly full.');
    expect(before).toBe('locality-hub: read-only since now on Wednesday 30 September. The disk is nearly full.');
    const rows = await inTables('portal', (db) => db.inTenants({ id: 'test', tenants: [TELFORD] }, (tx) => tx.query<{ since: string; on: boolean }[]>('select since, is_on as "on" from read_only_switch order by number')));
    expect([rows.map((row) => row.on), rows[1]?.since === rows[0]?.since]).toEqual([[true, true], true]);
    expect(await told('--off')).toEqual([...everywhere('people can read and change.'), KNOWS]);
    await expect(inTables('portal', (db) => db.inTenants({ id: 'test', tenants: [TELFORD] }, (tx) => tx.query('delete from read_only_switch')))).rejects.toMatchObject({ driverError: { code: '42501' } });
  });

  it('turns it on a server of one’s own: every service as its administrator, one as its owner', async () => {
    const asked = async (environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<readonly string[]> => {
      said = [];
      await operate(['read-only', ...args], environment, write);
      return said.map((line) => line.replace(/since .* on \w+ \d+ \w+/, 'since now'));
    };
    const owner = { DATABASE_OWNER_URL: database.urlsOf('regional_hub').ownerUrl };
    const admin = (name: string): string => Object.assign(new URL(owner.DATABASE_OWNER_URL), { username: 'postgres', password: readFileSync(join(folder, 'postgres', 'superuser'), 'utf8'), pathname: `/${name}` }).href;
    const every = { DATABASE_ADMIN_URL: admin('permanence') };
    const on = ['--on', '--reason', 'The server moves.'];
    expect((await asked(owner, ...on))[0]).toBe('this service: read-only since now. The server moves.');
    expect(await asked(every)).toEqual(['locality-hub: people can read and change.', 'regional-hub: read-only since now. The server moves.', 'portal: people can read and change.']);
    expect((await asked(every, ...on)).filter((line) => line.endsWith('read-only since now. The server moves.'))).toHaveLength(3);
    await asked(every, '--off');
    expect(await asked(owner)).toEqual(['this service: people can read and change.']);
    await expect(asked({ DATABASE_ADMIN_URL: admin('postgres') })).rejects.toThrow('Start the product on it once');
  });

  it('wants a reason that people can read, and one wish', async () => {
    for (const args of [['--on'], ['--on', '--reason', 'why'], ['--on', '--reason', 'x'.repeat(201)]]) await expect(command('read-only', ...args)).rejects.toThrow('Give a --reason of 10 to 200 letters');
    await expect(command('read-only', '--on', '--off')).rejects.toThrow('not both');
    await expect(command('read-only', '--off', '--reason', 'It is over now.')).rejects.toThrow('go with --on');
  });

  it('refuses in a sentence what it does not know, and a folder without data', async () => {
    await expect(command('mend')).rejects.toThrow('There is no "mend". Say one of rebuild, dead-letters, verify-access-log, provision, read-only.');
    await expect(operate(['verify-access-log', '--data', join(folder, 'none')], {}, write)).rejects.toThrow('There is no data in');
    await expect(operate(['verify-access-log'], { DATABASE_URL: 'postgres://x' }, write)).rejects.toThrow('DATABASE_URL is set, so DATABASE_OWNER_URL must be too');
    await expect(operate(['provision'], {}, write)).rejects.toThrow('DATABASE_ADMIN_URL');
  });

  it('has the roles in a file that agrees with the code that makes them', () => {
    expect(readFileSync(resolve(import.meta.dirname, '../../deploy/postgres/roles.sql'), 'utf8')).toBe(`${rolesSql()}\n`);
  });
});
