import { REGION } from '@permanence/kernel/values';
import { APPEND_ONLY, type Migration, tenantOwned } from '@permanence/platform/tenant-db';

/** Who did it and when, as it is shown: names stay in these tables. */
const BY = 'by_id uuid NOT NULL, by_name text NOT NULL, by_role text NOT NULL, at timestamptz NOT NULL';

/** A case list as it was frozen: four lists of one length. */
const CASES = 'case_ids uuid[], child_ids uuid[], counted boolean[], in_region boolean[]';

/** Targets, what people say of figures, and the months' packs. A pack is written once: its tables can be added to and not changed. */
export const packTables: Migration = {
  name: 'packs',
  statements: (schema) => [
    `CREATE TABLE ${schema}.target (
       tenant_id text NOT NULL CHECK (tenant_id = '${REGION}'), id uuid NOT NULL, indicator text NOT NULL, authority text NOT NULL, value numeric(9, 1) NOT NULL, from_on date NOT NULL, to_on date, reference text NOT NULL, ${BY},
       PRIMARY KEY (tenant_id, id), CHECK (to_on >= from_on))`,
    `CREATE INDEX target_place ON ${schema}.target (tenant_id, indicator, authority)`,
    ...tenantOwned(schema, 'target', { app: 'SELECT, INSERT, UPDATE' }),
    `CREATE TABLE ${schema}.commentary (
       tenant_id text NOT NULL, indicator text NOT NULL, month text NOT NULL, version int NOT NULL CHECK (version > 0), trend text NOT NULL, reason text NOT NULL, action text NOT NULL, ${BY},
       PRIMARY KEY (tenant_id, month, indicator, version))`,
    ...tenantOwned(schema, 'commentary', APPEND_ONLY),
    `CREATE TABLE ${schema}.pack (
       tenant_id text NOT NULL, month text NOT NULL, known_on date NOT NULL, due_on date NOT NULL, late boolean NOT NULL, hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'), restated jsonb NOT NULL, ${BY},
       PRIMARY KEY (tenant_id, month))`,
    ...tenantOwned(schema, 'pack', APPEND_ONLY),
    // A figure belongs to the council that it is of, in whosesoever pack: its case list opens there and nowhere else.
    `CREATE TABLE ${schema}.pack_figure (
       tenant_id text NOT NULL, pack_of text NOT NULL, month text NOT NULL, indicator text NOT NULL, numerator int NOT NULL, regional_numerator int NOT NULL, denominator int NOT NULL, ${CASES},
       PRIMARY KEY (tenant_id, pack_of, month, indicator),
       CHECK (cardinality(case_ids) = cardinality(child_ids) AND cardinality(case_ids) = cardinality(counted) AND cardinality(case_ids) = cardinality(in_region)))`,
    ...tenantOwned(schema, 'pack_figure', APPEND_ONLY),
    `CREATE TABLE ${schema}.restatement (
       tenant_id text NOT NULL, month text NOT NULL, indicator text NOT NULL, version int NOT NULL CHECK (version > 0),
       former_numerator int NOT NULL, former_denominator int NOT NULL, numerator int NOT NULL, denominator int NOT NULL, added int NOT NULL, removed int NOT NULL, reason text NOT NULL, ${BY},
       PRIMARY KEY (tenant_id, month, indicator, version))`,
    ...tenantOwned(schema, 'restatement', APPEND_ONLY),
  ],
};
