import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { Cells, KnownFact, ModuleName, StatedRow } from '@permanence/locality-hub/domain';
import { type TenantTx, alongside } from '@permanence/platform/tenant-db';

/** A child's record as the import needs it: which record of the code it is, and what is known of it from files. */
export type HeldRecord = Readonly<{ childId: Uuid; recordNo: number; facts: readonly KnownFact[]; handFacts: readonly KnownFact[] }>;

/** Everything the database holds about one code that an import must look at. */
export type HeldChild = Readonly<{ code: string; stated: readonly StatedRow[]; staged: readonly StagedForChild[]; records: readonly HeldRecord[] }>;

export type StagedForChild = Readonly<{ fileNumber: number; row: number; cells: Cells }>;

type CodeRow = Readonly<{ code: string }>;
type StatedDbRow = CodeRow & Readonly<{ module: ModuleName; year: number; key: string; cells: Cells }>;
type ChildDbRow = CodeRow & Readonly<{ childId: Uuid; recordNo: number }>;
type FactDbRow = Readonly<{ childId: Uuid; origin: 'file' | 'record'; key: string; type: string; effectiveOn: LocalDate; data: object; eventId: Uuid }>;

/** Which codes an import must look at; `absent` says whether it brings a whole file, which may leave some out. */
export type CodesOf = Readonly<{ tenant: string; importId: Uuid; year: number; absent: boolean }>;

/** Codes of its rows, those that had rows in this collection before, and those with an open episode at the end of the collection before. */
const CODES = `
  select child_code from import_row where tenant_id = $1 and import_id = $2
  union
  select child_code from stated_row where tenant_id = $1 and year = $3 and $4::boolean
  union
  select child_code from stated_row where tenant_id = $1 and $4::boolean and module = 'Episodes' and cells->>'DEC' = ''
    and year = (select max(year) from collection where tenant_id = $1 and year < $3 and module = 'Episodes')`;

export const countCodes = async (tx: TenantTx, { tenant, importId, year, absent }: CodesOf): Promise<number> =>
  (await tx.query<{ n: number }[]>(`select count(*)::int as n from (${CODES}) c`, [tenant, importId, year, absent]))[0]?.n ?? 0;

/** The next codes in order, after the last one done. */
export const nextCodes = async (tx: TenantTx, { tenant, importId, year, absent }: CodesOf, after: string | null, most: number): Promise<string[]> =>
  (await tx.query<{ child_code: string }[]>(`select child_code from (${CODES}) c where $5::text is null or child_code > $5 order by child_code limit $6`, [tenant, importId, year, absent, after, most])).map((row) => row.child_code);

const grouped = <R extends CodeRow>(rows: readonly R[]): ReadonlyMap<string, R[]> => {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.code);
    if (group) group.push(row);
    else groups.set(row.code, [row]);
  }
  return groups;
};

const recordsOf = (children: readonly ChildDbRow[], facts: readonly FactDbRow[]): (HeldRecord & CodeRow)[] => {
  const records = children.map((child) => ({ ...child, facts: [] as KnownFact[], handFacts: [] as KnownFact[] }));
  const byId = new Map(records.map((record) => [record.childId, record]));
  for (const { childId, origin, ...fact } of facts) {
    const record = byId.get(childId);
    (origin === 'file' ? record?.facts : record?.handFacts)?.push(fact as KnownFact);
  }
  return records;
};

/** Loads many codes in four queries, whatever their number. */
export const loadChildren = async (tx: TenantTx, tenant: string, importId: Uuid, codes: readonly string[]): Promise<HeldChild[]> => {
  const staged = grouped(await tx.query<(CodeRow & StagedForChild)[]>(
    `select child_code as code, file_number as "fileNumber", row, cells from import_row where tenant_id = $1 and import_id = $2 and child_code = any($3) order by child_code, file_number, row`,
    [tenant, importId, codes],
  ));
  const stated = grouped(await tx.query<StatedDbRow[]>('select child_code as code, module, year, key, cells from stated_row where tenant_id = $1 and child_code = any($2)', [tenant, codes]));
  const children = await tx.query<ChildDbRow[]>('select council_code as code, id as "childId", record_no as "recordNo" from child where tenant_id = $1 and council_code = any($2)', [tenant, codes]);
  const facts = await tx.query<FactDbRow[]>(
    'select child_id as "childId", origin, key, type, effective_on as "effectiveOn", data, event_id as "eventId" from fact where tenant_id = $1 and child_id = any($2)',
    [tenant, children.map(({ childId }) => childId)],
  );
  const records = grouped(recordsOf(children, facts));
  return codes.map((code) => ({ code, stated: stated.get(code) ?? [], staged: staged.get(code) ?? [], records: records.get(code) ?? [] }));
};

