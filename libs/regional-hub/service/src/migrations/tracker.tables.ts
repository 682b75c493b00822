import { type Migration, tenantOwned } from '@permanence/platform/tenant-db';
import { type FactTable, factTableStatements } from '../projections/fact-table.js';

/** The tables of facts that this step adds, as they were when it was written. */
const TABLES: readonly FactTable[] = [
  { name: 'plan_set', columns: { plan_id: 'uuid', primary_route: 'text', parallels: 'text[]', agreed_on: 'date', milestones: 'jsonb' }, indexes: ['child_id'] },
  { name: 'plan_change', columns: { plan_id: 'uuid', primary_route: 'text', parallels: 'text[]', changed_on: 'date' }, indexes: ['child_id'] },
  { name: 'plan_milestone', columns: { plan_id: 'uuid', milestone: 'text', told_on: 'date', due_on: 'date', done_on: 'date' }, indexes: ['child_id'] },
  { name: 'plan_end', columns: { plan_id: 'uuid', achieved_route: 'text', broken_down_cause: 'text', ended_on: 'date' }, indexes: ['child_id'] },
  { name: 'restriction', columns: { restricted: 'boolean', changed_on: 'date' }, indexes: ['child_id'] },
];

/** Permanence plans as the region holds them, and the tracker: a row a child, made from the facts and thrown away with them. */
export const trackerTables: Migration = {
  name: 'tracker',
  statements: (schema) => [
    `ALTER TABLE ${schema}.child ADD COLUMN sex text, ADD COLUMN sibling_groups text[]`,
    `CREATE INDEX care_period_child_id ON ${schema}.care_period (tenant_id, child_id)`,
    ...TABLES.flatMap((table) => factTableStatements(schema, table)),
    `CREATE TABLE ${schema}.tracker_entry (
       tenant_id text NOT NULL, child_id uuid NOT NULL,
       status text NOT NULL, since date NOT NULL, plan text, parallel text, next_code text, next_due_on date, searching_since date, placement_kind text, placement_authority text,
       entered_on date NOT NULL, plan_agreed_on date, should_be_placed_on date, placement_order_on date, family_finding_on date, matched_on date, placed_on date, achieved_on date,
       birth_date date, sex text, ethnicity text, sibling_group text, disabilities text[] NOT NULL, stated_reasons text[] NOT NULL, restricted boolean NOT NULL,
       PRIMARY KEY (tenant_id, child_id))`,
    // The list that people open: those on the way, the longest in their status first.
    `CREATE INDEX tracker_entry_on_the_way ON ${schema}.tracker_entry (since, child_id) WHERE status NOT IN ('permanence-achieved', 'left-care')`,
    `CREATE INDEX tracker_entry_siblings ON ${schema}.tracker_entry (tenant_id, sibling_group) WHERE sibling_group IS NOT NULL`,
    ...tenantOwned(schema, 'tracker_entry'),
  ],
};
