import type { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { AccessReason } from '@permanence/platform/access-log';
import type { TenantTx } from '@permanence/platform/tenant-db';

/** A look as the access log holds it. */
export type AccessLine = Readonly<{ id: Uuid; at: Instant; personName: string; personRole: string; personAuthority: TenantId; part: string; reason: AccessReason; subjectId: Uuid | null; reference: string | null }>;

/** Which looks: at one child or at all, on what ground, from which day to which (in England). */
export type AccessWanted = Readonly<{ subjectId?: Uuid; reason?: AccessReason; from?: LocalDate; to?: LocalDate; cursor?: Uuid; limit: number }>;

const MATCHES = `a.tenant_id = $1 and ($2::uuid is null or a.subject_id = $2) and ($3::text is null or a.reason = $3) and ($4::date is null or a.at >= $4::date::timestamp at time zone 'Europe/London')
  and ($5::date is null or a.at < ($5::date + 1)::timestamp at time zone 'Europe/London')`;

/** A page of looks, newest first, one more than the limit; and how many there are in all. */
export const accessPage = async (tx: TenantTx, tenant: TenantId, { subjectId, reason, from, to, cursor, limit }: AccessWanted): Promise<Readonly<{ lines: AccessLine[]; total: number }>> => {
  const filter = [tenant, subjectId ?? null, reason ?? null, from ?? null, to ?? null];
  const lines = await tx.query<AccessLine[]>(
    `select a.id, a.at, a.person_name as "personName", a.person_role as "personRole", a.person_authority as "personAuthority", a.part, a.reason, a.subject_id as "subjectId", c.reference
     from access_log a left join child c on c.tenant_id = a.tenant_id and c.id = a.subject_id
     where ${MATCHES} and ($6::uuid is null or (a.at, a.id) < (select at, id from access_log where tenant_id = $1 and id = $6)) order by a.at desc, a.id desc limit $7`,
    [...filter, cursor ?? null, limit + 1],
  );
  const [counted] = await tx.query<{ total: number }[]>(`select count(*)::int as total from access_log a where ${MATCHES}`, filter);
  return { lines, total: counted?.total ?? 0 };
};
