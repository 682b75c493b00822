import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TenantId } from '@permanence/kernel/values';
import { eventLogTable, tenantOwned } from '@permanence/platform/tenant-db';
import { count } from '@permanence/testing/counts';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { build } from 'esbuild';

const RUNS = count('T15', 20, 1_000);
const AT_ONCE = 2;
const TENANT = TenantId('E10000028');

/** Begin with tenants, state, event, commit. */
const STATEMENTS = 4;
/** The event and the commit are sent as soon as the state is answered: before that, nothing can have been committed. */
const ASKS_FOR_ANSWER = 2;
const isEarly = (kind: string, statement: number): boolean => kind === 'before' || (kind === 'after' && statement <= ASKS_FOR_ANSWER);
const BOUNDARIES = (['before', 'during', 'after'] as const).flatMap((kind) => Array.from({ length: STATEMENTS }, (_, i) => [kind, i + 1] as const));

const state = (schema: string): readonly string[] => [
  `CREATE TABLE ${schema}.state (tenant_id text NOT NULL, id uuid NOT NULL, version int NOT NULL, PRIMARY KEY (tenant_id, id))`,
  ...tenantOwned(schema, 'state'),
];

/** Made into plain JavaScript once: compiling it for each kill would take longer than all the rest. */
const WRITER = join('.cache', 'tests', `killed-writer.${randomUUID()}.mjs`);

const makeWriter = (): Promise<unknown> =>
  build({ entryPoints: [join(import.meta.dirname, 'killed-writer.ts')], outfile: WRITER, bundle: true, packages: 'external', platform: 'node', format: 'esm', tsconfig: 'tsconfig.base.json' });

const run = (url: string, stream: string, kind: string, statement: number): Promise<NodeJS.Signals | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, url, stream, kind, String(statement)], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } });
    child.on('error', reject);
    child.on('exit', (_code, signal) => resolve(signal));
  });

describe('T15: a process killed at the boundary of a statement', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    await makeWriter();
    test = await testDatabase({ schema: 'atomic', migrations: [{ name: '001-state', statements: (schema) => [...eventLogTable(schema), ...state(schema)] }] });
  });
  afterAll(async () => {
    await test.drop();
    await rm(WRITER, { force: true });
  });

  const written = (stream: string): Promise<{ states: number; events: number }> =>
    test.db.inTenants({ id: 'tester', tenants: [TENANT] }, async (tx) => {
      const [row] = await tx.query<[{ states: number; events: number }]>(
        `select (select count(*)::int from state where id = $1) as states, (select count(*)::int from event_log where stream_id = $1) as events`,
        [stream],
      );
      return row;
    });

  const killed = async (n: number) => {
    const [kind, statement] = BOUNDARIES[n % BOUNDARIES.length] as (typeof BOUNDARIES)[number];
    const stream = randomUUID();
    const signal = await run(test.urlOf('app'), stream, kind, statement);
    return { signal, kind, statement, ...(await written(stream)) };
  };

  it(
    `leaves the change with its event, or neither (${RUNS} kills)`,
    async () => {
      let committed = 0;
      for (let n = 0; n < RUNS; n += AT_ONCE) {
        const seen = await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => killed(n + i)));
        for (const { signal, kind, statement, states, events } of seen) {
          expect({ signal, kind, statement, states }).toEqual({ signal: 'SIGKILL', kind, statement, states: events });
          if (isEarly(kind, statement)) expect(events).toBe(0);
          if (kind === 'after' && statement === STATEMENTS) expect(events).toBe(1);
          committed += events;
        }
      }
      expect(committed).toBeGreaterThan(0);
    },
    RUNS * 10_000,
  );
});
