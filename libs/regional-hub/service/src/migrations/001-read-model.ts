import { inboxTables } from '@permanence/platform/messaging';
import { type Migration, tenantOwned } from '@permanence/platform/tenant-db';
import { factTableStatements } from '../projections/fact-table.js';
import { FACT_TABLES } from '../projections/fact-tables.js';

/** Facts that figures are counted from, the figures that are kept, and which of them are behind. */
export const readModel: Migration = {
  name: '001-read-model',
  statements: (schema) => [
    ...inboxTables(schema),
    ...FACT_TABLES.flatMap((table) => factTableStatements(schema, table)),
    `CREATE TABLE ${schema}.figure (
       tenant_id text NOT NULL, indicator text NOT NULL, month text NOT NULL, basis text NOT NULL CHECK (basis IN ('now', 'then')),
       counted_on date NOT NULL, numerator int NOT NULL, regional_numerator int NOT NULL, denominator int NOT NULL,
       PRIMARY KEY (tenant_id, indicator, month, basis),
       CHECK (numerator BETWEEN 0 AND denominator AND regional_numerator BETWEEN 0 AND denominator))`,
    ...tenantOwned(schema, 'figure'),
    `CREATE TABLE ${schema}.figure_refresh (
       tenant_id text PRIMARY KEY, change_no bigint NOT NULL, changed_at timestamptz NOT NULL, waiting_since timestamptz NOT NULL,
       refreshed_no bigint NOT NULL DEFAULT 0, refreshed_for date)`,
    ...tenantOwned(schema, 'figure_refresh'),
  ],
};
