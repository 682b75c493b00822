import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../start/prepare.mjs';

/** One line a person of the demonstration's realm: the name to sign in with, the person's name, role and authority. */
export const peopleLines = async () => {
  const { users } = JSON.parse(await readFile(join(root, 'deploy', 'keycloak', 'realm.json'), 'utf8'));
  return users.filter(({ realmRoles }) => realmRoles?.length > 0).map(({ username, firstName, lastName, realmRoles, attributes }) => `    ${username}: ${firstName} ${lastName}, ${realmRoles.join(', ')}, ${attributes?.authority?.[0] ?? ''}`);
};
