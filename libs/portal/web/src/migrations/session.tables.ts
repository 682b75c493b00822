import { readOnlyTable } from '@permanence/platform/read-only';
import type { Migration } from '@permanence/platform/tenant-db';

export const PORTAL_SCHEMA = 'portal';

/**
 * The only table of the portal's own. It has no `tenant_id`: a browser's session is looked for before anybody knows whose council the
 * person belongs to, and it holds no case. Its content cannot be read without the browser's cookie and the portal's own secret.
 */
export const portalMigrations: readonly Migration[] = [
  {
    name: '0001-session',
    statements: (schema) => [
      `CREATE TABLE ${schema}.session (id_hash text PRIMARY KEY, sealed bytea NOT NULL, begun_at timestamptz NOT NULL, seen_at timestamptz NOT NULL)`,
      `CREATE INDEX session_seen ON ${schema}.session (seen_at)`,
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.session TO ${schema}_app`,
    ],
  },
  readOnlyTable,
];
