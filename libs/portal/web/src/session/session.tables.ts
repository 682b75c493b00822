import { type Migration, tenantOwned } from '@permanence/platform/tenant-db';

/** The only table of the portal. A session is the partnership's; it holds no case, and its content cannot be read without the cookie. */
export const SESSION_TABLES: readonly Migration[] = [
  {
    name: '0001-session',
    statements: (schema) => [
      `CREATE TABLE ${schema}.session (
         tenant_id text NOT NULL, id_hash text NOT NULL, sealed bytea NOT NULL, begun_at timestamptz NOT NULL, seen_at timestamptz NOT NULL,
         PRIMARY KEY (tenant_id, id_hash))`,
      `CREATE INDEX session_age ON ${schema}.session (tenant_id, seen_at)`,
      ...tenantOwned(schema, 'session'),
    ],
  },
];
