import type { TenantId } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';

/** Serialises what changes an authority's records: a batch of an import, an allocation. Each child is then read, decided and written by one at a time. */
export const oneAtATime = (tx: TenantTx, tenant: TenantId): Promise<unknown> => tx.query('select pg_advisory_xact_lock(hashtext($1))', [`import ${tenant}`]);
