// PM1 and PM2: what security costs a read and a write. The floor is the same SQL by node:http and pg alone. Arms in turn, medians of five.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { accessLogTables, recordAccess } from '@permanence/platform/access-log';
import type { Who } from '@permanence/platform/identity';
import { type TenantTx, appendEvents, eventLogTable, prepared, tenantOwned } from '@permanence/platform/tenant-db';
import { testDatabase } from '@permanence/testing/database';
import pg from 'pg';
import { benchCluster, median, seconds } from './messaging.sample.js';
import { AUTHORITY, type BenchHub, administrator, figure, startHub } from './service.sample.js';

const ROUNDS = 5;
const SECONDS = 10;
const AT_ONCE = 16;
const WRITES = 3_000;

/** Requests a second, by wrk. @throws Error when any was not answered with 2xx */
const wrk = async (url: string, token?: string): Promise<{ rate: number; requests: number }> => {
  const child = spawn('wrk', ['-t1', `-c${AT_ONCE}`, `-d${SECONDS}s`, ...(token === undefined ? [] : ['-H', `Authorization: Bearer ${token}`]), url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = await text(child.stdout);
  if (/Non-2xx/.test(said)) throw new Error(`not every request was answered well: ${said}`);
  return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1]), requests: Number(/(\d+) requests in/.exec(said)?.[1]) };
};

type Statement = Readonly<{ name?: string; text: string; values: unknown[] }>;

/** The queries with which the product reads a record, as they reach PostgreSQL: what the floor sends as well. */
const queriesOf = async (hub: BenchHub, path: string): Promise<Statement[]> => {
  const prototype = pg.Client.prototype as unknown as { query: (...values: unknown[]) => unknown };
  const send = prototype.query;
  const seen: Statement[] = [];
  prototype.query = function (this: pg.Client, ...values: unknown[]) {
    const [statement] = values as [string | Statement];
    if (typeof statement === 'object' && /^\s*with viewer/.test(statement.text)) seen.push(statement);
    return send.apply(this, values);
  };
  await fetch(`${hub.url}${path}`, { headers: { authorization: `Bearer ${await hub.token('qa-auditor')}` } });
  prototype.query = send;
  if (seen.length === 0) throw new Error('no query of a record was seen: the floor would answer nothing');
  return seen;
};

/** The same answer from the same database by hand: no sign-in, no tenants, no access row. */
const floorOf = async (hub: BenchHub, queries: readonly Statement[]): Promise<{ url: string; stop: () => Promise<void> }> => {
  const pool = new pg.Pool({ connectionString: hub.test.urlOf('admin'), max: 10, options: '-c search_path=locality_hub' });
  const server: Server = createServer(async (_request, response) => {
    const client = await pool.connect();
    const rows = [];
    for (const query of queries) rows.push((await client.query({ ...query })).rows);
    client.release();
    response.setHeader('content-type', 'application/json').end(JSON.stringify(rows));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await pool.end();
    },
  };
};

const reads = async (): Promise<void> => {
  const hub = await startHub();
  await hub.load(2022);
  const client = await administrator(hub.test);
  const { rows } = await client.query<{ id: string }>('select id from locality_hub.child where looked_after order by id limit 1');
  const path = `/children/${rows[0]?.id ?? ''}`;
  await client.query('analyze');
  const queries = await queriesOf(hub, path);
  const floors = [await floorOf(hub, queries.map(({ text, values }) => ({ text, values }))), await floorOf(hub, queries)] as const;
  const looks = async (): Promise<number> => Number((await client.query<{ n: string }>('select count(*) as n from locality_hub.access_log')).rows[0]?.n);
  const [ours, sent, prepared]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    sent.push((await wrk(floors[0].url)).rate);
    prepared.push((await wrk(floors[1].url)).rate);
    const before = await looks();
    const { rate, requests } = await wrk(`${hub.url}${path}`, await hub.token('qa-auditor'));
    if ((await looks()) - before < requests) throw new Error('a read was answered without its row in the access log');
    ours.push(rate);
  }
  figure('PM1', 'secured read of a child’s record, its access row committed / node:http and pg, same SQL', median(ours) / median(sent), 'at least 0.60, 0.75 wished for');
  figure('PM1', 'the same, the floor’s statements prepared as ours are', median(ours) / median(prepared));
  figure('PM1', 'secured reads a second', median(ours));
  // What was on its way when the last round ended is let through before the database goes.
  await wait(1_000);
  for (const floor of floors) await floor.stop();
  await client.end();
  await hub.stop();
};

const NOW = Instant('2026-09-30T09:41:00.000Z');
const TENANT = TenantId(AUTHORITY);
const WRITER: Who = { id: Uuid(randomUUID()), name: 'Nadia Ferris', roles: ['locality-social-worker'], authority: TENANT, tenants: [TENANT], capabilities: new Map() };

const NOTE = `
  insert into note (tenant_id, id, version, text) values ($1, $2, 1, $3)
  on conflict (tenant_id, id) do update set version = note.version + 1, text = excluded.text where note.version = $4 returning version`;

/** A note with version check, access row and event, as a command of the product writes. */
const secured = async (tx: TenantTx, id: Uuid, n: number): Promise<void> => {
  const [note] = await prepared<{ version: number }>(tx, NOTE, [TENANT, id, `note ${n}`, 1]);
  if (note?.version !== 1) throw new Error('the note was not written');
  recordAccess(tx, WRITER, NOW, { tenantId: TENANT, subjectId: id, part: 'note', reason: 'own-case' });
  appendEvents(tx, { actor: WRITER.id, correlationId: 'bench', recordedAt: NOW }, [{ eventId: Uuid(randomUUID()), tenantId: TENANT, streamId: id, type: 'note-written', effectiveOn: LocalDate('2026-09-30'), data: { n } }]);
};

const writes = async (): Promise<void> => {
  const note = (schema: string): string[] => [`CREATE TABLE ${schema}.note (tenant_id text NOT NULL, id uuid NOT NULL, version int NOT NULL, text text NOT NULL, PRIMARY KEY (tenant_id, id))`, ...tenantOwned(schema, 'note')];
  const test = await testDatabase({ schema: 'bench', migrations: [{ name: '001', statements: (schema) => [...eventLogTable(schema), ...accessLogTables(schema), ...note(schema)] }] });
  const client = await administrator(test);
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await seconds(async () => {
      for (let n = 0; n < WRITES; n += 1) await client.query('insert into bench.note (tenant_id, id, version, text) values ($1, $2, 1, $3)', [TENANT, randomUUID(), `note ${n}`]);
    }));
    ours.push(await seconds(async () => {
      for (let n = 0; n < WRITES; n += 1) await test.db.inTenants(WRITER, (tx) => secured(tx, Uuid(randomUUID()), n));
    }));
  }
  const { rows } = await client.query<{ events: number; looks: number }>('select (select count(*)::int from bench.event_log) as events, (select count(*)::int from bench.access_log) as looks');
  if (rows[0]?.events !== ROUNDS * WRITES || rows[0].looks !== ROUNDS * WRITES) throw new Error('a write has not its event and its access row');
  figure('PM2', 'secured write: version check, access row and event / bare INSERT', median(bare) / median(ours), 'at least 0.60, 0.70 wished for');
  figure('PM2', 'secured writes a second on one connection', WRITES / median(ours));
  await client.end();
  await test.drop();
};

const cluster = await benchCluster();
try {
  await reads();
  await writes();
} finally {
  await cluster.stop();
}
