/** The one policy of every tenant-owned table. A query without the setting sees nothing. */
export const TENANT_POLICY = `tenant_id = ANY (string_to_array(current_setting('app.tenants'::text, true), ','::text))`;

export type Grants = Readonly<{ app: string; relay?: string }>;

/** What an application role may do with a table whose rows change. */
export const CHANGEABLE: Grants = { app: 'SELECT, INSERT, UPDATE, DELETE' };

/** What it may do with a log: nothing is ever changed or removed. */
export const APPEND_ONLY: Grants = { app: 'SELECT, INSERT' };

/** The statements that put a tenant-owned table under forced row-level security and give the service's roles what they need, no more. */
export const tenantOwned = (schema: string, table: string, grants: Grants = CHANGEABLE): readonly string[] => [
  `ALTER TABLE ${schema}.${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${schema}.${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY tenant ON ${schema}.${table} USING (${TENANT_POLICY}) WITH CHECK (${TENANT_POLICY})`,
  `GRANT ${grants.app} ON ${schema}.${table} TO ${schema}_app`,
  ...(grants.relay === undefined
    ? []
    : [`CREATE POLICY relay ON ${schema}.${table} FOR SELECT TO ${schema}_relay USING (true)`, `GRANT ${grants.relay} ON ${schema}.${table} TO ${schema}_relay`]),
];
