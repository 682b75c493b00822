import 'reflect-metadata';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { LocalDate } from '@permanence/kernel/values';
import { localityHub } from '@permanence/locality-hub/service';
import { clockOn, projectFile, startService } from '@permanence/platform/host';
import type { Role } from '@permanence/platform/identity';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { Issuer } from '@permanence/testing/issuer';
import pg from 'pg';

export const AUTHORITY = 'E10000028';
export const YEARS = [2018, 2019, 2020, 2021, 2022] as const;

/** A figure as `npm run bench` reads it. */
export const figure = (measure: string, what: string, value: number | string, goal?: string): void =>
  void process.stdout.write(`${JSON.stringify({ measure, what, value: typeof value === 'number' ? Number(value.toPrecision(3)) : value, ...(goal === undefined ? {} : { goal }) })}\n`);

export type SampleFile = Readonly<{ name: string; path: string; rows: number }>;

/** The files of one collection of the five-year sample. */
export const sampleFiles = (year: number): SampleFile[] => {
  const folder = projectFile('tests', 'fixtures', 'ssda903-sample');
  return readdirSync(folder).filter((name) => name.startsWith(`${year}-`)).sort().map((name) => ({ name, path: `${folder}/${name}`, rows: readFileSync(`${folder}/${name}`, 'utf8').trimEnd().split('\n').length - 1 }));
};

export type BenchHub = Readonly<{ url: string; test: TestDatabase; token: (role?: Role) => Promise<string>; load: (year: number) => Promise<void>; stop: () => Promise<void> }>;

/** locality-hub over a database of its own, with an issuer that answers at once. */
export const startHub = async (): Promise<BenchHub> => {
  const logger = rootLogger({ level: 'error' });
  const [issuer, test] = [await new Issuer().open(), await testDatabase(localityHub)];
  const transport = createTransport({ clientId: 'bench', logger });
  const service = await startService(localityHub, {
    clock: clockOn(LocalDate('2026-09-30')), logger, transport, identity: issuer.identity, port: 0, host: '127.0.0.1', ownsProcess: false,
    database: { appUrl: test.urlOf('app'), ownerUrl: test.urlOf('owner'), relayUrl: test.urlOf('relay') },
  });
  const url = `${service.url}/api/locality-hub/v1`;
  const token: BenchHub['token'] = (role = 'performance-officer') => issuer.tokenOf({ authority: AUTHORITY, role, name: 'Tamsin Iqbal' });
  const load = async (year: number): Promise<void> => {
    const headers = { authorization: `Bearer ${await token()}` };
    const form = new FormData();
    form.append('authority', AUTHORITY);
    form.append('year', String(year));
    for (const { name, path } of sampleFiles(year)) form.append('files', new Blob([readFileSync(path)]), name);
    const { id } = (await (await fetch(`${url}/imports`, { method: 'POST', headers, body: form })).json()) as { id: string };
    for (;;) {
      const { status } = (await (await fetch(`${url}/imports/${id}`, { headers })).json()) as { status: string };
      if (status === 'done') return;
      if (status !== 'running') throw new Error(`the import of ${year} is ${status}`);
      await wait(100);
    }
  };
  return {
    url, test, token, load,
    stop: async () => {
      await service.close();
      await transport.close();
      issuer.close();
      await test.drop();
    },
  };
};

/** A connection that row-level security does not bind. */
export const administrator = async (test: TestDatabase): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: test.urlOf('admin') });
  client.on('error', () => void client.end());
  await client.connect();
  return client;
};
