import { tenantOwned } from '@permanence/platform/tenant-db';

/** Whose dates a calendar program may fetch: one feed a person, known by the hash of its secret address. */
export const calendarTables = (schema: string): readonly string[] => [
  `CREATE TABLE ${schema}.calendar_feed (
     tenant_id text NOT NULL,
     person_id uuid NOT NULL,
     secret_hash bytea NOT NULL,
     role text NOT NULL,
     registration text,
     made_at timestamptz NOT NULL,
     last_seen_on date NOT NULL,
     PRIMARY KEY (tenant_id, person_id),
     UNIQUE (tenant_id, secret_hash))`,
  ...tenantOwned(schema, 'calendar_feed'),
];
