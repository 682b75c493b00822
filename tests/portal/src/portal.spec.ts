import request from 'supertest';
import { CHRONOLOGY_EVENTS } from '@permanence/locality-hub/service';
import { hasOwnWords } from '@permanence/portal/web';
import { Visitor } from '@permanence/testing/visitor';
import { routesOf } from './routes.js';
import { type TestRegion, testRegion } from './region.js';

const TELFORD = 'E06000020';
const SOMEBODY = '00000000-0000-4000-8000-000000000001';

describe('the portal', () => {
  let test: TestRegion;
  beforeAll(async () => {
    test = await testRegion();
  }, 60_000);
  afterAll(() => test.close());
  const browser = (): Visitor => new Visitor(test.origin);
  const signedIn = (role: string, authority = TELFORD): Promise<Visitor> => browser().signIn(role, authority);

  describe('without a session', () => {
    const addressOf = (path: string): string => path.replace(/:\w+/g, SOMEBODY);

    it('leads from every page that is not open to sign-in, and changes nothing', async () => {
      const routes = routesOf(test.region.services.portal.app);
      expect(routes.length).toBeGreaterThan(30);
      for (const { name, method, path, open } of routes.filter((route) => !route.open)) {
        const answer = method === 'GET' ? await browser().ask(addressOf(path)) : await browser().send(addressOf(path), {});
        expect([name, answer.status, answer.headers['location'] ?? '']).toEqual(method === 'GET' ? [name, 303, expect.stringMatching(/^\/sign-in/)] : [name, 401, '']);
        expect([name, open]).toEqual([name, false]);
      }
    });

    it.each(['/sign-in', '/accessibility', '/privacy', '/cookies', '/help/glossary'])('opens %s', async (address) => {
      const answer = await browser().ask(address);
      expect(answer.status).toBe(200);
      expect(answer.text).toContain('<h1');
      expect(answer.text).not.toContain('Sign out');
    });

    it('keeps the address that was asked for, and goes on to it', async () => {
      const asked = await browser().ask('/region/scorecard?month=2026-09');
      expect(asked.headers['location']).toBe('/sign-in?after=%2Fregion%2Fscorecard%3Fmonth%3D2026-09');
      const back = await browser().signIn('slt-member', 'region', '/region/scorecard?month=2026-09');
      expect(back.address).toBe('/region/scorecard?month=2026-09');
    });

    it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/sign-out'])('goes on to no address that is not ours: %s', async (after) => {
      const astray = await browser().signIn('slt-member', 'region', `/sign-in?after=${encodeURIComponent(after)}`);
      expect(astray.address).toBe('/region/scorecard');
    });

    it('says where one was after something was sent too late', async () => {
      const answer = await browser().send(`/children/${SOMEBODY}/restriction`, { reason: 'x' });
      expect(answer.status).toBe(401);
      expect(answer.text).toContain('You were signed out');
      expect(answer.text).toContain(`/sign-in?after=${encodeURIComponent(`/children/${SOMEBODY}/restriction`)}`);
    });
  });

  describe('a session', () => {
    it('is a random id in a cookie that no script and no other site can use', async () => {
      const person = await signedIn('performance-officer');
      expect(person.cookie('session')).toMatch(/^[\w-]{43}$/);
      expect(person.attributes.get('session')).toBe('Path=/; HttpOnly; SameSite=Lax');
      expect(person.html).toContain('Sign out');
    });

    it('has another id after signing in than before', async () => {
      const person = browser();
      await person.open('/sign-in');
      await person.submit('/sign-in');
      const before = person.cookie('session');
      await person.signIn('performance-officer', TELFORD);
      expect(before).toBeDefined();
      expect(person.cookie('session')).not.toBe(before);
      const planted = browser();
      planted.keepCookie('session', before ?? '');
      expect((await planted.ask('/')).status).toBe(303);
    });

    it('ends here and at the issuer with signing out', async () => {
      const person = await signedIn('qa-auditor');
      const id = person.cookie('session') ?? '';
      await person.submit('/sign-out');
      expect(person.address).toBe('/sign-in');
      expect(person.cookie('session')).toBeUndefined();
      const copied = browser();
      copied.keepCookie('session', id);
      expect((await copied.ask('/access-log')).status).toBe(303);
      await person.submit('/sign-in');
      expect(person.html).toContain('Choose who you are');
    });

    it('ends with the account', async () => {
      const person = await signedIn('elected-member', 'E06000051');
      const found = test.region.issuer.people().flatMap(({ people }) => people).find(({ name }) => person.html.includes(name));
      test.region.issuer.disableAccount(found?.id ?? '');
      await new Promise((resolve) => { setTimeout(resolve, 1100); });
      expect((await person.ask('/region/scorecard')).headers['location']).toBe('/sign-in?after=%2Fregion%2Fscorecard');
      expect((await person.ask('/region/scorecard')).status).toBe(303);
    });

    it('opens no API: a program brings a token of its own', async () => {
      const person = await signedIn('performance-officer');
      for (const service of ['locality-hub/v1/me', 'regional-hub/v1/horizons']) expect((await person.ask(`/api/${service}`)).status).toBe(401);
    });
  });

  describe('what is sent', () => {
    const wrong = { restricted: 'x' };
    const POSTS = ['/sign-out', '/children/allocate', `/children/${SOMEBODY}/restriction`, `/children/${SOMEBODY}/withdrawal`, '/imports/sample', `/imports/${SOMEBODY}/apply`];

    it.each(POSTS)('is refused at %s when it does not come from a page of ours', async (address) => {
      const person = await signedIn('team-manager');
      const answer = await person.send(address, wrong);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('PAGE_TOO_OLD');
      expect((await person.ask('/')).status).toBe(200);
    });

    it('is refused with the token of somebody else, even beside that one’s cookie', async () => {
      const [me, other] = [await signedIn('team-manager'), await signedIn('team-manager', 'E06000021')];
      const { _csrf = '' } = other.hidden('/sign-out');
      me.keepCookie('_csrf', other.cookie('_csrf') ?? '');
      expect((await me.send('/sign-out', { _csrf })).status).toBe(403);
    });

    it('is refused as an upload, too', async () => {
      const person = await signedIn('performance-officer');
      const answer = await request(test.origin).post('/imports/new').set('cookie', `session=${person.cookie('session') ?? ''}`).field('year', '2026').attach('files', Buffer.from('CHILD\n'), 'a.csv');
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('PAGE_TOO_OLD');
    });
  });

  describe('every page', () => {
    it('is fenced: no script but ours, no frame, no address to other sites, kept by nobody', async () => {
      const { headers } = await (await signedIn('team-manager')).ask('/');
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/^default-src 'none';script-src 'self' 'nonce-[0-9a-f]{32}';style-src 'self' 'nonce-[0-9a-f]{32}';/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'content-type': 'text/html; charset=utf-8' });
    });

    it('has a nonce of its own, which its script has too', async () => {
      const nonces = new Set<string>();
      for (let times = 0; times < 3; times += 1) {
        const { headers, text } = await browser().ask('/sign-in');
        const [, nonce = ''] = /'nonce-([0-9a-f]+)'/.exec(String(headers['content-security-policy'])) ?? [];
        expect(text).toContain(`<script nonce="${nonce}">`);
        nonces.add(nonce);
      }
      expect(nonces.size).toBe(3);
    });

    it('says the same of what is not there and of what is no page', async () => {
      const person = await signedIn('team-manager');
      const answers = [await person.ask(`/children/${SOMEBODY}`), await person.ask('/children/no-id'), await person.ask('/nowhere')];
      for (const { status, text } of answers) {
        expect(status).toBe(404);
        expect(text).toContain('We could not find that page. Check the reference.');
        expect(text).toContain('Sign out');
      }
    });

    it('says who can, where the role cannot', async () => {
      const answer = await (await signedIn('regional-head-of-operations', 'region')).ask('/children');
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('CHILDREN_NOT_FOR_ROLE');
    });

    it('has style and script that browsers keep for good', async () => {
      const { headers } = await browser().ask('/assets/app.0123456789ab.css');
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    });
  });

  describe('the APIs of the services', () => {
    it('stand on the same origin, documents included', async () => {
      for (const service of ['locality-hub', 'regional-hub']) {
        const { status, body, headers } = await request(test.origin).get(`/api/${service}/openapi.json`);
        expect([status, (body as { openapi: string }).openapi.slice(0, 1)]).toEqual([200, '3']);
        expect(headers['cache-control']).toBe('no-store');
      }
    });

    it('refuse who brings no token as they do themselves', async () => {
      const { status, body, headers } = await request(test.origin).get('/api/locality-hub/v1/children');
      expect([status, (body as { code: string }).code, headers['www-authenticate']]).toEqual([401, 'NOT_SIGNED_IN', 'Bearer']);
    });
  });

  it('has words of its own for every event that a child’s chronology can hold', () => {
    expect(CHRONOLOGY_EVENTS.length).toBeGreaterThan(40);
    expect(CHRONOLOGY_EVENTS.filter((type) => !hasOwnWords(type))).toEqual([]);
  });
});
