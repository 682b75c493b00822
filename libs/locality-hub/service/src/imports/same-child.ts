import { randomUUID } from 'node:crypto';
import type { Uuid } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import type { ImportContext } from './child-batch.js';
import { type FindingToKeep, keepChildFindings, keepFindings } from './child-batch.store.js';

/** Two codes, and what suggests that they stand for one child. */
type Pair = Readonly<{ code: string; other: string; why: 'pupil' | 'touching' }>;

const CODES_AT_A_TIME = 500;

const RULE = 'MAY_BE_THE_SAME_CHILD';

const WHY = {
  pupil: 'they have one pupil number',
  touching: 'they have one birth date and sex, and the care of one ends on the day the other’s begins',
} as const;

/** The same pupil number; UN1 to UN5 say that there is none. The numbers are taken out of the rows once: joined within them, each row would be read again for every other. */
const SAME_PUPIL = `
  with pupil as materialized (select child_code, year, cells->>'UPN' as number from stated_row where tenant_id = $1 and module = 'Header'),
  asked as materialized (select child_code, number from pupil where child_code = any($2) and year = $3 and number ~ '^[A-Z][0-9]{11}[0-9A-Z]$')
  select distinct a.child_code as code, b.child_code as other, 'pupil' as why from asked a join pupil b on b.number = a.number and b.child_code <> a.child_code`;

/** One birth date and sex, and the care of one ends on the day on which the other's begins. */
const TOUCHING = `
  select distinct a.council_code as code, b.council_code as other, 'touching' as why
  from child a join child b on b.tenant_id = $1 and b.birth_date = a.birth_date and b.sex = a.sex and b.council_code <> a.council_code
  where a.tenant_id = $1 and a.council_code = any($2) and exists (
    select 1 from fact x join fact y on y.tenant_id = $1 and y.child_id = b.id and y.effective_on = x.effective_on
    where x.tenant_id = $1 and x.child_id = a.id and (x.type, y.type) in (('care-period-started', 'care-period-ended'), ('care-period-ended', 'care-period-started')))`;

const ADOPTED = `
  select distinct c.council_code as code from child c join fact f on f.tenant_id = $1 and f.child_id = c.id
  where c.tenant_id = $1 and c.council_code = any($2) and f.type = 'care-period-ended' and f.data->>'reasonCode' in ('E11', 'E12')`;

const findingOf = ({ code, other, why }: Pair): FindingToKeep => ({
  id: randomUUID() as Uuid, rule: RULE, module: 'Header', code, fileNumber: null, row: null, column: null, written: null, key: null,
  sentence: `May be the same child as ${other}: ${WHY[why]}. Nothing is merged: if it is one child, put it right at its source.`,
});

const pairsOf = async (tx: TenantTx, { tenant, year }: ImportContext, codes: readonly string[]): Promise<readonly Pair[]> => {
  const pairs = [...(await tx.query<Pair[]>(SAME_PUPIL, [tenant, codes, year])), ...(await tx.query<Pair[]>(TOUCHING, [tenant, codes]))];
  if (pairs.length === 0) return [];
  const adopted = new Set((await tx.query<{ code: string }[]>(ADOPTED, [tenant, pairs.flatMap(({ code, other }) => [code, other])])).map(({ code }) => code));
  return pairs.filter(({ code, other }) => !adopted.has(code) && !adopted.has(other));
};

/**
 * Children of this import under two codes who may be one. Never suggested across an adoption: that record is closed for good
 * (ssda903-import.md, What the product makes 6). Looked for when all children are in, some hundred at a time.
 */
export const findSameChildren = async (tx: TenantTx, context: ImportContext): Promise<void> => {
  const { tenant, importId, year } = context;
  const codes = (await tx.query<{ code: string }[]>('select distinct child_code as code from import_row where tenant_id = $1 and import_id = $2', [tenant, importId])).map(({ code }) => code);
  for (let from = 0; from < codes.length; from += CODES_AT_A_TIME) {
    const some = codes.slice(from, from + CODES_AT_A_TIME);
    const findings = (await pairsOf(tx, context, some)).map(findingOf);
    keepFindings(tx, tenant, importId, findings);
    keepChildFindings(tx, tenant, year, findings);
  }
};
