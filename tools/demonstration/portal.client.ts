import { randomUUID } from 'node:crypto';
import type { LocalDate } from '@permanence/kernel/values';
import type { CouncilFile, Worker } from './index.js';
import type { Colleague } from './people/colleagues.js';
import type { Listed, Person } from './work/people.js';

type ImportView = Readonly<{ status: string; rows: Readonly<{ total: number }>; progress: Readonly<{ done: number; total: number }>; failure: string | null }>;
type ImportLine = Readonly<{ year: number; status: string; check: boolean }>;

/** What a council's performance officer does in the portal, as a program does it. */
export type Portal = Readonly<{
  putWorkers: (workers: readonly Worker[], colleagues: readonly Colleague[]) => Promise<void>;
  send: (year: number, asAt: LocalDate | undefined, files: readonly CouncilFile[]) => Promise<string>;
  importOf: (id: string) => Promise<ImportView>;
  /** How often each collection was loaded to its end. */
  loadedYears: () => Promise<ReadonlyMap<number, number>>;
}>;

const IMPORTS = 'locality-hub/v1/imports';

const counted = (lines: readonly ImportLine[]): ReadonlyMap<number, number> => {
  const times = new Map<number, number>();
  for (const { year, status, check } of lines) if (status === 'done' && !check) times.set(year, (times.get(year) ?? 0) + 1);
  return times;
};

/** The portal for a performance officer of an authority. */
export const portalOf = (officer: Person, authority: string): Portal => ({
  putWorkers: async (workers, colleagues) => {
    const items = [...workers.map(({ registration, forename, surname, team }) => ({ registration, forename, surname, team, role: 'locality-social-worker' })), ...colleagues];
    await officer.ask('PUT', 'locality-hub/v1/workers', { items });
  },
  send: async (year, asAt, files) => {
    const form = new FormData();
    form.set('authority', authority);
    form.set('year', String(year));
    if (asAt) form.set('asAt', asAt);
    for (const { name, csv } of files) form.append('files', new Blob([...csv()], { type: 'text/csv' }), name);
    return (await officer.ask<{ id: string }>('POST', IMPORTS, form, { 'idempotency-key': randomUUID() })).id;
  },
  importOf: (id) => officer.ask<ImportView>('GET', `${IMPORTS}/${id}`),
  loadedYears: async () => counted((await officer.ask<Listed<ImportLine>>('GET', `${IMPORTS}?limit=500`)).items),
});
