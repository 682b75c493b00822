// PM3: what row-level security costs beside an explicit condition: the same query by both roles with prepared statements, by pgbench. Arms in turn, medians of five.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tenantOwned } from '@permanence/platform/tenant-db';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { benchCluster, median } from './messaging.sample.js';
import { administrator, figure } from './service.sample.js';

const ROUNDS = 5;
const SECONDS = 5;
/** As many as England has; six of them are asked for. */
const COUNCILS = 153;
const CHILDREN = 1_000;

const child = (schema: string): string[] => [
  `CREATE TABLE ${schema}.child (tenant_id text NOT NULL, id int NOT NULL, looked_after boolean NOT NULL, PRIMARY KEY (tenant_id, id))`,
  ...tenantOwned(schema, 'child'),
];

const ALL = Array.from({ length: COUNCILS }, (_, n) => `E06${String(n + 1).padStart(6, '0')}`);
const CODES = ALL.slice(40, 46);
const [ONE = ''] = CODES;

/** Each query as the application role sends it, and as somebody who knows no policies would write it. */
const QUERIES = {
  'by id': {
    goal: 'at most 1.15',
    secured: `\\set id random(1, ${CHILDREN})\nselect looked_after from child where tenant_id = '${ONE}' and id = :id;\n`,
    explicit: `\\set id random(1, ${CHILDREN})\nselect looked_after from isolation.child where tenant_id = '${ONE}' and id = :id;\n`,
  },
  'over six councils': {
    goal: 'at most 1.10',
    secured: 'select tenant_id, count(*) filter (where looked_after) from child group by tenant_id;\n',
    explicit: `select tenant_id, count(*) filter (where looked_after) from isolation.child where tenant_id = any (string_to_array('${CODES.join(',')}', ',')) group by tenant_id;\n`,
  },
} as const;

/** Milliseconds a transaction. The tenants are the connection's here: what is measured is the policy, not the setting of it. */
const latency = async (url: string, script: string, options: string): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'permanence-pgbench-'));
  const file = join(folder, 'query.sql');
  await writeFile(file, script);
  const { stdout } = await promisify(execFile)('pgbench', ['-n', '-M', 'prepared', '-c', '1', '-T', String(SECONDS), '-f', file, url], { env: { ...process.env, PGOPTIONS: options } });
  await rm(folder, { recursive: true });
  return Number(/latency average = ([\d.]+) ms/.exec(stdout)?.[1]);
};

const fill = async (test: TestDatabase): Promise<number> => {
  const client = await administrator(test);
  for (const code of ALL) await client.query('insert into isolation.child select $1, n, n % 3 = 0 from generate_series(1, $2::int) n', [code, CHILDREN]);
  await client.query('vacuum analyze isolation.child');
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from pg_policies where qual ~* '\\mselect\\M' or with_check ~* '\\mselect\\M'`);
  await client.end();
  return rows[0]?.n ?? 0;
};

const cluster = await benchCluster();
try {
  const test = await testDatabase({ schema: 'isolation', migrations: [{ name: '001', statements: child }] });
  const subselects = await fill(test);
  for (const [what, { goal, secured, explicit }] of Object.entries(QUERIES)) {
    const [ours, floor]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      floor.push(await latency(test.urlOf('admin'), explicit, '-c jit=off'));
      ours.push(await latency(test.urlOf('app'), secured, `-c app.tenants=${CODES.join(',')}`));
    }
    figure('PM3', `row-level security / explicit condition, ${what}`, median(ours) / median(floor), goal);
  }
  figure('PM3', 'policies with a sub-select', subselects, '0');
  await test.drop();
} finally {
  await cluster.stop();
}
