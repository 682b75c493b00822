import { type Migration, tenantOwned } from '@permanence/platform/tenant-db';
import { type FactTable, factTableStatements } from '../projections/fact-table.js';

/** The tables of facts that this step adds, as they were when it was written. */
const TABLES: readonly FactTable[] = [
  { name: 'visit', columns: { visit_id: 'uuid', visited_on: 'date', seen: 'boolean', next_due_on: 'date' }, indexes: ['child_id'] },
  { name: 'move', columns: { stay_id: 'uuid', part: 'text', late: 'boolean', exception: 'text', end_kind: 'text' }, indexes: ['stay_id'] },
  { name: 'health_assessment', columns: { assessment_id: 'uuid', kind: 'text', status: 'text', held_on: 'date', informed_by_sdq: 'boolean' }, indexes: ['child_id'] },
  { name: 'dental_check', columns: { status: 'text', checked_on: 'date' }, indexes: ['child_id'] },
  { name: 'leaving_care_status', columns: { status: 'text', since: 'date', unit: 'text' }, indexes: ['child_id'] },
  { name: 'care_leaver_status', columns: { recorded_for: 'date', in_touch: 'text', activity: 'text', accommodation: 'text', suitable: 'int' }, indexes: ['child_id'] },
  { name: 'kept_record', columns: { kinds: 'text[]', kept_from: 'date' }, indexes: [] },
];

/** What councils record beside their files, and their population. What a file said of a child before is filled in by `npm run projections:rebuild`. */
export const recordFacts: Migration = {
  name: 'record-facts',
  statements: (schema) => [
    `ALTER TABLE ${schema}.child ADD COLUMN stated_on date, ADD COLUMN ethnicity text, ADD COLUMN disability_codes text[], ADD COLUMN harder_reasons text[]`,
    `ALTER TABLE ${schema}.care_period ADD COLUMN initial_health_due_on date`,
    `ALTER TABLE ${schema}.stay ADD COLUMN first_visit_due_on date`,
    ...TABLES.flatMap((table) => factTableStatements(schema, table)),
    // Children aged 0 to 17 in the middle of a year: what a council entered, with the instants between which it was believed.
    `CREATE TABLE ${schema}.population (
       tenant_id text NOT NULL, event_id uuid NOT NULL, year int NOT NULL, children int NOT NULL CHECK (children > 0), source text NOT NULL, known_from timestamptz NOT NULL, known_to timestamptz,
       PRIMARY KEY (tenant_id, event_id))`,
    `CREATE UNIQUE INDEX population_of_year ON ${schema}.population (tenant_id, year) WHERE known_to IS NULL`,
    ...tenantOwned(schema, 'population'),
  ],
};
