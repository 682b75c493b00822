import { tenantOwned } from '@permanence/platform/tenant-db';

/** The children's plans for permanence, their lines in the tracker, who reviews whose case, and filters that people keep. */
export const planTables = (schema: string): readonly string[] => [
  `ALTER TABLE ${schema}.child ADD COLUMN reviewing_officer_id uuid`,
  `CREATE INDEX child_reviewing_officer ON ${schema}.child (tenant_id, reviewing_officer_id) WHERE reviewing_officer_id IS NOT NULL`,
  // The fold of a child's plan events; the version is how many there are.
  `CREATE TABLE ${schema}.permanence_plan (
     tenant_id text NOT NULL,
     child_id uuid NOT NULL,
     status text NOT NULL CHECK (status IN ('none', 'options-identified', 'proposed', 'agreed', 'achieved')),
     plan jsonb NOT NULL,
     version int NOT NULL,
     PRIMARY KEY (tenant_id, child_id),
     FOREIGN KEY (tenant_id, child_id) REFERENCES ${schema}.child)`,
  `CREATE INDEX permanence_plan_in_force ON ${schema}.permanence_plan (tenant_id, child_id) WHERE status = 'agreed'`,
  ...tenantOwned(schema, 'permanence_plan'),
  `CREATE TABLE ${schema}.tracker_row (
     tenant_id text NOT NULL,
     child_id uuid NOT NULL,
     status text NOT NULL,
     primary_route text,
     parallels text[] NOT NULL DEFAULT '{}',
     agreed_on date,
     plan_due_on date,
     missing_at_second_review boolean NOT NULL DEFAULT false,
     steps jsonb NOT NULL DEFAULT '[]',
     next_code text,
     next_due_on date,
     next_owner_id uuid,
     blocker text,
     reviews int,
     harder text[] NOT NULL DEFAULT '{}',
     PRIMARY KEY (tenant_id, child_id),
     FOREIGN KEY (tenant_id, child_id) REFERENCES ${schema}.child)`,
  `CREATE INDEX tracker_row_next ON ${schema}.tracker_row (tenant_id, next_due_on, child_id)`,
  ...tenantOwned(schema, 'tracker_row'),
  // Codes only: no name, reference or postcode that somebody looked for.
  `CREATE TABLE ${schema}.saved_filter (
     tenant_id text NOT NULL,
     id uuid NOT NULL,
     person_id uuid NOT NULL,
     person_name text NOT NULL,
     name text NOT NULL,
     state jsonb NOT NULL,
     team text,
     kept_at timestamptz NOT NULL,
     PRIMARY KEY (tenant_id, id),
     UNIQUE (tenant_id, person_id, name))`,
  `CREATE INDEX saved_filter_team ON ${schema}.saved_filter (tenant_id, team) WHERE team IS NOT NULL`,
  ...tenantOwned(schema, 'saved_filter'),
];