export type StatedToKeep = StatedRow & CodeRow;

export const keepStated = (tx: TenantTx, tenant: string, importId: Uuid, rows: readonly StatedToKeep[]): void => {
  if (rows.length === 0) return;
  alongside(
    tx,
    `insert into stated_row (tenant_id, child_code, module, year, key, cells, import_id)
     select $1, code, module, year, key, cells, $2 from jsonb_to_recordset($3::jsonb) as r(code text, module text, year smallint, key text, cells jsonb)
     on conflict (tenant_id, child_code, module, year, key) do update set cells = excluded.cells, import_id = excluded.import_id`,
    [tenant, importId, JSON.stringify(rows)],
  );
};

/** A fact to stand in the record from now on, or to be taken out of it. */
export type FactToKeep = Readonly<{ childId: Uuid; key: string; type: string; effectiveOn: LocalDate; data: object; eventId: Uuid }>;

export const keepFacts = (tx: TenantTx, tenant: string, origin: 'file' | 'record', kept: readonly FactToKeep[], gone: readonly Readonly<{ childId: Uuid; key: string }>[]): void => {
  if (gone.length > 0) {
    alongside(
      tx,
      `delete from fact f using jsonb_to_recordset($2::jsonb) as g("childId" uuid, key text) where f.tenant_id = $1 and f.child_id = g."childId" and f.key = g.key`,
      [tenant, JSON.stringify(gone)],
    );
  }
  if (kept.length === 0) return;
  alongside(
    tx,
    `insert into fact (tenant_id, child_id, key, type, effective_on, data, event_id, origin)
     select $1, "childId", key, type, "effectiveOn", data, "eventId", $2 from jsonb_to_recordset($3::jsonb) as r("childId" uuid, key text, type text, "effectiveOn" date, data jsonb, "eventId" uuid)
     on conflict (tenant_id, child_id, key) do update set type = excluded.type, effective_on = excluded.effective_on, data = excluded.data, event_id = excluded.event_id`,
    [tenant, origin, JSON.stringify(kept)],
  );
};

export type FindingToKeep = Readonly<{ id: Uuid; rule: string; module: string; code: string; fileNumber: number | null; row: number | null; column: string | null; written: string | null; key: string | null; sentence: string }>;

export const keepFindings = (tx: TenantTx, tenant: string, importId: Uuid, findings: readonly FindingToKeep[]): void => {
  if (findings.length === 0) return;
  alongside(
    tx,
    `insert into import_finding (tenant_id, import_id, id, rule, module, child_code, file_number, row, column_name, written, sentence)
     select $1, $2, id, rule, module, code, "fileNumber", row, "column", written, sentence
     from jsonb_to_recordset($3::jsonb) as r(id uuid, rule text, module text, code text, "fileNumber" smallint, row int, "column" text, written text, sentence text)`,
    [tenant, importId, JSON.stringify(findings)],
  );
};

export const keepChildFindings = (tx: TenantTx, tenant: string, year: number, findings: readonly FindingToKeep[]): void => {
  if (findings.length === 0) return;
  alongside(
    tx,
    `insert into child_finding (tenant_id, child_code, year, id, rule, module, column_name, key, sentence)
     select $1, code, $2, id, rule, module, "column", key, sentence from jsonb_to_recordset($3::jsonb) as r(id uuid, rule text, module text, code text, "column" text, key text, sentence text)`,
    [tenant, year, JSON.stringify(findings)],
  );
};

/** What is wrong in what is held of these children for a year, in place of what was. */
export const replaceChildFindings = (tx: TenantTx, tenant: string, year: number, codes: readonly string[], modules: readonly string[], findings: readonly FindingToKeep[]): void => {
  alongside(tx, 'delete from child_finding where tenant_id = $1 and child_code = any($3) and year = $2 and module = any($4)', [tenant, year, codes, modules]);
  keepChildFindings(tx, tenant, year, findings);
};

export type CorrectionToKeep = Readonly<{ id: Uuid; code: string; module: string; key: string; column: string; was: string; now: string; statedIn: number }>;

export const keepCorrections = (tx: TenantTx, tenant: string, importId: Uuid, corrections: readonly CorrectionToKeep[]): void => {
  if (corrections.length === 0) return;
  alongside(
    tx,
    `insert into import_correction (tenant_id, import_id, id, child_code, module, key, column_name, was, now, stated_in)
     select $1, $2, id, code, module, key, "column", was, now, "statedIn" from jsonb_to_recordset($3::jsonb) as r(id uuid, code text, module text, key text, "column" text, was text, now text, "statedIn" smallint)`,
    [tenant, importId, JSON.stringify(corrections)],
  );
};
