import { inboxTables } from '@permanence/platform/messaging';
import { type Migration, tenantOwned } from '@permanence/platform/tenant-db';
import { type FactTable, factTableStatements } from '../projections/fact-table.js';

/** The tables of facts as they were when this step was written: what came later is added by later steps. */
const TABLES: readonly FactTable[] = [
  { name: 'child', columns: { birth_date: 'date' }, indexes: ['child_id'] },
  { name: 'care_period', columns: { period_id: 'uuid', started_on: 'date', first_review_due_on: 'date' }, indexes: ['period_id'] },
  { name: 'care_period_end', columns: { period_id: 'uuid', ended_on: 'date', reason: 'text' }, indexes: ['period_id'] },
  { name: 'stay', columns: { stay_id: 'uuid', started_on: 'date', placement_type: 'text', provider: 'text', local_authority: 'text', continues_stay_id: 'uuid', returns_to_stay_id: 'uuid' }, indexes: ['stay_id', 'child_id'] },
  { name: 'stay_end', columns: { stay_id: 'uuid', ended_on: 'date', end_kind: 'text' }, indexes: ['stay_id'] },
  { name: 'adoption_fact', columns: { fact: 'text', happened_on: 'date', reason: 'text', outside: 'boolean' }, indexes: ['child_id'] },
  { name: 'review', columns: { review_id: 'uuid', held_on: 'date', participation: 'text', next_due_on: 'date' }, indexes: ['child_id'] },
  { name: 'worker', columns: { worker_id: 'uuid', sw_registration: 'text', team: 'text' }, indexes: ['worker_id', 'sw_registration'] },
  { name: 'allocation', columns: { allocation_id: 'uuid', worker_id: 'uuid', sw_registration: 'text', allocated_from: 'date' }, indexes: ['child_id'] },
  { name: 'allocation_end', columns: { allocation_id: 'uuid', allocated_to: 'date' }, indexes: ['allocation_id'] },
  { name: 'held_module', columns: { collection_year: 'int', modules: 'text[]', complete_to: 'date' }, indexes: ['collection_year'] },
];

/** Facts that figures are counted from, the figures that are kept, and which of them are behind. */
export const readModel: Migration = {
  name: '001-read-model',
  statements: (schema) => [
    ...inboxTables(schema),
    ...TABLES.flatMap((table) => factTableStatements(schema, table)),
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
