import { readFileSync } from 'node:fs';

/** The parts of Keycloak's realm file that the built-in issuer follows: one file for both (`deploy/keycloak/realm.json`). */
export type Realm = Readonly<{
  realm: string;
  accessTokenLifespan: number;
  ssoSessionIdleTimeout: number;
  ssoSessionMaxLifespan: number;
  clients: readonly RealmClient[];
  users: readonly RealmUser[];
}>;

export type RealmClient = Readonly<{
  clientId: string;
  bearerOnly?: boolean;
  publicClient: boolean;
  secret?: string;
  redirectUris?: readonly string[];
  attributes?: Readonly<Record<string, string>>;
  protocolMappers?: readonly ProtocolMapper[];
}>;

export type ProtocolMapper = Readonly<{ protocolMapper: string; config: Readonly<Record<string, string>> }>;

export type RealmUser = Readonly<{
  id: string;
  username: string;
  firstName: string;
  lastName: string;
  enabled: boolean;
  realmRoles: readonly string[];
  attributes: Readonly<Record<string, readonly string[]>>;
}>;

/**
 * Reads a realm file, and puts values in place of `${NAME}` and `${NAME:default}` as Keycloak's own import does.
 * @throws Error with a sentence when the file cannot be read, or a placeholder has neither value nor default.
 */
export const readRealm = (file: string, values: Readonly<Record<string, string>>): Realm =>
  JSON.parse(readFileSync(file, 'utf8'), (_, value: unknown) => (typeof value === 'string' ? fillIn(value, values) : value)) as Realm;

const fillIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{([A-Z_]+)(?::([^}]*))?\}/g, (_, name: string, otherwise: string | undefined) => {
    const value = values[name] ?? otherwise;
    if (value === undefined) throw new Error(`The realm file asks for ${name}, and nobody gave it.`);
    return value;
  });

/** Whether an address is one of a client's, as Keycloak judges: `*` at the end stands for anything, and a loopback address may have any port (RFC 8252, 7.3). */
export const isRedirectOf = (client: RealmClient, address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const withoutPort = address.replace(/^http:\/\/127\.0\.0\.1:\d+/, 'http://127.0.0.1');
  return (client.redirectUris ?? []).some((pattern) =>
    pattern.endsWith('*') ? [address, withoutPort].some((each) => each.startsWith(pattern.slice(0, -1))) : [address, withoutPort].includes(pattern));
};
