import type { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { AccessReason } from '@permanence/platform/access-log';
import type { TenantTx } from '@permanence/platform/tenant-db';

/** A look as the access log holds it. */
export type AccessLine = Readonly<{
  id: Uuid; at: Instant; personName: string; personRole: string; personAuthority: TenantId; part: string; reason: AccessReason; subjectId: Uuid | null; reference: string | null;
  /** Of the person who looked, as the council knows them now. */
  team: string | null; isWorker: boolean; isReader: boolean;
}>;

/** Which looks: at one child or at all, on what ground, from which day to which (in England). */
export type AccessWanted = Readonly<{ subjectId?: Uuid; reason?: AccessReason; from?: LocalDate; to?: LocalDate; cursor?: Uuid; limit: number; reader: Uuid }>;

/** Newest first; of one child, what was looked at by emergency access before everything else. Of a whole council the index gives the order. */
const NEWEST = ['a.at', 'a.id'] as const;
const EMERGENCY_FIRST = [`a.reason = 'emergency'`, ...NEWEST] as const;

const MATCHES = `a.tenant_id = $1 and ($2::uuid is null or a.subject_id = $2) and ($3::text is null or a.reason = $3) and ($4::date is null or a.at >= $4::date::timestamp at time zone 'Europe/London')
  and ($5::date is null or a.at < ($5::date + 1)::timestamp at time zone 'Europe/London')`;

/** A page of looks, newest first (those at one child by emergency access before the others), one more than the limit; and how many there are in all. */
export const accessPage = async (tx: TenantTx, tenant: TenantId, { subjectId, reason, from, to, cursor, limit, reader }: AccessWanted): Promise<Readonly<{ lines: AccessLine[]; total: number }>> => {
  const filter = [tenant, subjectId ?? null, reason ?? null, from ?? null, to ?? null];
  const keys = subjectId === undefined ? NEWEST : EMERGENCY_FIRST;
  const [place, order] = [keys.join(', '), `${keys.join(' desc, ')} desc`];
  const lines = await tx.query<AccessLine[]>(
    `with page as materialized (
       select * from access_log a where ${MATCHES} and ($6::uuid is null or (${place}) < (select ${place} from access_log a where a.tenant_id = $1 and a.id = $6)) order by ${order} limit $7)
     select a.id, a.at, a.person_name as "personName", a.person_role as "personRole", a.person_authority as "personAuthority", a.part, a.reason, a.subject_id as "subjectId", c.reference,
       w.team, coalesce(w.id = c.worker_id, false) as "isWorker", a.person_id = $8::uuid as "isReader"
     from page a left join child c on c.tenant_id = a.tenant_id and c.id = a.subject_id
       left join lateral (select wk.id, wk.team from worker wk where wk.tenant_id = $1 and wk.person_id = a.person_id limit 1) w on true order by ${order}`,
    [...filter, cursor ?? null, limit + 1, reader],
  );
  const [counted] = await tx.query<{ total: number }[]>(`select count(*)::int as total from access_log a where ${MATCHES}`, filter);
  return { lines, total: counted?.total ?? 0 };
};
