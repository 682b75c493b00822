import { randomUUID } from 'node:crypto';
import { type Clock, Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { type Role, type Who, capabilitiesOf } from '@permanence/platform/identity';
import { ReadOnlyMode } from '@permanence/platform/read-only';
import { rootLogger } from '@permanence/platform/telemetry';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { countCodes } from '../imports/child-batch.store.js';
import { ImportRunner } from '../imports/import.runner.js';
import { beginImport, filesOf, findImport, modulesOf } from '../imports/import.store.js';
import { declarationOf } from '../imports/upload.js';
import { Uploads } from '../imports/uploads.service.js';
import { LOCALITY_HUB_SCHEMA, localityHubMigrations } from '../migrations/migrations.js';
import { PostcodeDirectory } from '../postcodes/postcode-directory.js';

export const STAFFORDSHIRE = TenantId('E10000028');
export const SHROPSHIRE = TenantId('E06000051');
export const TODAY = LocalDate('2026-09-30');
export const CLOCK_ON: Clock = { now: () => Instant('2026-09-30T09:41:00.000Z'), today: () => TODAY };

/** Somebody of a council, as the guard would find them. */
export const person = (name: string, role: Role, more: Partial<Pick<Who, 'team' | 'swRegistration' | 'authority'>> = {}): Who => {
  const authority = more.authority ?? STAFFORDSHIRE;
  return { id: Uuid(randomUUID()), name, roles: [role], authority, tenants: [authority], capabilities: capabilitiesOf([role], authority), ...more };
};

/** The people of Staffordshire whom the specs know. */
export const people = {
  nadia: person('Nadia Ferris', 'locality-social-worker', { team: 'Stafford', swRegistration: 'SW100001' }),
  callum: person('Callum Thorley', 'locality-social-worker', { team: 'Stafford', swRegistration: 'SW100002' }),
  ines: person('Ines Calloway', 'locality-social-worker', { team: 'Moorlands', swRegistration: 'SW100003' }),
  owen: person('Owen Brackley', 'team-manager', { team: 'Stafford' }),
  greta: person('Greta Holme', 'team-manager', { team: 'Moorlands' }),
  tamsin: person('Tamsin Iqbal', 'performance-officer'),
  gwendolen: person('Gwendolen Yarwood', 'qa-auditor'),
  sunil: person('Sunil Braithe', 'data-protection-officer'),
  saskia: person('Saskia Threlfall', 'performance-officer', { authority: SHROPSHIRE }),
} as const;

/** A file of a council: its rows under their column names. */
export type FileText = Readonly<{ name: string; text: string }>;

export type Council = Readonly<{
  database: TestDatabase;
  postcodes: PostcodeDirectory;
  /** Loads files as the portal would and waits for the end. @returns the import's id. */
  load: (who: Who, year: number, ...files: readonly FileText[]) => Promise<Uuid>;
  close: () => Promise<void>;
}>;

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
}

/** The service's tables, empty, and the importer to fill them. */
export const council = async (clock: Clock = CLOCK_ON): Promise<Council> => {
  const database = await testDatabase({ schema: LOCALITY_HUB_SCHEMA, migrations: localityHubMigrations });
  const postcodes = new PostcodeDirectory();
  const logger = rootLogger({ level: 'silent' });
  const uploads = new Uploads(database.db, postcodes, clock, logger, new ReadOnlyMode());
  const load: Council['load'] = async (who, year, ...files) => {
    const id = await uploads.open(who);
    for (const [at, { name, text }] of files.entries()) await uploads.read(who, id, at + 1, name, bytesOf(text));
    const declaration = declarationOf({ authority: who.authority, year: String(year), asAt: undefined, check: undefined }, clock.today());
    if (!declaration.ok || declaration.events[0] === undefined) throw new Error('the year of the test cannot be loaded');
    const declared = declaration.events[0];
    await database.db.inTenants(who, async (tx) => {
      const { whole } = modulesOf(await filesOf(tx, who.authority, id));
      const toDo = await countCodes(tx, { tenant: who.authority, importId: id, year, absent: whole.size > 0 });
      await beginImport(tx, who.authority, id, { ...declared, phase: 'applying', toDo });
    });
    await new ImportRunner(database.db, clock, postcodes, logger, new ReadOnlyMode()).run(who.authority, id);
    const row = await database.db.inTenants(who, (tx) => findImport(tx, who.authority, id));
    if (row?.phase !== 'done') throw new Error(`the import of the test ended as ${row?.phase ?? 'nothing'}`);
    return id;
  };
  return { database, postcodes, load, close: () => database.drop() };
};

const file = (name: string, columns: string, rows: readonly (readonly string[])[]): FileText => ({ name, text: [columns, ...rows.map((row) => row.join(','))].join('\n') });

/** Rows in the order of the DfE's columns. */
export const header = (...rows: readonly string[][]): FileText => file('header_2026.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', rows);
export const episodes = (...rows: readonly string[][]): FileText => file('episodes_2026.csv', 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN', rows);
export const reviews = (...rows: readonly string[][]): FileText => file('reviews_2026.csv', 'CHILD,DOB,REVIEW,REVIEW_CODE', rows);
export const workers = (...rows: readonly string[][]): FileText => file('sw_episodes_2026.csv', 'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON', rows);
export const names = (...rows: readonly string[][]): FileText => file('names.csv', 'CHILD,FORENAME,SURNAME,SIBLING_GROUP', rows);
export const missing = (...rows: readonly string[][]): FileText => file('missing_2026.csv', 'CHILD,DOB,MISSING,MIS_START,MIS_END', rows);
