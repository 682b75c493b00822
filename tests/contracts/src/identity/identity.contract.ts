import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { HttpRefusal, Identity, type IdentityConfiguration, STANDING_AGE_MS, type Who, identityConfiguration } from '@permanence/platform/identity';
import { Browser } from './browser.js';
import { person } from './realm-people.js';
import { type IssuerUnderTest, askForTokens, authorizationAddress, claimsIn, signIn, signOut } from './sign-in.js';

/** The status of the refusal; the test fails when the token was taken. */
const refusalOf = (asked: Promise<Who>): Promise<number> =>
  asked.then(() => 200, (fault: unknown) => { if (fault instanceof HttpRefusal) return fault.status; throw fault; });

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What every issuer must do for us: the same tests for the built-in one and for true Keycloak. */
export const identityContract = (start: () => Promise<IssuerUnderTest>): void => {
  let issuer: IssuerUnderTest;
  let configuration: IdentityConfiguration;
  let identity: Identity;

  beforeAll(async () => {
    issuer = await start();
    configuration = identityConfiguration({ KEYCLOAK_URL: issuer.url });
    identity = new Identity(configuration);
  }, 900_000);

  afterAll(() => issuer?.stop(), 60_000);

  const tokenOf = async (username: string): Promise<string> => (await signIn(issuer, person(username))).tokens.access_token;

  describe('a token from the code flow', () => {
    it('is accepted, and says who somebody is', async () => {
      const who = await identity.identify(`Bearer ${await tokenOf('nadia.ferris')}`);
      expect(who).toMatchObject({
        id: person('nadia.ferris').id, name: 'Nadia Ferris', roles: ['locality-social-worker'], authority: 'E10000028', tenants: ['E10000028'], team: 'Stafford', swRegistration: 'SW100001',
      });
      expect(who.capabilities.get('child:read-record')).toBe('own');
    });

    it('is accepted for a regional person, who has no team and no registration', async () => {
      const who = await identity.whoHolds(await tokenOf('delroy.hanley'));
      expect(who).toMatchObject({ name: 'Delroy Hanley', roles: ['regional-head-of-operations'], authority: 'region', tenants: ['region'] });
      expect(Object.keys(who)).not.toContain('team');
      expect(Object.keys(who)).not.toContain('swRegistration');
    });

    it('carries the claims that programs read', async () => {
      expect(claimsIn(await tokenOf('owen.brackley'))).toMatchObject({
        iss: `${issuer.url}/realms/permanence`, sub: person('owen.brackley').id, typ: 'Bearer', azp: 'permanence-cli', aud: 'permanence-api', preferred_username: 'owen.brackley',
        name: 'Owen Brackley', authority: 'E10000028', team: 'Stafford', realm_access: { roles: expect.arrayContaining(['team-manager']) }, sid: expect.any(String),
      });
    });

    it('lives 60 minutes for a program, and 5 for the portal, which refreshes it', async () => {
      const life = (jwt: string): number => Number(claimsIn(jwt)['exp']) - Number(claimsIn(jwt)['iat']);
      expect(life(await tokenOf('tamsin.iqbal'))).toBe(3600);
      const { tokens } = await signIn(issuer, person('tamsin.iqbal'), 'permanence-portal');
      expect(life(tokens.access_token)).toBe(300);
      const answer = await askForTokens(issuer, 'permanence-portal', { grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
      const { access_token: refreshed } = (await answer.json()) as { access_token: string };
      expect(await identity.whoHolds(refreshed)).toMatchObject({ name: 'Tamsin Iqbal' });
    });
  });

  describe('a token that is not ours', () => {
    it('is refused when its signature was altered', async () => {
      const [header, payload, signature = ''] = (await tokenOf('nadia.ferris')).split('.');
      const altered = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
      expect(await refusalOf(identity.whoHolds(`${header}.${payload}.${altered}`))).toBe(401);
    });

    it('is refused when its claims were altered', async () => {
      const [header, payload = '', signature] = (await tokenOf('nadia.ferris')).split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
      expect(await refusalOf(identity.whoHolds(`${header}.${part({ ...claims, sub: person('owen.brackley').id })}.${signature}`))).toBe(401);
    });

    it('is refused without a signature (alg none)', async () => {
      const payload = part(claimsIn(await tokenOf('nadia.ferris')));
      expect(await refusalOf(identity.identify(`Bearer ${part({ alg: 'none', typ: 'JWT' })}.${payload}.`))).toBe(401);
    });

    it('is refused when it is made out for another audience', async () => {
      const jwt = await tokenOf('nadia.ferris');
      expect(await refusalOf(new Identity({ ...configuration, audience: 'another-service' }).whoHolds(jwt))).toBe(401);
    });

    it('is refused when it comes from another realm', async () => {
      const jwt = await tokenOf('nadia.ferris');
      expect(await refusalOf(new Identity({ ...configuration, realm: 'another-realm' }).whoHolds(jwt))).toBe(401);
    });

    it('is refused when it is an ID token', async () => {
      const { tokens } = await signIn(issuer, person('nadia.ferris'));
      expect(await refusalOf(identity.whoHolds(tokens.id_token))).toBe(401);
    });

    it('is refused when it has run out', async () => {
      const jwt = await tokenOf('nadia.ferris');
      expect(await refusalOf(identity.whoHolds(jwt))).toBe(200);
      jest.useFakeTimers({ now: Date.now() + 3_601_000, doNotFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask', 'performance', 'hrtime'] });
      try {
        expect(await refusalOf(identity.whoHolds(jwt))).toBe(401);
      } finally {
        jest.useRealTimers();
      }
    });

    it.each([undefined, '', 'Bearer', 'Bearer not-a-token', 'Basic bmFkaWE6ZmVycmlz'])('is refused when there is none: %p', async (header) => {
      expect(await refusalOf(identity.identify(header))).toBe(401);
    });
  });

  describe('the next request, a second later at most (T11)', () => {
    it('is refused when the account was disabled, and so is a refresh', async () => {
      const { tokens } = await signIn(issuer, person('callum.thorley'), 'permanence-portal');
      expect(await refusalOf(identity.whoHolds(tokens.access_token))).toBe(200);
      await issuer.disableAccount(person('callum.thorley'));
      await pause(STANDING_AGE_MS);
      expect(await refusalOf(identity.whoHolds(tokens.access_token))).toBe(401);
      expect((await askForTokens(issuer, 'permanence-portal', { grant_type: 'refresh_token', refresh_token: tokens.refresh_token })).status).toBe(400);
    });

    it('holds nothing of a role that was taken away', async () => {
      const jwt = await tokenOf('hester.lomax');
      expect((await identity.whoHolds(jwt)).capabilities.get('child:allocate-worker')).toBe('team');
      await issuer.removeRole(person('hester.lomax'), 'team-manager');
      await pause(STANDING_AGE_MS);
      const who = await identity.whoHolds(jwt);
      expect(who.roles).toEqual([]);
      expect([...who.capabilities]).toEqual([]);
    });

    it('is refused when the person has signed out, and so is a refresh', async () => {
      const { browser, tokens } = await signIn(issuer, person('ifan.dacre'), 'permanence-portal');
      expect(await refusalOf(identity.whoHolds(tokens.access_token))).toBe(200);
      expect((await signOut(issuer, browser, tokens.id_token)).left?.href).toBe(`${issuer.publicUrl}/`);
      await pause(STANDING_AGE_MS);
      expect(await refusalOf(identity.whoHolds(tokens.access_token))).toBe(401);
      expect((await askForTokens(issuer, 'permanence-portal', { grant_type: 'refresh_token', refresh_token: tokens.refresh_token })).status).toBe(400);
    });
  });

  describe('the issuer', () => {
    it('gives no code without PKCE', async () => {
      const { left, html } = await new Browser(`${issuer.url}/realms/`).open(authorizationAddress(issuer, 'permanence-portal', 'v', { code_challenge: undefined, code_challenge_method: undefined }));
      expect(left?.searchParams.get('error') ?? html).toBe('invalid_request');
    });

    it.each(['permanence-portal', 'permanence-cli'] as const)('sends no code of %s to an address that is not of the realm file', async (client) => {
      const { status, left } = await new Browser(`${issuer.url}/realms/`).open(authorizationAddress(issuer, client, 'v', { redirect_uri: 'https://elsewhere.example/signed-in' }));
      expect({ status, left }).toEqual({ status: 400, left: undefined });
    });

    it('gives nothing to the portal without its secret', async () => {
      const form = { grant_type: 'authorization_code', code: 'none', code_verifier: 'v', redirect_uri: `${issuer.publicUrl}/signed-in` };
      expect((await askForTokens({ ...issuer, portalSecret: 'guessed' }, 'permanence-portal', form)).status).toBe(401);
    });
  });
};
