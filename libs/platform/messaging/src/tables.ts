import { CHANGEABLE, tenantOwned } from '@permanence/platform/tenant-db';

/** Where the relay of a service stands, one row an outlet: `kafka`, or a consumer in this process. It holds nothing of any tenant. For a service that publishes. */
export const relayTables = (schema: string): readonly string[] => [
  `CREATE TABLE ${schema}.relay_cursor (
     outlet text PRIMARY KEY,
     transaction_id xid8 NOT NULL DEFAULT '0',
     position bigint NOT NULL DEFAULT 0)`,
  `GRANT SELECT, INSERT, UPDATE ON ${schema}.relay_cursor TO ${schema}_relay`,
];

/** What a consumer has handled, and what it could not. For a service that consumes. */
export const inboxTables = (schema: string): readonly string[] => [
  // The event before the consumer: keys that differ early are found faster.
  `CREATE TABLE ${schema}.inbox (
     tenant_id text NOT NULL,
     consumer text NOT NULL,
     event_id uuid NOT NULL,
     PRIMARY KEY (tenant_id, event_id, consumer))`,
  ...tenantOwned(schema, 'inbox', { app: 'SELECT, INSERT, DELETE' }),
  `CREATE TABLE ${schema}.dead_letter (
     tenant_id text NOT NULL,
     consumer text NOT NULL,
     event_id uuid NOT NULL,
     type text NOT NULL,
     envelope jsonb NOT NULL,
     error text NOT NULL,
     tries int NOT NULL,
     failed_at timestamptz NOT NULL,
     state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'retried', 'discarded')),
     settled_at timestamptz,
     settled_by text,
     PRIMARY KEY (tenant_id, consumer, event_id),
     CHECK ((state = 'waiting') = (settled_at IS NULL) AND (settled_at IS NULL) = (settled_by IS NULL)))`,
  ...tenantOwned(schema, 'dead_letter', CHANGEABLE),
];
