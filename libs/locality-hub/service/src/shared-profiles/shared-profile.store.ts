import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { FactData, FactType } from '@permanence/locality-hub/domain';
import type { TenantTx } from '@permanence/platform/tenant-db';

/** What a profile is made of, as the child's line has it. */
export type ProfileLine = Readonly<{
  forename: string | null; birthDate: LocalDate | null; sex: string | null; ethnicity: string | null; placement: string | null; provider: string | null; siblings: number; restricted: boolean;
}>;

/** The kinds of fact that a profile tells of in outline. */
export const TOLD = ['characteristics-recorded', 'permanence-plan-set', 'permanence-plan-changed', 'education-status-changed', 'pep-reviewed', 'health-assessment-completed', 'dental-check-completed'] as const satisfies readonly FactType[];
export type ToldType = (typeof TOLD)[number];
export type ToldFact = { [T in ToldType]: Readonly<{ type: T; on: LocalDate; data: FactData[T] }> }[ToldType];

/** The child's line in the child's council; the transaction is of that council. */
export const profileLine = async (tx: TenantTx, tenant: TenantId, childId: Uuid): Promise<ProfileLine | undefined> =>
  (await tx.query<ProfileLine[]>(
    `select c.forename, c.birth_date as "birthDate", c.sex, c.ethnicity, c.placement, c.provider, c.restricted,
       (select count(*)::int from child s where s.tenant_id = $1 and s.id <> c.id and s.sibling_groups && c.sibling_groups) as siblings
     from child c where c.tenant_id = $1 and c.id = $2`,
    [tenant, childId],
  ))[0];

/** What the log says of the child, the oldest first, without what was mended since. */
export const toldFacts = (tx: TenantTx, tenant: TenantId, childId: Uuid): Promise<ToldFact[]> =>
  tx.query<ToldFact[]>(
    `select e.type, e.effective_on as "on", e.data from event_log e
     where e.tenant_id = $1 and e.stream_id = $2 and e.type = any($3::text[]) and not e.withdrawn
       and not exists (select 1 from event_log later where later.tenant_id = $1 and later.stream_id = $2 and later.corrects = e.event_id)
     order by e.effective_on, e.position`,
    [tenant, childId, TOLD],
  );
