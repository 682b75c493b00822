import type { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { EmergencyAccess, EmergencyFinding } from '@permanence/locality-hub/domain';
import type { Who } from '@permanence/platform/identity';
import { type TenantTx, prepared } from '@permanence/platform/tenant-db';

/** A use of emergency access as its row tells it. */
export type EmergencyLine = Readonly<{
  id: Uuid; childId: Uuid; reference: string; personId: Uuid; personName: string; personRole: string; reason: string; openedAt: Instant; expiresAt: Instant; endedAt: Instant | null; reviewDueOn: LocalDate;
  reviewedBy: Uuid | null; reviewedByName: string | null; reviewedAt: Instant | null; finding: EmergencyFinding | null; note: string | null;
}>;

const LINES = `select b.id, b.child_id as "childId", c.reference, b.person_id as "personId", b.person_name as "personName", b.person_role as "personRole", b.reason, b.opened_at as "openedAt", b.expires_at as "expiresAt",
    b.ended_at as "endedAt", b.review_due_on as "reviewDueOn", b.reviewed_by as "reviewedBy", b.reviewed_by_name as "reviewedByName", b.reviewed_at as "reviewedAt", b.finding, b.note
  from break_glass b join child c on c.tenant_id = b.tenant_id and c.id = b.child_id`;

/** Whether a use runs at an instant; the same as the domain's `isRunning`. */
const RUNS = (at: string): string => `b.opened_at <= ${at} and ${at} < least(b.expires_at, coalesce(b.ended_at, b.expires_at))`;

/** Whether emergency access opens this record to this person now: asked again at each look, by the clock, in the transaction of the look. */
export const opensInEmergency = async (tx: TenantTx, who: Who, childId: Uuid, at: Instant): Promise<boolean> =>
  (await prepared<{ id: Uuid }>(tx, `select b.id from break_glass b where b.tenant_id = $1 and b.person_id = $2 and b.child_id = $3 and ${RUNS('$4::timestamptz')} limit 1`, [who.authority, who.id, childId, at])).length > 0;

/** The person's own uses for one record. */
export const usesOfRecord = (tx: TenantTx, who: Who, childId: Uuid): Promise<EmergencyLine[]> =>
  tx.query<EmergencyLine[]>(`${LINES} where b.tenant_id = $1 and b.person_id = $2 and b.child_id = $3`, [who.authority, who.id, childId]);

export type OwnUsesWanted = Readonly<{ runningAt?: Instant; cursor?: Uuid; limit: number }>;

/** A page of the person's own uses, newest first, one more than the limit. */
export const ownUses = (tx: TenantTx, who: Who, { runningAt, cursor, limit }: OwnUsesWanted): Promise<EmergencyLine[]> =>
  tx.query<EmergencyLine[]>(
    `${LINES} where b.tenant_id = $1 and b.person_id = $2 and ($3::timestamptz is null or (${RUNS('$3')})) and ($4::uuid is null or (b.opened_at, b.id) < (select opened_at, id from break_glass where tenant_id = $1 and id = $4))
     order by b.opened_at desc, b.id desc limit $5`,
    [who.authority, who.id, runningAt ?? null, cursor ?? null, limit + 1],
  );

/** A page of what nobody has reviewed yet, the earliest due first, one more than the limit. */
export const usesToReview = (tx: TenantTx, tenant: TenantId, { cursor, limit }: Readonly<{ cursor?: Uuid | undefined; limit: number }>): Promise<EmergencyLine[]> =>
  tx.query<EmergencyLine[]>(
    `${LINES} where b.tenant_id = $1 and b.reviewed_at is null and ($2::uuid is null or (b.review_due_on, b.id) > (select review_due_on, id from break_glass where tenant_id = $1 and id = $2)) order by b.review_due_on, b.id limit $3`,
    [tenant, cursor ?? null, limit + 1],
  );

/** One use; `forUpdate` holds it until the end of the transaction. */
export const findUse = async (tx: TenantTx, tenant: TenantId, id: Uuid, more: Readonly<{ forUpdate?: boolean }> = {}): Promise<EmergencyLine | undefined> =>
  (await tx.query<EmergencyLine[]>(`${LINES} where b.tenant_id = $1 and b.id = $2 ${more.forUpdate ? 'for update of b' : ''}`, [tenant, id]))[0];

/** As the rules know it. */
export const useOf = (line: EmergencyLine): EmergencyAccess => ({
  accessId: line.id, by: { id: line.personId, name: line.personName }, reason: line.reason, openedAt: line.openedAt, expiresAt: line.expiresAt, reviewDueOn: line.reviewDueOn, endedAt: line.endedAt,
  review: line.reviewedBy === null || line.reviewedAt === null || line.finding === null ? null : { by: { id: line.reviewedBy, name: line.reviewedByName ?? '' }, at: line.reviewedAt, finding: line.finding, note: line.note ?? '' },
});

/** Keeps a use as it now is: a new row, or what has come to the one that is there. */
export const keepUse = (tx: TenantTx, tenant: TenantId, { childId, role }: Readonly<{ childId: Uuid; role: string }>, { accessId, by, reason, openedAt, expiresAt, reviewDueOn, endedAt, review }: EmergencyAccess): Promise<unknown> =>
  tx.query(
    `insert into break_glass (tenant_id, id, child_id, person_id, person_name, person_role, reason, opened_at, expires_at, ended_at, review_due_on, reviewed_by, reviewed_by_name, reviewed_at, finding, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (tenant_id, id) do update set ended_at = excluded.ended_at, reviewed_by = excluded.reviewed_by, reviewed_by_name = excluded.reviewed_by_name, reviewed_at = excluded.reviewed_at, finding = excluded.finding, note = excluded.note`,
    [tenant, accessId, childId, by.id, by.name, role, reason, openedAt, expiresAt, endedAt, reviewDueOn, ...columnsOf(review)],
  );

const columnsOf = (review: EmergencyAccess['review']): readonly unknown[] => (review === null ? [null, null, null, null, null] : [review.by.id, review.by.name, review.at, review.finding, review.note]);

/** The id of the council's record under a reference. */
export const childByReference = async (tx: TenantTx, tenant: TenantId, reference: string): Promise<Uuid | undefined> =>
  (await tx.query<{ id: Uuid }[]>('select id from child where tenant_id = $1 and reference = $2', [tenant, reference]))[0]?.id;
