import { randomUUID } from 'node:crypto';
import { type Clock, Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import { ReadOnlyMode } from '@permanence/platform/read-only';
import { rootLogger } from '@permanence/platform/telemetry';
import type { TenantDb } from '@permanence/platform/tenant-db';
import { PostcodeDirectory } from '../postcodes/postcode-directory.js';
import { ImportsReader } from './imports.reader.js';
import { declarationOf } from './upload.js';
import { Uploads } from './uploads.service.js';

export const TELFORD = TenantId('E06000020');
export const SHROPSHIRE = TenantId('E06000051');

export const clockAt = (today: string): Clock => ({ now: () => Instant(`${today}T09:41:00.000Z`), today: () => LocalDate(today) });

/** A performance officer of an authority. */
export const officerOf = (authority: TenantId): Who => ({
  id: Uuid(randomUUID()), name: 'Prudence Elwell', roles: ['performance-officer'], authority, tenants: [authority], capabilities: new Map([['import:manage', 'authority']]),
});

/** Files as text, by name. */
export type Files = Readonly<Record<string, string>>;

const bytes = async function* (text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
};

/** What a council does: sends files, waits, looks at the result. */
export const councilIn = (db: TenantDb, today = '2026-09-30', mode = new ReadOnlyMode()) => {
  const clock = clockAt(today);
  const uploads = new Uploads(db, new PostcodeDirectory(), clock, rootLogger({ level: 'silent' }), mode);
  const reader = new ImportsReader(db, clock);
  const declare = (year: number, more: Readonly<{ asAt?: string; check?: string }>) => {
    const declaration = declarationOf({ authority: undefined, year: String(year), asAt: more.asAt, check: more.check }, clock.today());
    if (!declaration.ok) throw new Error(declaration.refusal.code);
    return declaration.events[0] as Exclude<(typeof declaration.events)[0], undefined>;
  };
  const send = async (who: Who, year: number, files: Files, more: Readonly<{ asAt?: string; check?: string }> = {}) => {
    const id = await uploads.open(who);
    let number = 0;
    for (const [name, text] of Object.entries(files)) await uploads.read(who, id, (number += 1), name, bytes(text));
    await uploads.begin(who, id, declare(year, more));
    await uploads.settled();
    return reader.view(who, id);
  };
  return { uploads, reader, send, clock };
};

const EPISODE_COLUMNS = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';

export const episodes = (...rows: readonly string[]): string => [EPISODE_COLUMNS, ...rows, ''].join('\r\n');
export const headers = (...rows: readonly string[]): string => ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...rows, ''].join('\r\n');
