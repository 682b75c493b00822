import { AUTHORITIES } from '@permanence/contracts/partnership';
import { REGION, type TenantId } from '@permanence/kernel/values';
import type { Actor } from '@permanence/platform/tenant-db';

/** The councils, whose rows are their own. */
export const COUNCILS = AUTHORITIES.map(({ code }) => code) as [TenantId, ...TenantId[]];

/**
 * Acts on what the councils hold in common: the agreement, its signatures, what each shares by it. Only the stores of this
 * folder run under it, and none of them reads a child's facts.
 */
export const inPartnership = (id: string): Actor => ({ id, tenants: [REGION, ...COUNCILS] });

/** Acts on the councils' own rows about grants. */
export const inCouncils = (id: string): Actor => ({ id, tenants: COUNCILS });

/** Who acts when the clock does. */
export const SYSTEM = 'regional-hub.sharing';
