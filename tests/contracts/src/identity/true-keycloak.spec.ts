import { randomBytes } from 'node:crypto';
import { HttpRefusal, Identity, identityConfiguration } from '@permanence/platform/identity';
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

/** The Keycloak of the environment, or one of our own. */
const keycloak = async (): Promise<Keycloak> => {
  const url = process.env['KEYCLOAK_URL'];
  if (url === undefined || url === '') return startKeycloak();
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

  const start = async (): Promise<IssuerUnderTest> => {
    running = await keycloak();
    admin = new KeycloakAdmin(running.url, running.admin);
    issuer = {
      url: running.url, publicUrl: process.env['PERMANENCE_PUBLIC_URL'] ?? 'http://localhost:8080', portalSecret: running.portalSecret,
      fillIn: async ({ html }, { id, username }) => {
        await admin.setPassword({ id, username }, running.password);
        return { action: loginAction(html), fields: { username, password: running.password } };
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
    await expect(identity.whoHolds(await admin.masterToken())).rejects.toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' } satisfies Partial<HttpRefusal>);
  });

  describe('somebody who guesses passwords (T29)', () => {
    /** What the page says after a try, less what differs from page to page: the name that was typed, and the codes of the attempt. */
    const tryPassword = async (username: string, password: string): Promise<{ in: boolean; says: string }> => {
      const browser = new Browser(`${issuer.url}/realms/`);
      const page = await browser.open(authorizationAddress(issuer, 'permanence-cli', 'v'.repeat(43)));
      const { status, left, html } = await browser.open(loginAction(page.html), { username, password });
      const text = html.replaceAll(username, '').replace(/(session_code|execution|client_data|tab_id|kc_|authSessionHash)[^"'\s]*/g, '').replace(/"[\w-]{20,}"/g, '""');
      return { in: left?.searchParams.has('code') ?? false, says: `${status} ${text}` };
    };
    const guessed: Person = person('harriet.sproston');

    it('has six tries a minute at most; then not even the right password helps, and the page tells neither', async () => {
      undo.push(() => admin.unlock(guessed));
      const known = [];
      for (const guess of Array.from({ length: 6 }, (_, n) => `wrong-password-${n}`)) known.push(await tryPassword(guessed.username, guess));
      expect(known.filter((each) => each.in)).toEqual([]);
      await admin.setPassword(guessed, running.password);
      const right = await tryPassword(guessed.username, running.password);
      const throttle = await admin.throttleOf(guessed);
      expect({ in: right.in, locked: throttle.disabled }).toEqual({ in: false, locked: true });
      expect(throttle.numFailures).toBeLessThanOrEqual(6);
      const unknown = await tryPassword('nobody.of.this.name', 'wrong-password-1');
      expect(right.says).toBe(known[0]?.says);
      expect(unknown.says).toBe(known[0]?.says);
    }, 120_000);

    it('locks nobody else out', async () => {
      expect((await signIn(issuer, person('emeka.udall'))).tokens.access_token).toMatch(/^ey/);
    });
  });
});
