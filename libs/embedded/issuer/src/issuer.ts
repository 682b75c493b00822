import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { Accounts } from './accounts.js';
import { sendJson } from './answers.js';
import { logout } from './logout.endpoint.js';
import { type PeopleOfPlace, peopleByPlace } from './people.js';
import { type IssuerParts, makeProvider } from './provider.js';
import { readRealm } from './realm.js';
import { RecordStore } from './record-store.js';
import { secretsIn } from './secrets.js';
import { signIn } from './sign-in.endpoint.js';
import { userinfo } from './userinfo.endpoint.js';

export type IssuerOptions = Readonly<{
  /** Where people reach the single process, without a slash at the end: `http://localhost:8080`. */
  publicUrl: string;
  /** Where its keys are kept from start to start. */
  dataFolder: string;
  /** `deploy/keycloak/realm.json`. */
  realmFile: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Told of what should not happen; whoever asked gets a 500. */
  report: (fault: unknown) => void;
}>;

/** Keycloak's stand-in for demonstrations and tests. It listens nowhere: the single process hands it what comes under `/realms/`. */
export type Issuer = Readonly<{
  /** Answers a request whose address still begins with `/realms/`. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** The secret of the client `permanence-portal`, made for this installation. */
  portalSecret: string;
  /** Those to sign in as, by council. */
  people(): readonly PeopleOfPlace[];
  /** As an administrator of Keycloak would: the account cannot be used, and every session of it ends. */
  disableAccount(userId: string): void;
  /** As an administrator of Keycloak would: from now on the person is that no more. */
  removeRole(userId: string, role: string): void;
}>;

/** @throws Error with a sentence when it must not exist here, or the realm file or its own secrets cannot be read. */
export const createIssuer = async ({ publicUrl, dataFolder, realmFile, environment, report }: IssuerOptions): Promise<Issuer> => {
  assertForDemonstration(environment);
  const secrets = await secretsIn(dataFolder);
  const realm = readRealm(realmFile, { PERMANENCE_PUBLIC_URL: publicUrl, PERMANENCE_PORTAL_SECRET: secrets.portalSecret });
  const accounts = new Accounts(realm);
  const records = new RecordStore();
  const parts: IssuerParts = { issuerUrl: `${publicUrl}/realms/${realm.realm}`, realm, accounts, records, secrets };
  const answer = answerer(makeProvider(parts), parts);
  return {
    handle: (request, response) => { answer(request, response).catch((fault: unknown) => { report(fault); answerFault(response); }); },
    portalSecret: secrets.portalSecret,
    people: () => peopleByPlace(accounts.all()),
    disableAccount: (userId) => { accounts.disable(userId); records.endSessionsOf(userId); },
    removeRole: (userId, role) => accounts.removeRole(userId, role),
  };
};

/** Anybody can be anybody here, so it refuses to stand beside real people or a real Keycloak. */
const assertForDemonstration = (environment: IssuerOptions['environment']): void => {
  if (environment['NODE_ENV'] === 'production')
    throw new Error('The built-in sign-in lets anybody be anybody, so it does not start with NODE_ENV=production. Start the services on their own with KEYCLOAK_URL.');
  if (environment['KEYCLOAK_URL'] !== undefined && environment['KEYCLOAK_URL'] !== '')
    throw new Error('KEYCLOAK_URL names a Keycloak, so the built-in sign-in does not start beside it. Unset KEYCLOAK_URL, or start the services on their own.');
};

const answerer = (provider: Provider, parts: IssuerParts): ((request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
  const root = `/realms/${parts.realm.realm}`;
  const onKeycloaksPaths = provider.callback();
  return async (request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path.startsWith(`${root}/login-actions/authenticate/`)) return signIn(provider, parts, request, response);
    if (path === `${root}/protocol/openid-connect/userinfo`) return userinfo(parts, request, response);
    if (path === `${root}/protocol/openid-connect/logout`) return logout(provider, parts, request, response);
    if (!path.startsWith(`${root}/`)) return sendJson(response, 404, { error: 'Realm does not exist' });
    // Mounted: the provider reads the address below the realm, and builds its own from the whole.
    Object.assign(request, { originalUrl: request.url, url: (request.url ?? '').slice(root.length) });
    await onKeycloaksPaths(request, response);
  };
};

const answerFault = (response: ServerResponse): void => {
  if (response.headersSent) response.destroy();
  else sendJson(response, 500, { error: 'server_error' });
};
