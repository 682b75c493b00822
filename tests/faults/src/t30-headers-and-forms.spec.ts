import { readFileSync } from 'node:fs';
import { projectFile } from '@permanence/platform/host';
import { reached } from '@permanence/testing/counts';
import { type TestRegion, filesOfFew, openRegion, sampleFiles } from '@permanence/testing/region';
import { type Exchange, PASSIVE_RULES, findingsIn } from './passive/rules.js';
import { Watcher } from './passive/watcher.js';

const AUTHORITY = 'E10000028';
const CALLERS = ['performance-officer', 'team-manager', 'elected-member', 'data-protection-officer'] as const;
const PAGES_A_PERSON = 40;

describe('T30: what a browser and a proxy see of the product', () => {
  let region: TestRegion;
  const exchanges: Exchange[] = [];

  beforeAll(async () => {
    region = await openRegion();
    await (await region.as('performance-officer', AUTHORITY)).load(2022, filesOfFew(sampleFiles(2022), 20));
    await region.region.settled();
    for (const role of CALLERS) {
      const watcher = new Watcher(region.url);
      await watcher.signIn(role, AUTHORITY);
      await watcher.lookAround('/', PAGES_A_PERSON);
      await watcher.ask('/children?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E');
      await watcher.ask('/sign-in?next=https%3A%2F%2Felsewhere.example%2F');
      await watcher.ask('/no-such-page');
      exchanges.push(...watcher.exchanges);
    }
    const program = new Watcher(region.url);
    const headers = { authorization: `Bearer ${await region.tokenOf('performance-officer', AUTHORITY)}`, accept: 'application/json' };
    for (const path of ['children', 'imports', 'rules', 'me', 'children/none', 'no-such-route']) await program.ask(`/api/locality-hub/v1/${path}`, { headers });
    for (const path of ['indicators?authority=E10000028', 'horizons']) await program.ask(`/api/regional-hub/v1/${path}`, { headers });
    await program.ask('/api/locality-hub/v1/children');
    await program.ask('/api/locality-hub/openapi.json');
    const { localityHub, regionalHub } = region.region.services;
    for (const { url } of [localityHub, regionalHub]) await program.ask(`${url}/health/ready`);
    await program.ask(`${localityHub.url}/api/locality-hub/v1/children`, { headers });
    exchanges.push(...program.exchanges);
  }, 180_000);
  afterAll(() => region.stop());

  it('is looked at: pages, forms, files, refusals, the API', () => {
    const kinds = new Set(exchanges.map(({ kind, status }) => `${kind} ${status}`));
    expect([...kinds]).toEqual(expect.arrayContaining(['page 200', 'page 404', 'asset 200', 'api 200', 'api 401', 'api 404']));
    expect(exchanges.some(({ body }) => /<form\b[^>]*method="post"/i.test(body))).toBe(true);
  });

  it.each(PASSIVE_RULES.map(({ id, name }) => [id, name] as const))('rule %i of ZAP finds nothing: %s', (id) => {
    const found = exchanges.filter(({ kind }) => kind !== 'issuer').flatMap((exchange) => findingsIn(exchange).filter((finding) => finding.startsWith(`${id} `)));
    expect([...new Set(found)]).toEqual([]);
  });

  it('is what docs/security.md says it is, rule by rule', () => {
    const text = readFileSync(projectFile('docs', 'security.md'), 'utf8');
    const listed = [...text.matchAll(/^\| (\d+) \| (.+?) \| asserted \|/gm)].map(([, id, name]) => `${id} ${name}`);
    expect(listed).toEqual(PASSIVE_RULES.map(({ id, name }) => `${id} ${name}`));
    reached('T30', `${PASSIVE_RULES.length} rules over ${exchanges.length} exchanges`);
  });

  it('takes no form that another site made its browser send', async () => {
    const watcher = new Watcher(region.url);
    await watcher.signIn('performance-officer', AUTHORITY);
    const before = watcher.exchanges.length;
    const forms = watcher.exchanges.flatMap(({ body }) => [...body.matchAll(/<form\b[^>]*method="post"[^>]*action="([^"]+)"/gi), ...body.matchAll(/<form\b[^>]*action="([^"]+)"[^>]*method="post"/gi)].map(([, action = '']) => action)).filter((action) => action.startsWith('/') && !action.startsWith('/realms/'));
    for (const action of new Set(['/imports', '/children/allocations', ...forms])) await watcher.ask(action, { method: 'POST', body: new URLSearchParams({ name: 'value' }), headers: { origin: 'https://elsewhere.example' } });
    const taken = watcher.exchanges.slice(before).filter(({ status }) => status < 400);
    expect(taken.map(({ url, status }) => `${url} ${status}`)).toEqual([]);
  });

  it.each([
    ['a page without a policy', { headers: new Headers({ 'content-type': 'text/html; charset=utf-8' }) }, '10038'],
    ['a policy that lets inline scripts in', { headers: new Headers({ 'content-security-policy': "default-src 'self' 'unsafe-inline'" }) }, '10055'],
    ['a form without a token', { headers: new Headers({ 'content-type': 'text/html' }), body: '<form method="post" action="/x"></form>' }, '10202'],
    ['a cookie for scripts', { headers: new Headers({ 'set-cookie': 'a=b; SameSite=Lax' }) }, '10010'],
    ['a stack', { body: 'Error: no\n    at look (/srv/app/main.js:12:5)' }, '10023'],
  ] as const)('would find %s', (_what, part, id) => {
    const exchange: Exchange = { url: 'http://localhost/x', kind: 'page', status: 200, headers: new Headers(), body: '', ...part };
    expect(findingsIn(exchange).map((finding) => finding.split(' ')[0])).toContain(id);
  });
});
