import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { LocalDate } from '@permanence/kernel/values';
import type { CouncilFile, Worker } from './index.js';
import type { Colleague } from './people/colleagues.js';

type ImportView = Readonly<{ status: string; rows: Readonly<{ total: number }>; progress: Readonly<{ done: number; total: number }>; failure: string | null }>;
type SignIn = Readonly<{ tokenFor: (wanted: Readonly<{ origin: string; role: string; authority: string }>) => Promise<string> }>;

/** What a council's performance officer does in the portal, as a program does it. */
export type Portal = Readonly<{
  putWorkers: (workers: readonly Worker[], colleagues: readonly Colleague[]) => Promise<void>;
  send: (year: number, asAt: LocalDate | undefined, files: readonly CouncilFile[]) => Promise<string>;
  importOf: (id: string) => Promise<ImportView>;
  loadedYears: () => Promise<ReadonlySet<number>>;
}>;

const answered = async (response: Response): Promise<unknown> => {
  const body: unknown = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new Error((body as { detail?: string }).detail ?? `the portal answered ${response.status}`);
  return body;
};

/** Signs in as a performance officer of the authority. @throws Error with a sentence. */
export const portalOf = async (origin: string, authority: string): Promise<Portal> => {
  const { tokenFor } = (await import(pathToFileURL(resolve('tools', 'token', 'sign-in.mjs')).href)) as SignIn;
  const token = await tokenFor({ origin, role: 'performance-officer', authority });
  const ask = async (method: string, path: string, body?: RequestInit['body'], headers: Record<string, string> = {}): Promise<unknown> =>
    answered(await fetch(`${origin}/api/locality-hub/v1/${path}`, { method, headers: { authorization: `Bearer ${token}`, ...headers }, ...(body === undefined ? {} : { body }) }));
  return {
    putWorkers: async (workers, colleagues) => {
      const items = [...workers.map(({ registration, forename, surname, team }) => ({ registration, forename, surname, team, role: 'locality-social-worker' })), ...colleagues];
      await ask('PUT', 'workers', JSON.stringify({ items }), { 'content-type': 'application/json' });
    },
    send: async (year, asAt, files) => {
      const form = new FormData();
      form.set('authority', authority);
      form.set('year', String(year));
      if (asAt) form.set('asAt', asAt);
      for (const { name, csv } of files) form.append('files', new Blob([...csv()], { type: 'text/csv' }), name);
      return ((await ask('POST', 'imports', form, { 'idempotency-key': randomUUID() })) as { id: string }).id;
    },
    importOf: async (id) => (await ask('GET', `imports/${id}`)) as ImportView,
    loadedYears: async () => new Set(((await ask('GET', 'imports?limit=500')) as { items: { year: number; status: string; check: boolean }[] }).items.filter(({ status, check }) => status === 'done' && !check).map(({ year }) => year)),
  };
};
