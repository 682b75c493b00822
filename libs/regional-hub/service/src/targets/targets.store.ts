import type { Target } from '@permanence/regional-hub/domain';
import { type LocalDate, REGION, type TenantId, type Uuid } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { BY_COLUMNS, type By, byValues } from '../packs/people.js';

const COLUMNS = `id, indicator, authority, value::float8 as value, from_on as "from", to_on as "to", reference`;

/** Waits for everybody else who sets a target: two that overlap must not pass each other. */
export const takeTurn = async (tx: TenantTx): Promise<void> => {
  await tx.query('lock table target in share row exclusive mode');
};

/** Every target of some places, the newest first. */
export const targetsOf = (tx: TenantTx, places: readonly TenantId[]): Promise<Target[]> =>
  tx.query<Target[]>(`select ${COLUMNS} from target where tenant_id = $1 and authority = any($2::text[]) order by indicator, authority, from_on desc`, [REGION, places]);

export const targetById = async (tx: TenantTx, id: Uuid): Promise<Target | undefined> =>
  (await tx.query<Target[]>(`select ${COLUMNS} from target where tenant_id = $1 and id = $2`, [REGION, id]))[0];

export const keepTarget = async (tx: TenantTx, { id, indicator, authority, value, from, to, reference }: Target, by: By): Promise<void> => {
  await tx.query(
    `insert into target (tenant_id, id, indicator, authority, value, from_on, to_on, reference, ${BY_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [REGION, id, indicator, authority, value, from, to, reference, ...byValues(by)],
  );
};

export const keepTargetEnd = async (tx: TenantTx, id: Uuid, to: LocalDate): Promise<void> => {
  await tx.query('update target set to_on = $3 where tenant_id = $1 and id = $2', [REGION, id, to]);
};
