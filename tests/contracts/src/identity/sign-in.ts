import { createHash, randomBytes } from 'node:crypto';
import { Browser } from './browser.js';

/** An issuer that the contract is held against. */
export type IssuerUnderTest = Readonly<{
  url: string;
  /** Where the portal's codes come back to. */
  publicUrl: string;
  portalSecret: string;
  /** The fields that a person fills in on the sign-in page, and the address that the form goes to. */
  fillIn(page: { address: string; html: string }, person: Person): Promise<{ action: string; fields: Record<string, string> }>;
  disableAccount(person: Person): Promise<void>;
  removeRole(person: Person, role: string): Promise<void>;
  stop(): Promise<void>;
}>;

/** Somebody of the realm file. */
export type Person = Readonly<{ id: string; username: string }>;

export type Client = 'permanence-cli' | 'permanence-portal';

export type Tokens = Readonly<{ access_token: string; refresh_token: string; id_token: string }>;

export const endpoint = (issuer: IssuerUnderTest, name: string): string => `${issuer.url}/realms/permanence/protocol/openid-connect/${name}`;

const backTo = (issuer: IssuerUnderTest, client: Client): string => (client === 'permanence-cli' ? 'http://127.0.0.1:49152/signed-in' : `${issuer.publicUrl}/signed-in`);

/** An authorization request; `change` is what a test does otherwise than it should be. */
export const authorizationAddress = (issuer: IssuerUnderTest, client: Client, verifier: string, change: Readonly<Record<string, string | undefined>> = {}): string => {
  const asked = {
    client_id: client, response_type: 'code', scope: 'openid', state: randomBytes(8).toString('hex'), redirect_uri: backTo(issuer, client),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256', ...change,
  };
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `${endpoint(issuer, 'auth')}?${new URLSearchParams(given)}`;
};

/** Code flow with PKCE through the issuer's own page. */
export const signIn = async (issuer: IssuerUnderTest, person: Person, client: Client = 'permanence-cli'): Promise<{ browser: Browser; tokens: Tokens }> => {
  const browser = new Browser(`${issuer.url}/realms/`);
  const verifier = randomBytes(32).toString('base64url');
  const page = await browser.open(authorizationAddress(issuer, client, verifier));
  const { action, fields } = await issuer.fillIn(page, person);
  const { left, html } = await browser.open(action, fields);
  const code = left?.searchParams.get('code');
  if (code === null || code === undefined) throw new Error(`${person.username} was not signed in: ${html.slice(0, 2000)}`);
  const answer = await askForTokens(issuer, client, { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: backTo(issuer, client) });
  if (!answer.ok) throw new Error(`no tokens for ${person.username}: ${await answer.text()}`);
  return { browser, tokens: (await answer.json()) as Tokens };
};

/** Asks the token endpoint as a client would. */
export const askForTokens = (issuer: IssuerUnderTest, client: Client, form: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(endpoint(issuer, 'token'), {
    method: 'POST',
    body: new URLSearchParams({ ...form, client_id: client, ...(client === 'permanence-portal' ? { client_secret: issuer.portalSecret } : {}) }),
  });

/** Signs out in the browser, as the portal's link does. */
export const signOut = (issuer: IssuerUnderTest, browser: Browser, idToken: string) =>
  browser.open(`${endpoint(issuer, 'logout')}?${new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: `${issuer.publicUrl}/` })}`);

export const claimsIn = (jwt: string): Record<string, unknown> => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
