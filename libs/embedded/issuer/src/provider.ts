import Provider, { type Configuration, type KoaContextWithOIDC, errors, interactionPolicy } from 'oidc-provider';
import type { Account, Accounts } from './accounts.js';
import { audienceOf, claimsFor } from './claims.js';
import { errorPage } from './pages.js';
import { type Realm, type RealmClient, isRedirectOf } from './realm.js';
import type { RecordStore } from './record-store.js';
import type { Secrets } from './secrets.js';

/** What the parts of the issuer share. */
export type IssuerParts = Readonly<{ issuerUrl: string; realm: Realm; accounts: Accounts; records: RecordStore; secrets: Secrets }>;

/** Keycloak lets a session live this much longer than its idle time, in seconds, so that the last token of it can still be used. */
const GRACE_S = 120;

/** The one thing that tokens are for: our services. Resource indicators must be absolute addresses (RFC 8707); the audience in the token is the realm's. */
const SERVICES = 'urn:permanence:services';

/** @throws Error when the realm has no such client. */
export const clientOf = (realm: Realm, clientId: string | undefined): RealmClient => {
  const client = realm.clients.find((each) => each.clientId === clientId);
  if (client === undefined) throw new Error(`The realm has no client ${clientId ?? ''}.`);
  return client;
};

/** oidc-provider on Keycloak's paths, with the clients, claims and life times of the realm file. */
export const makeProvider = (parts: IssuerParts): Provider => {
  const { issuerUrl, realm, records } = parts;
  const provider = new Provider(issuerUrl, configurationOf(parts));
  provider.Client.prototype.redirectUriAllowed = function allowed(address: string): boolean {
    return isRedirectOf(clientOf(realm, this.clientId), address);
  };
  provider.on('grant.success', (context) => {
    const session = records.session(context.oidc.entities.RefreshToken?.sessionUid);
    if (session?.uid !== undefined) records.extendSession(session.uid, sessionLife(realm, session.loginTs));
  });
  return provider;
};

const configurationOf = ({ realm, accounts, records, secrets }: IssuerParts): Configuration => ({
  adapter: (kind: string) => records.adapterFor(kind),
  clients: realm.clients.filter(({ bearerOnly }) => bearerOnly !== true).map(toClientMetadata),
  jwks: { keys: [secrets.signingKey] },
  cookies: { keys: [secrets.cookieKey], long: { path: `/realms/${realm.realm}/`, signed: true, httpOnly: true, sameSite: 'lax' }, short: { signed: true, httpOnly: true, sameSite: 'lax' } },
  routes: routesOf(),
  scopes: ['openid'],
  findAccount: (_context, sub) => toProviderAccount(accounts.inForce(sub)),
  loadExistingGrant: grantEverything,
  interactions: { policy: signInOnly(), url: (_context, { uid }) => `/realms/${realm.realm}/login-actions/authenticate/${uid}` },
  features: { devInteractions: { enabled: false }, userinfo: { enabled: true }, rpInitiatedLogout: { enabled: true }, resourceIndicators: servicesOnly(realm) },
  extraTokenClaims: (_context, token) => ('accountId' in token && token.accountId !== undefined ? tokenClaims(realm, accounts, token) : undefined),
  issueRefreshToken: () => true,
  // As Keycloak's realms by default: two requests of one person may refresh at once, and neither is taken for a thief.
  rotateRefreshToken: () => false,
  pkce: { required: () => true },
  clientBasedCORS: () => false,
  renderError: (context, out) => renderError(context, out.error),
  ttl: {
    AccessToken: (_context, token) => Number(clientOf(realm, token.clientId).attributes?.['access.token.lifespan'] ?? realm.accessTokenLifespan),
    AuthorizationCode: 60, Grant: realm.ssoSessionMaxLifespan + GRACE_S, IdToken: realm.accessTokenLifespan, Interaction: 3600,
    RefreshToken: realm.ssoSessionMaxLifespan, Session: (_context, session) => sessionLife(realm, session.loginTs),
  },
});

/** What is left of a session from now, in seconds: the idle time, and never beyond the longest life. */
const sessionLife = ({ ssoSessionIdleTimeout, ssoSessionMaxLifespan }: Realm, loginTs: number | undefined): number => {
  const age = loginTs === undefined ? 0 : Math.floor(Date.now() / 1000) - loginTs;
  return Math.max(1, Math.min(ssoSessionIdleTimeout, ssoSessionMaxLifespan - age) + GRACE_S);
};

const routesOf = (): NonNullable<Configuration['routes']> => {
  const path = '/protocol/openid-connect';
  return { authorization: `${path}/auth`, token: `${path}/token`, jwks: `${path}/certs`, userinfo: `${path}/userinfo`, end_session: `${path}/logout` };
};

/** Addresses are judged by `isRedirectOf`; the provider wants at least one that it can read. */
const toClientMetadata = ({ clientId, publicClient, secret, redirectUris }: RealmClient): NonNullable<Configuration['clients']>[number] => ({
  client_id: clientId,
  ...(publicClient ? { token_endpoint_auth_method: 'none', application_type: 'native' } : { client_secret: secret }),
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: (redirectUris ?? []).map((pattern) => pattern.replace(/\*$/, '')),
});

const toProviderAccount = (account: Account | undefined) =>
  (account === undefined ? undefined : { accountId: account.id, claims: () => ({ sub: account.id }) });

const servicesOnly = (realm: Realm): NonNullable<NonNullable<Configuration['features']>['resourceIndicators']> => ({
  enabled: true,
  defaultResource: () => SERVICES,
  useGrantedResource: () => true,
  getResourceServerInfo: (_context, resource, client) => {
    if (resource !== SERVICES) throw new errors.InvalidTarget();
    return { scope: 'openid', audience: audienceOf(clientOf(realm, client.clientId)), accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } };
  },
});

/** The claims that Keycloak puts into an access token and this provider would not. */
const tokenClaims = (realm: Realm, accounts: Accounts, token: { accountId: string; clientId?: string; sessionUid?: string }) => {
  const account = accounts.inForce(token.accountId);
  const client = clientOf(realm, token.clientId);
  return { typ: 'Bearer', azp: client.clientId, sid: token.sessionUid, ...(account === undefined ? {} : claimsFor(client, account, 'access.token.claim')) };
};

/** Both clients are our own, so nobody is asked to agree to anything. A grant of somebody else who used this browser before is not used. */
const grantEverything = async (context: KoaContextWithOIDC) => {
  const { provider, session, client } = context.oidc;
  const accountId = session?.accountId;
  if (client === undefined || accountId === undefined) return undefined;
  const existing = await provider.Grant.find(session?.grantIdFor(client.clientId) ?? '');
  if (existing?.accountId === accountId) return existing;
  const grant = new provider.Grant({ accountId, clientId: client.clientId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(SERVICES, 'openid');
  await grant.save();
  return grant;
};

const signInOnly = (): ReturnType<typeof interactionPolicy.base> => {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
};

const renderError = (context: KoaContextWithOIDC, code: string): void => {
  const { headers, body } = errorPage(code);
  context.set(headers);
  context.body = body;
};
