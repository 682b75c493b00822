import type { TenantId, Uuid } from '@permanence/kernel/values';
import type { Restriction } from '@permanence/locality-hub/domain';
import type { TenantTx } from '@permanence/platform/tenant-db';
import type { ChildLine } from './child.store.js';



/** Those of these ids who are people of the council. */
export const peopleOf = async (tx: TenantTx, tenant: TenantId, ids: readonly Uuid[]): Promise<ReadonlySet<Uuid>> =>
  new Set((await tx.query<{ id: Uuid }[]>(`select id from worker where tenant_id = $1 and id = any($2::uuid[])`, [tenant, ids])).map(({ id }) => id));

/** The worker as whom somebody is known here: by registration, or by account. */
export const workerOf = async (tx: TenantTx, tenant: TenantId, person: Readonly<{ id: Uuid; registration: string | null }>): Promise<Uuid | undefined> =>
  (await tx.query<{ id: Uuid }[]>(
    `select id from worker where tenant_id = $1 and (registration = $3 or person_id = $2 or id = $2) order by (registration = $3) desc nulls last, id limit 1`, [tenant, person.id, person.registration],
  ))[0]?.id;

export const restrictionOf = async (tx: TenantTx, tenant: TenantId, line: ChildLine): Promise<Restriction> => {
  if (line.restrictedSince === null) return { status: 'open' };
  const named = await tx.query<{ id: Uuid }[]>('select worker_id as id from restriction_named where tenant_id = $1 and child_id = $2', [tenant, line.id]);
  return { status: 'restricted', since: line.restrictedSince, by: line.restrictedBy ?? '', reason: line.restrictedReason ?? '', named: named.map(({ id }) => id) };
};

/** Keeps who may open the record from now on. */
export const keepRestriction = async (tx: TenantTx, tenant: TenantId, childId: Uuid, restriction: Restriction): Promise<void> => {
  const kept = restriction.status === 'restricted' ? restriction : undefined;
  await tx.query(
    `update child set restricted = $3, restricted_since = $4, restricted_by = $5, restricted_reason = $6, version = version + 1 where tenant_id = $1 and id = $2`,
    [tenant, childId, kept !== undefined, kept?.since ?? null, kept?.by ?? null, kept?.reason ?? null],
  );
  await tx.query('delete from restriction_named where tenant_id = $1 and child_id = $2', [tenant, childId]);
  if (kept) await tx.query('insert into restriction_named (tenant_id, child_id, worker_id) select $1, $2, unnest($3::uuid[])', [tenant, childId, kept.named]);
};
