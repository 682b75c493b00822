import type { Commentary } from '@permanence/regional-hub/domain';
import type { Month, TenantId } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { BY_COLUMNS, type By, byValues } from '../packs/people.js';

/** One version of what was said of a figure, and who said it. */
export type Written = Commentary & Readonly<{ authority: TenantId; indicator: string; month: Month; version: number; by: string; role: string; at: string }>;

const COLUMNS = 'tenant_id as authority, indicator, month, version, trend, reason, action, by_name as by, by_role as role, at';

/** The newest version of each figure of some places in a month. */
export const commentaryOf = (tx: TenantTx, places: readonly TenantId[], month: Month): Promise<Written[]> =>
  tx.query<Written[]>(`select distinct on (tenant_id, indicator) ${COLUMNS} from commentary where tenant_id = any($1::text[]) and month = $2 order by tenant_id, indicator, version desc`, [places, month]);

/** Every version of one figure's, the newest first. */
export const versionsOf = (tx: TenantTx, { authority, indicator, month }: Readonly<{ authority: TenantId; indicator: string; month: Month }>): Promise<Written[]> =>
  tx.query<Written[]>(`select ${COLUMNS} from commentary where tenant_id = $1 and indicator = $2 and month = $3 order by version desc`, [authority, indicator, month]);

export const keepCommentary = async (tx: TenantTx, of: Readonly<{ authority: TenantId; indicator: string; month: Month }>, said: Commentary & Readonly<{ version: number }>, by: By): Promise<void> => {
  await tx.query(
    `insert into commentary (tenant_id, indicator, month, version, trend, reason, action, ${BY_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [of.authority, of.indicator, of.month, said.version, said.trend, said.reason, said.action, ...byValues(by)],
  );
};
