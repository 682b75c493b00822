import { FieldName, type Grant, type GrantPurpose, type GrantRefusal, type GrantStatus, type TrackerReference } from '@permanence/regional-hub/domain';
import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';

/** A grant as one of its two councils keeps it. `childId` is with the child's council only. */
export type GrantRow = Readonly<{
  id: Uuid; tenant: TenantId; otherTenant: TenantId; side: 'shared' | 'received'; number: string; reference: TrackerReference; childId: Uuid | null; purpose: GrantPurpose;
  askedBy: Uuid; askedByName: string; askedOn: LocalDate; state: GrantStatus; fields: readonly FieldName[]; decidedBy: Uuid | null; decidedByName: string | null; decidedOn: LocalDate | null;
  expiresOn: LocalDate | null; refusal: GrantRefusal | null; endedOn: LocalDate | null; endedHow: 'expired' | 'revoked' | null;
}>;

const SAME = `id, tenant_id as tenant, other_tenant as "otherTenant", number, reference, purpose, asked_by as "askedBy", asked_by_name as "askedByName", asked_on as "askedOn", state, fields,
  decided_by as "decidedBy", decided_by_name as "decidedByName", decided_on as "decidedOn", expires_on as "expiresOn", refusal, ended_on as "endedOn", ended_how as "endedHow"`;
const SHARED = `select ${SAME}, 'shared' as side, child_id as "childId" from disclosure`;
const RECEIVED = `select ${SAME}, 'received' as side, null::uuid as "childId" from disclosure_received`;

export type GrantsWanted = Readonly<{ tenant: TenantId; askedBy?: Uuid | undefined; side?: 'shared' | 'received' | undefined; reference?: TrackerReference | undefined; waiting?: boolean | undefined; cursor?: Uuid | undefined; limit: number }>;

const WANTED = `($2::uuid is null or "askedBy" = $2) and ($3::text is null or side = $3) and ($4::text is null or reference = $4) and (not $5::boolean or state = 'requested')`;

/** Grants of one council, both sides, the newest first: one more than the limit tells that there are others. */
export const grantsPage = (tx: TenantTx, { tenant, askedBy, side, reference, waiting = false, cursor, limit }: GrantsWanted): Promise<GrantRow[]> =>
  tx.query<GrantRow[]>(
    `with grants as (${SHARED} where tenant_id = $1 union all ${RECEIVED} where tenant_id = $1)
     select * from grants where ${WANTED} and ($6::uuid is null or ("askedOn", id) < (select "askedOn", id from grants where id = $6))
     order by "askedOn" desc, id desc limit $7`,
    [tenant, askedBy ?? null, side ?? null, reference ?? null, waiting, cursor ?? null, limit + 1],
  );

/** One grant as a council keeps it; undefined when it is neither given nor received there. */
export const grantOf = async (tx: TenantTx, tenant: TenantId, id: Uuid): Promise<GrantRow | undefined> =>
  (await tx.query<GrantRow[]>(`${SHARED} where tenant_id = $1 and id = $2 union all ${RECEIVED} where tenant_id = $1 and id = $2`, [tenant, id]))[0];

/** The child's council's row, held until the end of the transaction. */
export const heldGrant = async (tx: TenantTx, tenant: TenantId, id: Uuid): Promise<GrantRow | undefined> =>
  (await tx.query<GrantRow[]>(`${SHARED} where tenant_id = $1 and id = $2 for update`, [tenant, id]))[0];

/** What one person was given of one child, among the councils of the transaction; whichever way the child is named. */
export const grantsInForce = (tx: TenantTx, asked: Readonly<{ by: Uuid; council: TenantId; childId: Uuid | undefined; reference: TrackerReference | undefined; purpose: GrantPurpose; on: LocalDate }>): Promise<GrantRow[]> =>
  tx.query<GrantRow[]>(
    `${SHARED} where other_tenant = $1 and asked_by = $2 and (child_id = $3 or reference = $4) and purpose = $5 and state = 'granted' and expires_on >= $6 order by expires_on desc limit 1`,
    [asked.council, asked.by, asked.childId ?? null, asked.reference ?? null, asked.purpose, asked.on],
  );

