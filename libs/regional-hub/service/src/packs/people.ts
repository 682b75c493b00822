import { AUTHORITIES } from '@permanence/contracts/partnership';
import { type Instant, REGION, type TenantId, type Uuid } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import type { Actor } from '@permanence/platform/tenant-db';

/** Who did something and when, as it is kept beside what was done. */
export type By = Readonly<{ id: Uuid; name: string; role: string; at: Instant }>;

export const byOf = ({ id, name, roles: [role] }: Who, at: Instant): By => ({ id, name, role: role ?? '', at });

/** The columns of every table that says who did it, and their values from the `$n` on. */
export const BY_COLUMNS = 'by_id, by_name, by_role, at';
export const byValues = ({ id, name, role, at }: By): readonly unknown[] => [id, name, role, at];

export const COUNCILS: readonly TenantId[] = AUTHORITIES.map(({ code }) => code);

/** On whose behalf what the whole partnership may read or seal is read: figures of all councils and the region's own decisions. Who is shown what of it is decided after. */
export const PARTNERSHIP: Actor = { id: 'regional-hub', tenants: [REGION, ...COUNCILS] };
