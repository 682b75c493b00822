import { readFileSync } from 'node:fs';
import { Uuid } from '@permanence/kernel/values';
import { projectFile } from '@permanence/platform/host';

/** Somebody who can sign in. */
export type Account = Readonly<{ id: Uuid; forename: string; surname: string; roles: readonly string[]; authority: string; team?: string }>;

type RealmUser = Readonly<{ id: string; firstName: string; lastName: string; realmRoles: readonly string[]; attributes?: Readonly<{ authority?: readonly string[]; team?: readonly string[] }> }>;

/** The people of one council in the realm file, the same whether Keycloak reads it or the built-in sign-in. */
export const accountsOf = (authority: string): readonly Account[] => {
  const { users } = JSON.parse(readFileSync(projectFile('deploy', 'keycloak', 'realm.json'), 'utf8')) as { users: readonly RealmUser[] };
  return users.filter(({ attributes }) => attributes?.authority?.[0] === authority).map(({ id, firstName, lastName, realmRoles, attributes }) => ({
    id: Uuid(id), forename: firstName, surname: lastName, roles: realmRoles, authority, ...(attributes?.team?.[0] === undefined ? {} : { team: attributes.team[0] }),
  }));
};
