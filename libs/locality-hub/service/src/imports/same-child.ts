import type { TenantTx } from '@permanence/platform/tenant-db';
import type { ImportContext } from './child-batch.js';

/** How a finding says it; the other code is the council's own. */
const SENTENCE = (why: string): string => `'May be the same child as ' || other || ': ${why}. Nothing is merged: if it is one child, put it right at its source'`;

/**
 * Children under two codes who may be one: the same pupil number (UN1 to UN5 are none), or the same birth date and sex where
 * the care of one ends on the day on which the other's begins. Never across an adoption: that record is closed for good
 * (ssda903-import.md, What the product makes 6). Looks at the children of this import only.
 */
export const findSameChildren = async (tx: TenantTx, { tenant, importId, year }: ImportContext): Promise<void> => {
  await tx.query(
    `with brought as (select distinct child_code from import_row where tenant_id = $1 and import_id = $2),
     adopted as (select distinct c.council_code from child c join fact f on f.tenant_id = c.tenant_id and f.child_id = c.id
                 where c.tenant_id = $1 and f.type = 'care-period-ended' and f.data->>'reasonCode' in ('E11', 'E12') and c.council_code in (select child_code from brought)),
     pupil as (
       select distinct a.child_code as code, b.child_code as other, ${SENTENCE('they have one pupil number')} as sentence
       from stated_row a join stated_row b on b.tenant_id = a.tenant_id and b.module = 'Header' and b.cells->>'UPN' = a.cells->>'UPN' and b.child_code <> a.child_code,
            lateral (select b.child_code as other) o
       where a.tenant_id = $1 and a.module = 'Header' and a.year = $3 and a.child_code in (select child_code from brought) and a.cells->>'UPN' ~ '^[A-Z][0-9]{11}[0-9A-Z]$'),
     touching as (
       select distinct a.council_code as code, b.council_code as other, ${SENTENCE('they have one birth date and sex, and the care of one ends on the day the other’s begins')} as sentence
       from child a join child b on b.tenant_id = a.tenant_id and b.birth_date = a.birth_date and b.sex = a.sex and b.council_code <> a.council_code
       join fact fa on fa.tenant_id = a.tenant_id and fa.child_id = a.id and fa.type in ('care-period-started', 'care-period-ended')
       join fact fb on fb.tenant_id = b.tenant_id and fb.child_id = b.id and fb.type in ('care-period-started', 'care-period-ended') and fb.type <> fa.type and fb.effective_on = fa.effective_on,
            lateral (select b.council_code as other) o
       where a.tenant_id = $1 and a.council_code in (select child_code from brought)),
     found as (
       select distinct on (code, other) gen_random_uuid() as id, code, sentence from (select * from pupil union all select * from touching) s
       where code not in (select council_code from adopted)
         and not exists (select 1 from child c join fact f on f.tenant_id = c.tenant_id and f.child_id = c.id where c.tenant_id = $1 and c.council_code = s.other and f.type = 'care-period-ended' and f.data->>'reasonCode' in ('E11', 'E12'))),
     kept as (
       insert into import_finding (tenant_id, import_id, id, rule, module, child_code, sentence) select $1, $2, id, 'MAY_BE_THE_SAME_CHILD', 'Header', code, sentence from found)
     insert into child_finding (tenant_id, child_code, year, id, rule, module, sentence) select $1, code, $3, id, 'MAY_BE_THE_SAME_CHILD', 'Header', sentence from found`,
    [tenant, importId, year],
  );
};
