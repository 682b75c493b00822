import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Identity, identityConfiguration } from '@permanence/platform/identity';
import { type Keycloak, startKeycloak } from '../../../../deploy/keycloak/start.mjs';
import { Browser } from './browser.js';
import { identityContract } from './identity.contract.js';
import { KeycloakAdmin } from './keycloak-admin.js';
import { person, realmUsers } from './realm-people.js';
import { type IssuerUnderTest, type Person, authorizationAddress, signIn } from './sign-in.js';

/** What a test asks of the environment when it gives a Keycloak. @throws Error that names what is missing. */
const given = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`KEYCLOAK_URL is set, so ${name} must be too: the tests sign in at that Keycloak.`);
  return value;
};

const isGiven = (process.env['KEYCLOAK_URL'] ?? '') !== '';

/** The Keycloak of the environment, or one of our own. */
const keycloak = async (): Promise<Keycloak> => {
  const url = process.env['KEYCLOAK_URL'] ?? '';
  if (!isGiven) return startKeycloak();
  return {
    url, portalSecret: given('PERMANENCE_PORTAL_SECRET'), password: randomBytes(24).toString('base64url'),
    admin: { username: given('KEYCLOAK_ADMIN_USERNAME'), password: given('KEYCLOAK_ADMIN_PASSWORD') }, stop: async () => {},
  };
};

const loginAction = (html: string): string => {
  const action = /<form[^>]+id="kc-form-login"[^>]+action="([^"]+)"/.exec(html)?.[1];
  if (action === undefined) throw new Error(`this is not Keycloak's sign-in page: ${html.slice(0, 1000)}`);
  return action.replaceAll('&amp;', '&');
};

describe('identity by true Keycloak', () => {
  let running: Keycloak;
  let admin: KeycloakAdmin;
  let issuer: IssuerUnderTest;
  const undo: (() => Promise<void>)[] = [];

  /** One of our own starts with passwords; at a given one the test sets them. */
  const makeSureOfPassword = async (who: Person): Promise<void> => { if (isGiven) await admin.setPassword(who, running.password); };

  const start = async (): Promise<IssuerUnderTest> => {
    running = await keycloak();
    admin = new KeycloakAdmin(running.url, running.admin);
    issuer = {
      url: running.url, publicUrl: process.env['PERMANENCE_PUBLIC_URL'] ?? 'http://localhost:8080', portalSecret: running.portalSecret,
      fillIn: async ({ html }, who) => {
        await makeSureOfPassword(who);
        return { action: loginAction(html), fields: { username: who.username, password: running.password } };
      },
      disableAccount: async (who) => { undo.push(() => admin.setEnabled(who, true)); await admin.setEnabled(who, false); },
      removeRole: async (who, role) => { undo.push(() => admin.addRole(who, role)); await admin.removeRole(who, role); },
      stop: async () => { for (const each of undo) await each(); await running.stop(); },
    };
    return issuer;
  };

  identityContract(start);

  it('lets in nobody with the password that the repository gives them: it gives none', () => {
    expect(realmUsers.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
  });

  it("refuses an administrator's token of another realm", async () => {
    const identity = new Identity(identityConfiguration({ KEYCLOAK_URL: running.url }));
    await expect(identity.whoHolds(await admin.masterToken())).rejects.toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
  });

  describe('somebody who guesses passwords (T29)', () => {
    /** What a person reads after a try, less the name that was typed. */
    const tryPassword = async (username: string, password: string): Promise<{ in: boolean; reads: string }> => {
      const browser = new Browser(`${issuer.url}/realms/`);
      const page = await browser.open(authorizationAddress(issuer, 'permanence-cli', 'v'.repeat(43)));
      const { status, left, html } = await browser.open(loginAction(page.html), { username, password });
      const text = html.replaceAll(username, '').replace(/<(script|style)[\s\S]*?<\/\1>/gi, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
      return { in: left?.searchParams.has('code') ?? false, reads: `${status} ${text}` };
    };
    const guessed = person('harriet.sproston');

    it('has six tries a minute at most; then not even the right password helps, and the page tells neither', async () => {
      undo.push(() => admin.unlock(guessed));
      await makeSureOfPassword(guessed);
      const tries = [];
      for (const guess of Array.from({ length: 6 }, (_, n) => `wrong-password-${n}`)) {
        tries.push(await tryPassword(guessed.username, guess));
        // Two failures within a second lock at once; the limit on patient guessing is what is asked here.
        await pause(1_100);
      }
      const right = await tryPassword(guessed.username, running.password);
      expect({ in: right.in, ...(await admin.throttleOf(guessed)) }).toMatchObject({ in: false, disabled: true, numFailures: 6 });
      const unknown = await tryPassword('nobody.of.this.name', 'wrong-password-1');
      expect(tries[0]?.reads).toContain('Invalid username or password');
      expect(new Set([...tries, right, unknown].map((each) => each.reads)).size).toBe(1);
    }, 120_000);

    it('locks nobody else out', async () => {
      expect((await signIn(issuer, person('emeka.udall'))).tokens.access_token).toMatch(/^ey/);
    });
  });
});
