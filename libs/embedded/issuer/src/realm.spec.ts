import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Accounts } from './accounts.js';
import { audienceOf, claimsFor } from './claims.js';
import { peopleByPlace } from './people.js';
import { type RealmClient, isRedirectOf, readRealm } from './realm.js';
import { secretsIn } from './secrets.js';

const FILE = join(import.meta.dirname, '../../../../deploy/keycloak/realm.json');
const realm = readRealm(FILE, { PERMANENCE_PUBLIC_URL: 'http://localhost:9000', PERMANENCE_PORTAL_SECRET: 'a secret' });
const accounts = new Accounts(realm);
const client = (id: string): RealmClient => realm.clients.find(({ clientId }) => clientId === id)!;
const portal = client('permanence-portal');
const program = client('permanence-cli');

const COUNCILS = ['E10000028', 'E06000021', 'E06000051', 'E06000020'];
const COUNCIL_ROLES = ['locality-social-worker', 'team-manager', 'performance-officer', 'elected-member', 'data-protection-officer', 'qa-auditor', 'reviewing-officer', 'information-owner'];
const REGIONAL_ROLES = ['regional-head-of-operations', 'slt-member', 'management-board-member'];

describe('the realm file', () => {
  it('has two people of each kind in each council, and in the region', () => {
    const wanted = [...COUNCILS.flatMap((authority) => COUNCIL_ROLES.map((role) => `${authority} ${role} 2`)), ...REGIONAL_ROLES.map((role) => `region ${role} 2`)];
    const found = peopleByPlace(accounts.all()).flatMap(({ authority, people }) =>
      [...new Set(people.map(({ role }) => role))].map((role) => `${authority} ${role} ${people.filter((each) => each.role === role).length}`));
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  it('names everybody once, with an id of its own', () => {
    expect([new Set(realm.users.map(({ id }) => id)).size, new Set(realm.users.map(({ username }) => username)).size]).toEqual([70, 70]);
    expect(realm.users.filter(({ id }) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
  });

  it('gives social workers their registration and team', () => {
    const registered = accounts.all().filter(({ roles }) => roles.includes('locality-social-worker')).map(({ name, attributes }) => `${name} ${attributes['sw_registration']?.[0]} ${attributes['team']?.[0]}`);
    expect(registered).toEqual([
      'Nadia Ferris SW100001 Stafford', 'Callum Thorley SW100002 Stafford', 'Petra Vance SW200001 Burslem', 'Linus Adeyo SW200002 Burslem',
      'Bethan Rowlands SW300001 Oswestry', 'Marcus Ainsty SW300002 Oswestry', 'Joanne Priddy SW400001 Wellington', 'Tariq Mahmoud SW400002 Wellington',
    ]);
  });

  it('holds no password', () => {
    expect(JSON.stringify(realm)).not.toMatch(/credential(s|Data)|secretData/);
  });

  it('takes the place of a placeholder from what it is given, and refuses one that nobody gave', () => {
    expect(portal).toMatchObject({ secret: 'a secret', redirectUris: ['http://localhost:9000/*'] });
    expect(readRealm(FILE, { PERMANENCE_PORTAL_SECRET: 's' }).clients[0]?.redirectUris).toEqual(['http://localhost:8080/*']);
    expect(() => readRealm(FILE, {})).toThrow('The realm file asks for PERMANENCE_PORTAL_SECRET, and nobody gave it.');
  });
});

describe('an address to come back to', () => {
  it.each([
    [portal, 'http://localhost:9000/signed-in', true],
    [portal, 'http://localhost:9000.elsewhere.example/', false],
    [portal, 'http://localhost:9001/signed-in', false],
    [program, 'http://127.0.0.1/back', true],
    [program, 'http://127.0.0.1:49152/back', true],
    [program, 'http://127.0.0.1.elsewhere.example/', false],
    [program, 'http://127.0.0.1:80@elsewhere.example/', false],
    [program, 'https://127.0.0.1/', false],
    [program, 'not an address', false],
  ])('of %# is judged as Keycloak does', (of, address, allowed) => {
    expect(isRedirectOf(of, address)).toBe(allowed);
  });
});

describe('the claims of an account', () => {
  const account = accounts.all().find(({ username }) => username === 'petra.vance')!;

  it('are what the mappers of the realm say', () => {
    const claims = { realm_access: { roles: ['locality-social-worker'] }, preferred_username: 'petra.vance', name: 'Petra Vance', authority: 'E06000021', team: 'Burslem', sw_registration: 'SW200001' };
    expect(claimsFor(program, account, 'access.token.claim')).toEqual(claims);
    expect(claimsFor(portal, account, 'userinfo.token.claim')).toEqual(claims);
    expect([audienceOf(program), audienceOf(portal)]).toEqual(['permanence-api', 'permanence-api']);
  });

  it('cannot be made by a mapper that only Keycloak knows', () => {
    const odd = { ...program, protocolMappers: [{ protocolMapper: 'oidc-script-mapper', config: { 'access.token.claim': 'true' } }] };
    expect(() => claimsFor(odd, account, 'access.token.claim')).toThrow('The realm file uses the mapper oidc-script-mapper, which the built-in issuer does not know.');
    expect(() => audienceOf(odd)).toThrow('The realm file gives permanence-cli no audience');
  });
});

describe('the secrets of an installation', () => {
  it('that cannot be read are refused in a sentence', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    const made = await secretsIn(folder);
    expect(await secretsIn(folder)).toEqual(made);
    writeFileSync(join(folder, 'issuer-secrets.json'), '{"signingKey":');
    await expect(secretsIn(folder)).rejects.toThrow('cannot be read. Delete it and start again');
    rmSync(folder, { recursive: true });
  });
});
