import type { Uuid } from '@permanence/kernel/values';
import type { Cells } from '@permanence/locality-hub/domain';
import { type TenantTx, alongside } from '@permanence/platform/tenant-db';

/** A row as read, until the import ends. */
export type StagedRow = Readonly<{ childCode: string; fileNumber: number; row: number; cells: Cells }>;

/** A row that cannot be a fact, kept for the download. */
export type SetAsideRow = Readonly<{ fileNumber: number; row: number; column: string; code: string; reason: string; cells: Cells | readonly string[] }>;

export const stageRows = (tx: TenantTx, tenant: string, importId: Uuid, rows: readonly StagedRow[]): void => {
  if (rows.length === 0) return;
  alongside(
    tx,
    `insert into import_row (tenant_id, import_id, child_code, file_number, row, cells)
     select $1, $2, "childCode", "fileNumber", row, cells from jsonb_to_recordset($3::jsonb) as r("childCode" text, "fileNumber" smallint, row int, cells jsonb)`,
    [tenant, importId, JSON.stringify(rows)],
  );
};

export const keepSetAside = (tx: TenantTx, tenant: string, importId: Uuid, rows: readonly SetAsideRow[]): void => {
  if (rows.length === 0) return;
  alongside(
    tx,
    `insert into set_aside_row (tenant_id, import_id, file_number, row, column_name, code, reason, cells)
     select $1, $2, "fileNumber", row, "column", code, reason, cells
     from jsonb_to_recordset($3::jsonb) as r("fileNumber" smallint, row int, "column" text, code text, reason text, cells jsonb)`,
    [tenant, importId, JSON.stringify(rows)],
  );
};

/** Forgets the rows of a file that turned out to be refused. */
export const forgetFile = async (tx: TenantTx, tenant: string, importId: Uuid, fileNumber: number): Promise<void> => {
  await tx.query('delete from import_row where tenant_id = $1 and import_id = $2 and file_number = $3', [tenant, importId, fileNumber]);
  await tx.query('delete from set_aside_row where tenant_id = $1 and import_id = $2 and file_number = $3', [tenant, importId, fileNumber]);
};

/** The rows as read are of no more use once applied. */
export const forgetStaged = (tx: TenantTx, tenant: string, importId: Uuid): Promise<unknown> => tx.query('delete from import_row where tenant_id = $1 and import_id = $2', [tenant, importId]);
