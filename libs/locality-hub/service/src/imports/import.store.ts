import type { Instant, LocalDate, Uuid } from '@permanence/kernel/values';
import type { ModuleName } from '@permanence/locality-hub/domain';
import { type TenantTx, alongside } from '@permanence/platform/tenant-db';
import type { ImportFileRow, ImportRow, Phase } from './import.js';

const COLUMNS = `tenant_id as "tenantId", id, year, complete_to as "completeTo", as_at as "asAt", check_only as "checkOnly", phase, failure, started_at as "startedAt",
  started_by as "startedBy", started_by_name as "startedByName", ended_at as "endedAt", done_through as "doneThrough", done, to_do as "toDo"`;

const FILE_COLUMNS = `number, name, module, mended, other_columns as "otherColumns", refused_code as "refusedCode", refused_sentence as "refusedSentence",
  rows, applied, unchanged, corrected, set_aside as "setAside", findings`;

/** How long a process may be silent before another takes its import over. */
const LEASE = `interval '60 seconds'`;

export type NewImport = Readonly<{ tenantId: string; id: Uuid; startedAt: Instant; startedBy: Uuid; startedByName: string }>;

export const createImport = (tx: TenantTx, { tenantId, id, startedAt, startedBy, startedByName }: NewImport): Promise<unknown> =>
  tx.query(`insert into import (tenant_id, id, phase, started_at, started_by, started_by_name, lease_until) values ($1, $2, 'reading', $3, $4, $5, now() + interval '15 minutes')`, [tenantId, id, startedAt, startedBy, startedByName]);

/** Forgets an import whose request was refused after its files had come. */
export const forgetImport = (tx: TenantTx, tenant: string, id: Uuid): Promise<unknown> => tx.query('delete from import where tenant_id = $1 and id = $2', [tenant, id]);

export const findImport = async (tx: TenantTx, tenant: string, id: Uuid): Promise<ImportRow | undefined> =>
  (await tx.query<ImportRow[]>(`select ${COLUMNS} from import where tenant_id = $1 and id = $2`, [tenant, id]))[0];

export const filesOf = (tx: TenantTx, tenant: string, id: Uuid): Promise<ImportFileRow[]> =>
  tx.query<ImportFileRow[]>(`select ${FILE_COLUMNS} from import_file where tenant_id = $1 and import_id = $2 order by number`, [tenant, id]);