/** Whether the person waits for an answer about the child, or has been given the profile. */
export const isAskedAlready = async (tx: TenantTx, { tenant, childId, by, on }: Readonly<{ tenant: TenantId; childId: Uuid; by: Uuid; on: LocalDate }>): Promise<boolean> =>
  (await tx.query<unknown[]>(
    `select 1 from disclosure where tenant_id = $1 and child_id = $2 and asked_by = $3 and (state = 'requested' or (state = 'granted' and expires_on >= $4)) limit 1`, [tenant, childId, by, on],
  )).length > 0;

/** Grants whose last day has passed. */
export const overdueGrants = (tx: TenantTx, tenants: readonly TenantId[], on: LocalDate): Promise<GrantRow[]> =>
  tx.query<GrantRow[]>(`${SHARED} where tenant_id = any($1::text[]) and state = 'granted' and expires_on < $2 order by tenant_id, id limit 500 for update`, [tenants, on]);

const COLUMNS = `id, number, reference, purpose, asked_by, asked_by_name, asked_on, state, fields, decided_by, decided_by_name, decided_on, expires_on, refusal, ended_on, ended_how`;

const valuesOf = (row: GrantRow): readonly unknown[] => [
  row.id, row.number, row.reference, row.purpose, row.askedBy, row.askedByName, row.askedOn, row.state, row.fields, row.decidedBy, row.decidedByName, row.decidedOn, row.expiresOn, row.refusal, row.endedOn, row.endedHow,
];

const CHANGES = ['state', 'fields', 'decided_by', 'decided_by_name', 'decided_on', 'expires_on', 'refusal', 'ended_on', 'ended_how'].map((column) => `${column} = excluded.${column}`).join(', ');
const PLACES = Array.from({ length: 16 }, (_, at) => `$${String(at + 3)}`).join(', ');

/** Keeps a grant on both sides: the child's council's row, and what the other may know of it. The transaction is of both. */
export const keepGrant = async (tx: TenantTx, row: GrantRow): Promise<void> => {
  await tx.query(
    `insert into disclosure (tenant_id, other_tenant, ${COLUMNS}, child_id) values ($1, $2, ${PLACES}, $19) on conflict (tenant_id, id) do update set ${CHANGES}`,
    [row.tenant, row.otherTenant, ...valuesOf(row), row.childId],
  );
  await tx.query(
    `insert into disclosure_received (tenant_id, other_tenant, ${COLUMNS}) values ($2, $1, ${PLACES}) on conflict (tenant_id, id) do update set ${CHANGES}`,
    [row.tenant, row.otherTenant, ...valuesOf(row)],
  );
};

/** The grant that a row of the child's council stands for. */
export const grantIn = (row: GrantRow): Grant => {
  const asked = { childsCouncil: row.tenant, askingCouncil: row.otherTenant, askedBy: row.askedBy, purpose: row.purpose, askedOn: row.askedOn };
  if (row.state === 'requested') return { status: 'requested', ...asked };
  if (row.state === 'refused') return { status: 'refused', ...asked, reason: row.refusal as GrantRefusal, refusedOn: row.decidedOn as LocalDate };
  const given = { ...asked, fields: row.fields.map(FieldName), grantedBy: row.decidedBy as Uuid, grantedOn: row.decidedOn as LocalDate, expiresOn: row.expiresOn as LocalDate };
  return row.state === 'granted' ? { status: 'granted', ...given } : { status: 'ended', ...given, how: row.endedHow ?? 'expired', endedOn: row.endedOn as LocalDate };
};

/** The row after a change of its grant; `by` is whoever decided, where somebody did. */
export const rowAfter = (row: GrantRow, grant: Exclude<Grant, { status: 'none' }>, by: Readonly<{ id: Uuid; name: string }> | undefined): GrantRow => {
  const decided = by === undefined ? {} : { decidedBy: by.id, decidedByName: by.name };
  switch (grant.status) {
    case 'granted': return { ...row, ...decided, state: 'granted', fields: grant.fields, decidedOn: grant.grantedOn, expiresOn: grant.expiresOn };
    case 'refused': return { ...row, ...decided, state: 'refused', refusal: grant.reason, decidedOn: grant.refusedOn };
    case 'ended': return { ...row, state: 'ended', endedOn: grant.endedOn, endedHow: grant.how };
    default: return { ...row, state: 'requested' };
  }
};
