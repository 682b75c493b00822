import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { FACT_FINDINGS, IMPORT_FINDINGS, type SetAsideCode, listedRules, setAsideText } from '@permanence/locality-hub/domain';
import type { TenantTx } from '@permanence/platform/tenant-db';
import type { CorrectionDto, FindingRuleDto, ImportFindingDto, SetAsideReasonDto } from './imports.dto.js';

type WithId<T> = T & Readonly<{ id: string }>;

/** Findings of an import, or of one rule of it, one page. */
export const findingsOf = (tx: TenantTx, tenant: string, importId: Uuid, { rule, cursor, limit }: Readonly<{ rule: string | undefined; cursor: string | undefined; limit: number }>): Promise<WithId<ImportFindingDto>[]> =>
  tx.query<WithId<ImportFindingDto>[]>(
    `select f.id, f.rule, f.module, i.name as file, f.row, f.column_name as "column", f.sentence
     from import_finding f left join import_file i on i.tenant_id = f.tenant_id and i.import_id = f.import_id and i.number = f.file_number
     where f.tenant_id = $1 and f.import_id = $2 and ($3::text is null or f.rule = $3)
       and ($4::uuid is null or (f.rule, f.id) > (select rule, id from import_finding where tenant_id = $1 and import_id = $2 and id = $4))
     order by f.rule, f.id limit $5`,
    [tenant, importId, rule ?? null, cursor ?? null, limit + 1],
  );

const MESSAGES = new Map(listedRules().map(({ code, message }) => [code, message]));

const FOUND_HERE: Readonly<Record<string, string>> = { ...IMPORT_FINDINGS, ...FACT_FINDINGS, MAY_BE_THE_SAME_CHILD: 'Two codes may stand for one child' };

const messageOf = (rule: string): string => MESSAGES.get(rule) ?? FOUND_HERE[rule] ?? rule;

type RuleRow = Omit<FindingRuleDto, 'message' | 'first'> & Readonly<{ file: string | null; row: number | null; column: string | null; written: string | null }>;

/** How often each rule was broken, most rows first, with the first row of each. */
export const findingRulesOf = async (tx: TenantTx, tenant: string, importId: Uuid): Promise<FindingRuleDto[]> => {
  const rows = await tx.query<RuleRow[]>(
    `select r.rule, r.module, r.rows, r.children, i.name as file, f.row, f.column_name as "column", coalesce(f.written, w.cells->>f.column_name) as written
     from (select rule, module, count(*)::int as rows, count(distinct child_code)::int as children, (array_agg(id order by file_number, row, id))[1] as first
           from import_finding where tenant_id = $1 and import_id = $2 group by rule, module) r
     join import_finding f on f.tenant_id = $1 and f.import_id = $2 and f.rule = r.rule and f.id = r.first
     left join import_file i on i.tenant_id = $1 and i.import_id = $2 and i.number = f.file_number
     left join import_row w on w.tenant_id = $1 and w.import_id = $2 and w.child_code = f.child_code and w.file_number = f.file_number and w.row = f.row
     order by r.rows desc, r.rule, r.module`,
    [tenant, importId],
  );
  return rows.map(({ file, row, column, written, ...rule }) => ({ ...rule, message: messageOf(rule.rule), first: { file: file ?? '', row: row ?? 0, column, written } }));
};

type ReasonRow = Readonly<{ code: SetAsideCode; columns: string[]; rows: number; file: string; row: number; column: string; written: string | null }>;

/** Rows set aside by reason, most rows first, with the first row of each and how to mend it. */
export const setAsideReasonsOf = async (tx: TenantTx, tenant: string, importId: Uuid): Promise<SetAsideReasonDto[]> => {
  const rows = await tx.query<ReasonRow[]>(
    `select r.code, r.columns, r.rows, i.name as file, s.row, s.column_name as "column", s.cells->>s.column_name as written
     from (select code, array_agg(distinct column_name) as columns, count(*)::int as rows, min(array[file_number, row]) as first
           from set_aside_row where tenant_id = $1 and import_id = $2 group by code, (column_name = 'CHILD')) r
     join set_aside_row s on s.tenant_id = $1 and s.import_id = $2 and s.file_number = r.first[1] and s.row = r.first[2]
     join import_file i on i.tenant_id = $1 and i.import_id = $2 and i.number = s.file_number
     order by r.rows desc, r.code`,
    [tenant, importId],
  );
  return rows.map(({ code, columns, rows: n, file, row, column, written }) => ({
    code, reason: setAsideText(code, column).title, mend: setAsideText(code, column).mend, columns: columns.filter(Boolean), rows: n, first: { file, row, column: column || null, written },
  }));
};

type CorrectionRow = Readonly<{ id: string; childId: string; reference: string; forename: string | null; surname: string | null; module: string; column: string; key: string; was: string; now: string; statedIn: number; total: number }>;

const dayIn = (key: string): LocalDate | null => (/\d{4}-\d{2}-\d{2}/.exec(key)?.[0] as LocalDate | undefined) ?? null;

/** Earlier facts that an import changed, with both values: of records that the reader may see. */
export const correctionsOf = async (tx: TenantTx, tenant: string, importId: Uuid, { cursor, limit }: Readonly<{ cursor: string | undefined; limit: number }>): Promise<{ rows: WithId<CorrectionDto>[]; total: number }> => {
  const rows = await tx.query<CorrectionRow[]>(
    `select k.id, c.id as "childId", c.reference, c.forename, c.surname, k.module, k.column_name as "column", k.key, k.was, k.now, k.stated_in as "statedIn", count(*) over ()::int as total
     from import_correction k
     join lateral (select * from child c where c.tenant_id = k.tenant_id and c.council_code = k.child_code order by record_no desc limit 1) c on not c.restricted
     where k.tenant_id = $1 and k.import_id = $2 and ($3::uuid is null or k.id > $3) order by k.id limit $4`,
    [tenant, importId, cursor ?? null, limit + 1],
  );
  const [{ total } = { total: 0 }] = await tx.query<{ total: number }[]>('select count(*)::int as total from import_correction where tenant_id = $1 and import_id = $2', [tenant, importId]);
  return {
    total,
    rows: rows.map(({ childId, reference, forename, surname, key, total: _total, ...row }) => ({
      ...row, on: dayIn(key), child: { id: childId, reference, name: forename === null && surname === null ? null : { forename: forename ?? '', surname: surname ?? '' } },
    })),
  };
};
