import type { RestatementEvent } from '@permanence/regional-hub/domain';
import type { Month, TenantId } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { BY_COLUMNS, type By, byValues } from './people.js';

/** The newest reason given for a figure that has changed since its pack was frozen. */
export type GivenReason = Readonly<{ indicator: string; version: number; numerator: number; denominator: number; reason: string; by: string; at: string }>;

export const reasonsOf = (tx: TenantTx, authority: TenantId, month: Month): Promise<GivenReason[]> =>
  tx.query<GivenReason[]>(
    `select distinct on (indicator) indicator, version, numerator, denominator, reason, by_name as by, at from restatement where tenant_id = $1 and month = $2 order by indicator, version desc`,
    [authority, month],
  );

export const keepRestatement = async (tx: TenantTx, authority: TenantId, version: number, { month, indicator, former, restated, added, removed, reason }: RestatementEvent, by: By): Promise<void> => {
  await tx.query(
    `insert into restatement (tenant_id, month, indicator, version, former_numerator, former_denominator, numerator, denominator, added, removed, reason, ${BY_COLUMNS})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [authority, month, indicator, version, former.numerator, former.denominator, restated.numerator, restated.denominator, added, removed, reason, ...byValues(by)],
  );
};