export const addFile = (tx: TenantTx, tenant: string, id: Uuid, file: Pick<ImportFileRow, 'number' | 'name' | 'module' | 'mended' | 'otherColumns' | 'refusedCode' | 'refusedSentence' | 'rows' | 'setAside'>): Promise<unknown> =>
  tx.query(
    `insert into import_file (tenant_id, import_id, number, name, module, mended, other_columns, refused_code, refused_sentence, rows, set_aside) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [tenant, id, file.number, file.name, file.module, file.mended, file.otherColumns, file.refusedCode, file.refusedSentence, file.rows, file.setAside],
  );

export type Begin = Readonly<{ phase: 'checking' | 'applying'; year: number; completeTo: LocalDate; asAt: LocalDate | null; checkOnly: boolean; toDo: number }>;

export const beginImport = (tx: TenantTx, tenant: string, id: Uuid, { phase, year, completeTo, asAt, checkOnly, toDo }: Begin): Promise<unknown> =>
  tx.query(
    `update import set phase = $3, year = $4, complete_to = $5, as_at = $6, check_only = $7, to_do = $8, done = 0, done_through = null, ended_at = null, lease_until = null where tenant_id = $1 and id = $2`,
    [tenant, id, phase, year, completeTo, asAt, checkOnly, toDo],
  );

/** Takes a checked import's results back, so that it can be applied under its own id. */
export const forgetResults = async (tx: TenantTx, tenant: string, id: Uuid): Promise<void> => {
  for (const table of ['import_finding', 'import_correction']) await tx.query(`delete from ${table} where tenant_id = $1 and import_id = $2`, [tenant, id]);
  // Rows of a wrong shape were set aside as they were read, and are not read again.
  await tx.query(`delete from set_aside_row where tenant_id = $1 and import_id = $2 and code <> 'ROW_SHAPE'`, [tenant, id]);
  await tx.query(
    `update import_file f set applied = 0, unchanged = 0, corrected = 0, findings = 0,
       set_aside = (select count(*) from set_aside_row s where s.tenant_id = $1 and s.import_id = $2 and s.file_number = f.number)
     where f.tenant_id = $1 and f.import_id = $2`,
    [tenant, id],
  );
};

/** Takes an import to work on, unless somebody else has it. */
export const leaseImport = async (tx: TenantTx, tenant: string, id: Uuid): Promise<ImportRow | undefined> =>
  (await tx.query<[ImportRow[], number]>(
    `update import set lease_until = now() + ${LEASE} where tenant_id = $1 and id = $2 and phase in ('checking', 'applying') and (lease_until is null or lease_until < now()) returning ${COLUMNS}`,
    [tenant, id],
  ))[0][0];

/** Gives an import back unfinished: whoever starts next goes on with it. */
export const releaseImport = async (tx: TenantTx, tenant: string, id: Uuid): Promise<void> => {
  await tx.query('update import set lease_until = null where tenant_id = $1 and id = $2', [tenant, id]);
};

/** Imports that nobody works on: not begun, or left by a process that is gone. */
export const abandonedImports = (tx: TenantTx, tenant: string): Promise<{ id: Uuid; phase: Phase }[]> =>
  tx.query<{ id: Uuid; phase: Phase }[]>(
    `select id, phase from import where tenant_id = $1 and phase in ('reading', 'checking', 'applying') and (lease_until is null or lease_until < now()) order by started_at`,
    [tenant],
  );

export const advance = (tx: TenantTx, tenant: string, id: Uuid, doneThrough: string, children: number): void =>
  alongside(tx, `update import set done_through = $3, done = done + $4, lease_until = now() + ${LEASE} where tenant_id = $1 and id = $2`, [tenant, id, doneThrough, children]);

export const endImport = (tx: TenantTx, tenant: string, id: Uuid, endedAt: Instant, failure: string | null): Promise<unknown> =>
  tx.query(`update import set phase = $3, ended_at = $4, failure = $5, lease_until = null where tenant_id = $1 and id = $2`, [tenant, id, failure === null ? 'done' : 'failed', endedAt, failure]);

/** Adds to the counts of each file. */
export const countOutcomes = (tx: TenantTx, tenant: string, id: Uuid, counts: readonly FileCounts[]): void => {
  if (counts.length === 0) return;
  alongside(
    tx,
    `update import_file f set applied = f.applied + c.applied, unchanged = f.unchanged + c.unchanged, corrected = f.corrected + c.corrected, set_aside = f.set_aside + c."setAside", findings = f.findings + c.findings
     from jsonb_to_recordset($3::jsonb) as c(number smallint, applied int, unchanged int, corrected int, "setAside" int, findings int)
     where f.tenant_id = $1 and f.import_id = $2 and f.number = c.number`,
    [tenant, id, JSON.stringify(counts)],
  );
};

export type FileCounts = { number: number; applied: number; unchanged: number; corrected: number; setAside: number; findings: number };

/** The modules of which an import brings the whole file, and all that it brings. */
export const modulesOf = (files: readonly ImportFileRow[]): Readonly<{ uploaded: ReadonlySet<ModuleName>; whole: ReadonlySet<ModuleName> }> => {
  const known = files.filter((file): file is ImportFileRow & { module: ModuleName } => file.module !== null);
  return { uploaded: new Set(known.map(({ module }) => module)), whole: new Set(known.filter(({ mended }) => !mended).map(({ module }) => module)) };
};

/** Imports, newest first, from the one after `cursor` on. */
export const importsPage = (tx: TenantTx, tenant: string, cursor: string | undefined, most: number): Promise<ImportRow[]> =>
  tx.query<ImportRow[]>(
    `select ${COLUMNS} from import where tenant_id = $1 and ($2::uuid is null or (started_at, id) < (select started_at, id from import where tenant_id = $1 and id = $2)) order by started_at desc, id desc limit $3`,
    [tenant, cursor ?? null, most],
  );

/** The files of several imports at once. */
export const filesOfMany = async (tx: TenantTx, tenant: string, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, ImportFileRow[]>> => {
  const rows = await tx.query<(ImportFileRow & { importId: Uuid })[]>(`select import_id as "importId", ${FILE_COLUMNS} from import_file where tenant_id = $1 and import_id = any($2) order by number`, [tenant, ids]);
  const files = new Map<Uuid, ImportFileRow[]>();
  for (const row of rows) files.set(row.importId, [...(files.get(row.importId) ?? []), row]);
  return files;
};

/** Rows set aside are somebody's data: they are kept for 90 days (ssda903-import.md). Rows of a check that nobody applied, for 7. */
export const forgetOldRows = async (tx: TenantTx, tenant: string, now: Instant): Promise<void> => {
  await tx.query(`delete from set_aside_row s using import i where s.tenant_id = $1 and i.tenant_id = $1 and i.id = s.import_id and i.ended_at < $2::timestamptz - interval '90 days'`, [tenant, now]);
  await tx.query(`delete from import_row r using import i where r.tenant_id = $1 and i.tenant_id = $1 and i.id = r.import_id and i.ended_at < $2::timestamptz - interval '7 days'`, [tenant, now]);
};
