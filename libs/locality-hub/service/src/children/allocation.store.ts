import type { TenantId, Uuid } from '@permanence/kernel/values';
import { type AllocatedWorker, type AllocationFact, type AllocationRole, type Fact, REVIEWING_OFFICER } from '@permanence/locality-hub/domain';
import type { TenantTx } from '@permanence/platform/tenant-db';

export type AllocatableWorker = AllocatedWorker & Readonly<{ forename: string; surname: string }>;

export const findWorker = async (tx: TenantTx, tenant: TenantId, id: Uuid): Promise<AllocatableWorker | undefined> =>
  (await tx.query<AllocatableWorker[]>('select id, registration, role, forename, surname from worker where tenant_id = $1 and id = $2', [tenant, id]))[0];

/** The allocation facts of many children, from files and made here, by child. */
export const allocationFacts = async (tx: TenantTx, tenant: TenantId, childIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Fact[]>> => {
  const rows = await tx.query<(Fact & { childId: Uuid })[]>(
    `select child_id as "childId", key, type, effective_on as "effectiveOn", data from fact
     where tenant_id = $1 and child_id = any($2::uuid[]) and type in ('social-worker-allocated', 'social-worker-allocation-ended')`,
    [tenant, childIds],
  );
  const facts = new Map<Uuid, Fact[]>();
  for (const { childId, ...fact } of rows) facts.set(childId, [...(facts.get(childId) ?? []), fact]);
  return facts;
};

export type AllocatedFact = AllocationFact & Readonly<{ childId: Uuid; eventId: Uuid }>;

/** The reviewing officers of children who have one, by child. */
export const officersOf = async (tx: TenantTx, tenant: TenantId, childIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Readonly<{ forename: string; surname: string }>>> => {
  const rows = await tx.query<{ childId: Uuid; forename: string; surname: string }[]>(
    `select c.id as "childId", w.forename, w.surname from child c join worker w on w.tenant_id = c.tenant_id and w.id = c.reviewing_officer_id where c.tenant_id = $1 and c.id = any($2::uuid[])`,
    [tenant, childIds],
  );
  return new Map(rows.map(({ childId, ...name }) => [childId, name]));
};

/** What was decided: these facts, as whose. */
export type DecidedAllocations = Readonly<{ worker: AllocatableWorker; as: AllocationRole; facts: readonly AllocatedFact[] }>;

/** Keeps what was decided: the facts, of this record's own making, and whose the children are. */
export const keepAllocations = async (tx: TenantTx, tenant: TenantId, { worker, as, facts }: DecidedAllocations): Promise<void> => {
  await tx.query(
    `insert into fact (tenant_id, child_id, key, type, effective_on, data, event_id, origin)
     select $1, "childId", key, type, "effectiveOn", data, "eventId", 'record'
     from jsonb_to_recordset($2::jsonb) as r("childId" uuid, key text, type text, "effectiveOn" date, data jsonb, "eventId" uuid)`,
    [tenant, JSON.stringify(facts)],
  );
  const childIds = [...new Set(facts.map(({ childId }) => childId))];
  if (as === REVIEWING_OFFICER) await tx.query('update child set reviewing_officer_id = $2, version = version + 1 where tenant_id = $1 and id = any($3::uuid[])', [tenant, worker.id, childIds]);
  else await tx.query('update child set worker_id = $2, worker_registration = $3, version = version + 1 where tenant_id = $1 and id = any($4::uuid[])', [tenant, worker.id, worker.registration, childIds]);
};
