import type { Migration } from '@permanence/platform/tenant-db';

/**
 * Each time that read-only mode was turned on or off; the last row holds. It belongs to no council, and only the owner's role writes it:
 * what people call cannot turn it, and a service can only read it.
 */
export const readOnlyTable: Migration = {
  name: 'platform-read-only-switch',
  statements: (schema) => [
    `CREATE TABLE ${schema}.read_only_switch (
       number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
       is_on boolean NOT NULL,
       since timestamptz NOT NULL,
       planned boolean NOT NULL,
       reason text NOT NULL,
       said_by text NOT NULL,
       said_at timestamptz NOT NULL,
       CHECK (NOT is_on OR reason <> ''))`,
    `GRANT SELECT ON ${schema}.read_only_switch TO ${schema}_app`,
  ],
};
