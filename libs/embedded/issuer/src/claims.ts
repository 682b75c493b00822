import type { ProtocolMapper, RealmClient } from './realm.js';
import type { Account } from './accounts.js';

/** Where a claim goes: the access token, or the answer of the userinfo endpoint. */
type Destination = 'access.token.claim' | 'userinfo.token.claim';

type Claims = Record<string, unknown>;

/** What a client's mappers of the realm file make of an account: the same claims as Keycloak makes. The audience goes its own way (`audienceOf`). */
export const claimsFor = (client: RealmClient, account: Account, destination: Destination): Claims =>
  (client.protocolMappers ?? [])
    .filter(({ config }) => config[destination] === 'true')
    .reduce<Claims>((claims, mapper) => place(claims, mapper, account), {});

/** The client that the audience mapper names. @throws Error when the realm gives the client none. */
export const audienceOf = (client: RealmClient): string => {
  const audience = client.protocolMappers?.find(({ protocolMapper }) => protocolMapper === 'oidc-audience-mapper')?.config['included.client.audience'];
  if (audience === undefined) throw new Error(`The realm file gives ${client.clientId} no audience: its tokens would be of no use.`);
  return audience;
};

const place = (claims: Claims, { protocolMapper, config }: ProtocolMapper, account: Account): Claims => {
  const attribute = config['user.attribute'] ?? '';
  switch (protocolMapper) {
    case 'oidc-usermodel-attribute-mapper': return put(claims, config, account.attributes[attribute]?.[0]);
    case 'oidc-usermodel-realm-role-mapper': return put(claims, config, account.roles);
    case 'oidc-usermodel-property-mapper': return put(claims, config, attribute === 'username' ? account.username : undefined);
    case 'oidc-full-name-mapper': return put(claims, { 'claim.name': 'name' }, account.name);
    case 'oidc-audience-mapper': return claims;
    default: throw new Error(`The realm file uses the mapper ${protocolMapper}, which the built-in issuer does not know.`);
  }
};

/** A dot in a claim's name makes an object of it: `realm_access.roles`. */
const put = (claims: Claims, config: Readonly<Record<string, string>>, value: unknown): Claims => {
  if (value === undefined) return claims;
  const [outer = '', inner] = (config['claim.name'] ?? '').split('.');
  return { ...claims, [outer]: inner === undefined ? value : { [inner]: value } };
};
