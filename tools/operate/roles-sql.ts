import { SCHEMAS } from '@permanence/embedded/runtime';
import { provisioning } from '@permanence/platform/tenant-db';

const HEAD = `-- The schemas and roles of the services: an owner that migrates, an application role under row-level security, a relay that reads the log.
-- Made from the code that provisions (npm run -s provision -- --sql); a test compares them. Run it as an administrator in the services' database:
--   psql -v ON_ERROR_STOP=1 -v locality_hub_owner=… -v locality_hub_app=… -v locality_hub_relay=… (and so for regional_hub and portal) -f roles.sql
-- Each variable is a password. Running it again changes nothing but the passwords.`;

/** A password that psql puts in: it is a variable's name here. */
const variable = (name: string): string => `{{${name}}}`;

const statementsOf = (schema: string): readonly string[] =>
  provisioning(schema, { owner: variable(`${schema}_owner`), app: variable(`${schema}_app`), relay: variable(`${schema}_relay`) }).map((statement) => `${statement.replaceAll(/'\{\{(\w+)\}\}'/g, ":'$1'")};`);

/** The text of deploy/postgres/roles.sql, without the last line's end. */
export const rolesSql = (): string => [HEAD, ...SCHEMAS.map((schema) => [`\n-- ${schema.replaceAll('_', '-')}`, ...statementsOf(schema)].join('\n'))].join('\n');
