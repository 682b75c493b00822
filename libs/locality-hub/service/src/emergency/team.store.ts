import type { TenantId, Uuid } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';

/** The team of a worker, as far as there is one. */
export const teamOf = async (tx: TenantTx, tenant: TenantId, workerId: Uuid | null): Promise<string | null> =>
  (await tx.query<{ team: string | null }[]>('select team from worker where tenant_id = $1 and id = $2', [tenant, workerId]))[0]?.team ?? null;
