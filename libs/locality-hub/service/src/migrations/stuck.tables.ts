import { inboxTables } from '@permanence/platform/messaging';
import { tenantOwned } from '@permanence/platform/tenant-db';

/** What the region tells a council of its own children, and what of it was handled. */
export const stuckTables = (schema: string): readonly string[] => [
  ...inboxTables(schema),
  // The newest search that lasted too long; what has ended it since, the child's own record says.
  `CREATE TABLE ${schema}.stuck_child (
     tenant_id text NOT NULL,
     child_id uuid NOT NULL,
     stuck_on date NOT NULL,
     reasons text[] NOT NULL,
     PRIMARY KEY (tenant_id, child_id))`,
  ...tenantOwned(schema, 'stuck_child'),
];
