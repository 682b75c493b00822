import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from './sign-in.js';

/** The one realm file, of Keycloak and of the built-in issuer. */
export const REALM_FILE = join(import.meta.dirname, '../../../../deploy/keycloak/realm.json');

export type RealmUser = Person & Readonly<{ firstName: string; lastName: string; enabled: boolean; realmRoles: readonly string[]; attributes: Readonly<Record<string, readonly string[]>>; credentials?: unknown }>;

export const realmUsers: readonly RealmUser[] = (JSON.parse(readFileSync(REALM_FILE, 'utf8')) as { users: RealmUser[] }).users;

/** @throws Error when the realm file has nobody of this user name. */
export const person = (username: string): Person => {
  const found = realmUsers.find((user) => user.username === username);
  if (found === undefined) throw new Error(`nobody is called ${username}`);
  return found;
};
