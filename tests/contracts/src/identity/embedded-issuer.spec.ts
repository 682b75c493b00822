import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Issuer, createIssuer } from '@permanence/embedded/issuer';
import { Identity, identityConfiguration } from '@permanence/platform/identity';
import { Browser } from './browser.js';
import { identityContract } from './identity.contract.js';
import { REALM_FILE, person, realmUsers } from './realm-people.js';
import { type IssuerUnderTest, askForTokens, authorizationAddress, signIn, signOut } from './sign-in.js';

const options = (publicUrl: string, dataFolder: string, environment: Record<string, string> = {}) =>
  ({ publicUrl, dataFolder, realmFile: REALM_FILE, environment, report: (fault: unknown) => { throw fault; } });

const listening = async (): Promise<{ server: Server; url: string }> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
};

const underTest = (url: string, issuer: Issuer, stop: () => Promise<void>): IssuerUnderTest => ({
  url, publicUrl: url, portalSecret: issuer.portalSecret, stop,
  fillIn: async ({ address }, { id }) => ({ action: address, fields: { person: id } }),
  disableAccount: async ({ id }) => issuer.disableAccount(id),
  removeRole: async ({ id }, role) => issuer.removeRole(id, role),
});

/** The built-in issuer behind an HTTP server of its own. */
const startEmbedded = async (): Promise<IssuerUnderTest> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'issuer-'));
  const { server, url } = await listening();
  const issuer = await createIssuer(options(url, dataFolder));
  server.on('request', issuer.handle);
  return underTest(url, issuer, async () => {
    server.closeAllConnections();
    server.close();
    await rm(dataFolder, { recursive: true });
  });
};

describe('identity by the built-in issuer', () => identityContract(startEmbedded));

describe('the built-in issuer alone', () => {
  let issuer: IssuerUnderTest;

  beforeAll(async () => { issuer = await startEmbedded(); });
  afterAll(() => issuer.stop());

  const browser = (): Browser => new Browser(`${issuer.url}/realms/`);

  it.each([['NODE_ENV', 'production'], ['KEYCLOAK_URL', 'https://identity.example.org']])('refuses to exist with %s=%s', async (name, value) => {
    await expect(createIssuer(options('http://localhost:1', tmpdir(), { [name]: value }))).rejects.toThrow(/^(The built-in sign-in lets anybody be anybody|KEYCLOAK_URL names a Keycloak)/);
  });

  it('shows everybody of the realm, by council, without a script', async () => {
    const { html } = await browser().open(authorizationAddress(issuer, 'permanence-portal', 'v'.repeat(43)));
    expect(realmUsers.filter(({ id, firstName, lastName }) => !html.includes(`value="${id}"`) || !html.includes(`${firstName} ${lastName}`))).toEqual([]);
    expect(html).not.toMatch(/<script|onclick|javascript:/);
    expect([...html.matchAll(/<h3[^>]*>([^<]+)</g)].map(([, place]) => place)).toEqual([
      'Staffordshire County Council', 'Stoke-on-Trent City Council', 'Shropshire Council', 'Telford &amp; Wrekin Council', 'The region',
    ]);
  });

  it('lets no other site frame its page or take its form, and nobody keep it', async () => {
    const jar = browser();
    const { address } = await jar.open(authorizationAddress(issuer, 'permanence-portal', 'v'.repeat(43)));
    const { headers } = await fetch(address);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/);
    expect([headers.get('cache-control'), headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['no-store', 'nosniff', 'no-referrer']);
  });

  it('says so when the sign-in page is too old, and when a person cannot sign in any more', async () => {
    const jar = browser();
    const { address } = await jar.open(authorizationAddress(issuer, 'permanence-portal', 'v'.repeat(43)));
    expect(await browser().open(address, { person: person('nadia.ferris').id })).toMatchObject({ status: 400, html: expect.stringContaining('Start signing in again') });
    await issuer.disableAccount(person('marcus.ainsty'));
    expect(await jar.open(address, { person: person('marcus.ainsty').id })).toMatchObject({ status: 422, html: expect.stringContaining('This person cannot sign in any more') });
  });

  it('takes a second person in the same browser, and ends what was granted to the first', async () => {
    const first = await signIn(issuer, person('nadia.ferris'), 'permanence-portal');
    const page = await first.browser.open(authorizationAddress(issuer, 'permanence-portal', 'v'.repeat(43), { prompt: 'login' }));
    const { left } = await first.browser.open(page.address, { person: person('owen.brackley').id });
    expect(left?.searchParams.get('code')).toMatch(/./);
    expect((await askForTokens(issuer, 'permanence-portal', { grant_type: 'refresh_token', refresh_token: first.tokens.refresh_token })).status).toBe(400);
  });

  it('signs nobody out for another site, which has no ID token of theirs', async () => {
    const { browser: jar, tokens } = await signIn(issuer, person('bethan.rowlands'));
    expect((await signOut(issuer, jar, 'made.up.token')).status).toBe(400);
    const identity = new Identity(identityConfiguration({ KEYCLOAK_URL: issuer.url }));
    expect(await identity.whoHolds(tokens.access_token)).toMatchObject({ name: 'Bethan Rowlands' });
  });

  it('knows no other realm', async () => {
    expect((await fetch(`${issuer.url}/realms/master/protocol/openid-connect/certs`)).status).toBe(404);
  });

  it('asks everybody to sign in again after a restart, with the same keys', async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'issuer-'));
    const { server, url } = await listening();
    const before = await createIssuer(options(url, dataFolder));
    server.on('request', before.handle);
    const { tokens } = await signIn(underTest(url, before, async () => undefined), person('nadia.ferris'), 'permanence-portal');
    const after = await createIssuer(options(url, dataFolder));
    server.removeAllListeners('request').on('request', after.handle);
    const restarted = underTest(url, after, async () => undefined);
    const refreshed = await askForTokens(restarted, 'permanence-portal', { grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
    expect({ status: refreshed.status, body: await refreshed.json() }).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    await expect(new Identity(identityConfiguration({ KEYCLOAK_URL: url })).whoHolds(tokens.access_token)).rejects.toMatchObject({ status: 401 });
    expect((await signIn(restarted, person('nadia.ferris'))).tokens.access_token).toMatch(/^ey/);
    server.closeAllConnections();
    server.close();
    await rm(dataFolder, { recursive: true });
  });
});
