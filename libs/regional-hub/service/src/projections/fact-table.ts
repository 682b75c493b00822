import { tenantOwned } from '@permanence/platform/tenant-db';

/** Name and type of a column that one kind of fact has beside those that all have. */
export type FactColumns = Readonly<Record<string, 'uuid' | 'text' | 'text[]' | 'date' | 'boolean' | 'int' | 'jsonb'>>;

/** One kind of fact of the read model: a table of what events stated, each row with the instants between which it was believed. */
export type FactTable = Readonly<{ name: string; columns: FactColumns; indexes: readonly string[] }>;

/** Columns of every fact as an event states them: `known_from` is its `recordedAt`, `known_to` that of the event that corrected or withdrew it; a withdrawal itself was never believed. */
export const FACT_COLUMNS = { event_id: 'uuid', child_id: 'uuid', known_from: 'timestamptz', known_to: 'timestamptz', corrects: 'uuid' } as const;

const definition = (columns: Readonly<Record<string, string>>): string => Object.entries(columns).map(([name, type]) => `${name} ${type}`).join(', ');

/** The statements that make a fact's table. */
export const factTableStatements = (schema: string, { name, columns, indexes }: FactTable): readonly string[] => [
  `CREATE TABLE ${schema}.${name} (
     tenant_id text NOT NULL, event_id uuid NOT NULL, child_id uuid, known_from timestamptz NOT NULL, known_to timestamptz, corrects uuid,
     ${definition(columns)},
     PRIMARY KEY (tenant_id, event_id))`,
  `CREATE INDEX ${name}_corrects ON ${schema}.${name} (tenant_id, corrects) WHERE corrects IS NOT NULL`,
  ...indexes.map((column) => `CREATE INDEX ${name}_${column} ON ${schema}.${name} (tenant_id, ${column})`),
  ...tenantOwned(schema, name),
];
