import { randomBytes } from 'node:crypto';
import { SCHEMAS } from '@permanence/embedded/runtime';
import { type RolePasswords, provision } from '@permanence/platform/tenant-db';
import type { Operation } from './operation.js';
import { rolesSql } from './roles-sql.js';

const password = (): string => randomBytes(24).toString('base64url');

const address = (adminUrl: string, role: string, secret: string): string => {
  const url = new URL(adminUrl);
  Object.assign(url, { username: role, password: secret });
  return url.href;
};

/** What a service's environment needs, ready to be put where secrets are kept. */
const linesOf = (adminUrl: string, schema: string, { owner, app, relay }: RolePasswords): readonly string[] => [
  `# ${schema.replaceAll('_', '-')}`,
  `DATABASE_URL=${address(adminUrl, `${schema}_app`, app)}`,
  `DATABASE_OWNER_URL=${address(adminUrl, `${schema}_owner`, owner)}`,
  `DATABASE_RELAY_URL=${address(adminUrl, `${schema}_relay`, relay)}`,
];

/** Makes schemas and roles on a server of one's own, with new passwords, and prints them once; or prints deploy/postgres/roles.sql. */
export const provisionServer: Operation = async ({ environment, sql, write }) => {
  if (sql) {
    write(rolesSql());
    return 0;
  }
  const adminUrl = environment['DATABASE_ADMIN_URL'] ?? '';
  if (!URL.canParse(adminUrl)) throw new Error('Give the address of an administrator of the services’ database in DATABASE_ADMIN_URL, like postgres://postgres:password@host:5432/permanence.');
  for (const schema of SCHEMAS) {
    const passwords: RolePasswords = { owner: password(), app: password(), relay: password() };
    await provision(adminUrl, schema, passwords);
    linesOf(adminUrl, schema, passwords).forEach(write);
  }
  return 0;
};
