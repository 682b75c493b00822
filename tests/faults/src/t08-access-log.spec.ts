import { Instant, TenantId } from '@permanence/kernel/values';
import { localityHub } from '@permanence/locality-hub/service';
import { sealAccessLog, verifyAccessLog } from '@permanence/platform/access-log';
import { count } from '@permanence/testing/counts';
import { type TestDatabase, olderTransactionsEnded, testDatabase } from '@permanence/testing/database';
import type pg from 'pg';
import { administratorOf } from './catalogue/administrator.js';

const ROWS = count('T8', 10_000, 1_000_000);
const ROWS_A_WRITE = 10_000;
const MOST_SECONDS = 60;
const STAFFORDSHIRE = TenantId('E10000028');
const NOW = Instant('2026-09-30T09:41:00.000Z');

/** Ways to change one byte, or one row, of what was written; each is taken back again. */
const TAMPERINGS: readonly (readonly [what: string, does: string])[] = [
  ['one letter of a name', `update access_log set person_name = 'Nadia Ferric' where position = $1`],
  ['who looked', `update access_log set person_id = '00000000-0000-4000-8000-000000000001' where position = $1`],
  ['who was looked at', `update access_log set subject_id = '00000000-0000-4000-8000-000000000001' where position = $1`],
  ['nobody in place of somebody', 'update access_log set subject_id = null where position = $1'],
  ['when, by a microsecond', `update access_log set at = at + interval '1 microsecond' where position = $1`],
  ['the reason', `update access_log set reason = 'own-case' where position = $1`],
  ['one role moved into the next column', `update access_log set person_role = '', person_authority = person_role || '|' || person_authority where position = $1`],
  ['the authority', `update access_log set person_authority = 'E06000051' where position = $1`],
  ['a row taken away', 'delete from access_log where position = $1'],
  ['a row moved to another council', `update access_log set tenant_id = 'E06000051' where position = $1`],
];

describe('T8: the access log', () => {
  let test: TestDatabase;
  let administrator: pg.Client;
  beforeAll(async () => {
    test = await testDatabase(localityHub);
    administrator = await administratorOf(test);
    await administrator.query('set search_path = locality_hub');
    for (let written = 0; written < ROWS; written += ROWS_A_WRITE)
      await administrator.query(
        `insert into access_log (tenant_id, id, at, person_id, person_name, person_role, person_authority, subject_id, part, reason)
         select $1, gen_random_uuid(), $2::timestamptz + n * interval '1 second', gen_random_uuid(), 'Nadia Ferris', 'team-manager', $1, gen_random_uuid(), 'overview', 'team' from generate_series(1, $3::int) n`,
        [STAFFORDSHIRE, NOW, ROWS_A_WRITE],
      );
    await olderTransactionsEnded(test);
    await sealAccessLog(test.db, STAFFORDSHIRE, NOW);
  }, 60_000 + ROWS / 2);
  afterAll(async () => {
    await administrator.end();
    await test.drop();
  });

  const verify = () => verifyAccessLog(test.db, STAFFORDSHIRE);

  it.each(['update access_log set reason = reason', 'delete from access_log', 'truncate access_log', 'update access_log_seal set hash = hash', 'delete from access_log_seal', 'truncate access_log_seal', 'alter table access_log disable row level security', 'drop table access_log'])(
    'is not changed by the application: %s',
    async (statement) => {
      await expect(test.db.inTenants({ id: 'caller', tenants: [STAFFORDSHIRE] }, (tx) => tx.query(statement))).rejects.toMatchObject({ driverError: { code: '42501' } });
    },
  );

  it(
    `is verified whole, ${ROWS} rows in ${MOST_SECONDS} s at most`,
    async () => {
      const begun = performance.now();
      expect(await verify()).toEqual({ rows: ROWS, seals: ROWS / 1000, brokenSeals: [] });
      expect((performance.now() - begun) / 1000).toBeLessThan(MOST_SECONDS);
    },
    120_000,
  );

  it.each(TAMPERINGS)('tells where it was changed: %s', async (_what, statement) => {
    const position = Math.floor(ROWS * 0.37) + 1;
    const client = administrator;
    const [before] = (await client.query('select * from access_log where position = $1', [position])).rows as [Record<string, unknown>];
    expect((await client.query(statement, [position])).rowCount).toBe(1);
    expect((await verify()).brokenSeals).toEqual([Math.ceil(position / 1000)]);
    await client.query('delete from access_log where position = $1', [position]);
    await client.query('insert into access_log overriding system value select * from jsonb_populate_record(null::access_log, $1)', [JSON.stringify(before)]);
  }, 120_000);

  it('tells when a seal was made anew after a change', async () => {
    await administrator.query('update access_log set reason = $1 where position = 500', ['own-case']);
    await administrator.query(`update access_log_seal set hash = sha256('forged') where number = 1`);
    expect((await verify()).brokenSeals).toEqual([1, 2]);
  }, 120_000);
});
