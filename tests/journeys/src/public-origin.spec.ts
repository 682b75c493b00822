import { type CouncilClient, type TestRegion, exampleFiles, openRegion } from '@permanence/testing/region';
import { run } from './commands.js';
import { LOOKED_AFTER, type Figure, within } from './figures.js';

const STAFFORDSHIRE = 'E10000028';
const STOKE = 'E06000021';
const TELFORD = 'E06000020';

type Listed = Readonly<{ id: string; reference: string; councilCode: string }>;
type OpenApi = Readonly<{ openapi: string; paths: Readonly<Record<string, Readonly<Record<string, Readonly<{ responses: object; parameters?: readonly Readonly<{ name: string }>[] }>>>>> }>;

/** The names that hold from this issue on, each with a method. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  'locality-hub': [
    'post /api/locality-hub/v1/imports', 'get /api/locality-hub/v1/imports/{id}', 'get /api/locality-hub/v1/imports/{id}/set-aside', 'get /api/locality-hub/v1/imports/{id}/findings',
    'get /api/locality-hub/v1/rules', 'get /api/locality-hub/v1/children', 'get /api/locality-hub/v1/children/{id}',
  ],
  'regional-hub': ['get /api/regional-hub/v1/indicators', 'get /api/regional-hub/v1/indicators/{id}', 'get /api/regional-hub/v1/indicators/{id}/cases'],
};

describe('one public origin, for people and programs', () => {
  let region: TestRegion;
  let officer: CouncilClient;
  let neighbour: CouncilClient;

  beforeAll(async () => {
    region = await openRegion();
    for (const council of [STAFFORDSHIRE, STOKE]) await region.loadExample(council);
    [officer, neighbour] = [await region.as('performance-officer', STAFFORDSHIRE), await region.as('performance-officer', STOKE)];
  }, 240_000);
  afterAll(() => region?.stop(), 60_000);

  const figuresOf = (client: CouncilClient, authority: string): Promise<readonly Figure[]> => client.all<Figure>(`regional-hub/v1/indicators?authority=${authority}&month=2026-03`);

  describe('names that hold', () => {
    it.each(Object.entries(NAMED))('%s describes its routes at /api/%s/openapi.json', async (service, routes) => {
      const answer = await fetch(`${region.url}/api/${service}/openapi.json`);
      expect(answer.status).toBe(200);
      const { openapi, paths } = (await answer.json()) as OpenApi;
      expect(openapi).toMatch(/^3\./);
      expect(routes.filter((route) => paths[route.split(' ')[1] ?? '']?.[route.split(' ')[0] ?? ''] === undefined)).toEqual([]);
    });

    it('an import is taken with 202 and an address, and says what became of it', async () => {
      const answer = await officer.upload(2026, exampleFiles(STAFFORDSHIRE, 2026), { check: 'true' });
      const { id } = (await answer.json()) as { id: string };
      expect([answer.status, answer.headers.get('location')]).toEqual([202, `/api/locality-hub/v1/imports/${id}`]);
      const view = await officer.ended(id);
      expect(view).toMatchObject({ id, status: 'done', findings: expect.any(Number), rows: { total: expect.any(Number), applied: 0, unchanged: view.rows.total, corrected: 0, setAside: 0 } });
      expect(view.files.map(({ name, module, rows }) => [name, module, typeof rows])).toContainEqual(['episodes.csv', 'Episodes', 'number']);
      const aside = await officer.get(`locality-hub/v1/imports/${id}/set-aside?module=Episodes`);
      expect([aside.status, aside.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/csv')]);
      expect(await aside.text()).toMatch(/^CHILD,DECOM,.*,ROW,COLUMN,CODE,REASON\r?\n$/);
      expect((await (await officer.get(`locality-hub/v1/imports/${id}/set-aside`)).text()).trim()).toBe('FILE,MODULE,ROW,COLUMN,CODE,REASON');
    }, 60_000);

    it('findings and rules are lists of what the issue names', async () => {
      const twisted = exampleFiles(STAFFORDSHIRE, 2026).filter(({ name }) => name === 'header.csv').map(({ name, text }) => ({ name, text: text.replace(/,(WBRI|WIRI|MWBC|AOTH|BAFR),/, ',NOPE,') }));
      const view = await officer.load(2026, twisted, { check: 'true' });
      const { items, next } = await officer.json<{ items: object[]; next: string | null }>(`locality-hub/v1/imports/${view.id}/findings?rule=103`);
      expect(next).toBeNull();
      expect(items).toEqual([{ rule: '103', module: 'Header', file: 'header.csv', row: expect.any(Number), column: 'ETHNIC', sentence: expect.any(String) }]);
      const rules = await officer.all<{ code: string; message: string; years: number[] }>('locality-hub/v1/rules');
      expect(rules).toHaveLength(40);
      expect(rules.find(({ code }) => code === '142')).toEqual({ code: '142', message: expect.any(String), years: expect.any(Array) });
    }, 60_000);

    it('37 indicators with their parts, of a council and of the region', async () => {
      const own = await within(() => figuresOf(officer, STAFFORDSHIRE), (all) => all.some(({ id, status }) => id === LOOKED_AFTER && status === 'value'));
      expect(own).toHaveLength(37);
      for (const figure of own) {
        expect(figure).toMatchObject({ authority: STAFFORDSHIRE, month: '2026-03', asKnownOn: '2026-09-30', provisional: false });
        expect(['value', 'not-applicable', 'suppressed', 'not-held']).toContain(figure.status);
      }
      const valueOf = (all: readonly Figure[]): number => all.find(({ id }) => id === LOOKED_AFTER)?.value ?? Number.NaN;
      const region_ = await within(() => figuresOf(officer, 'region'), (all) => valueOf(all) === 2 * valueOf(own));
      expect(valueOf(region_)).toBe(2 * valueOf(own));
    }, 60_000);

    it('lists have a cursor and 500 items at most', async () => {
      const rules = await officer.json<{ items: { code: string }[]; next: string | null }>('locality-hub/v1/rules?limit=3');
      expect([rules.items.length, rules.next]).toEqual([3, rules.items[2]?.code]);
      const more = await officer.json<{ items: { code: string }[] }>(`locality-hub/v1/rules?limit=3&cursor=${rules.next ?? ''}`);
      expect(more.items.filter(({ code }) => rules.items.some((one) => one.code === code))).toEqual([]);
      const first = await officer.json<{ items: Listed[]; next: string | null }>('locality-hub/v1/children?lookedAfter=all&limit=10');
      expect(first.items).toHaveLength(10);
      const second = await officer.json<{ items: Listed[]; next: string | null }>(`locality-hub/v1/children?lookedAfter=all&limit=10&cursor=${first.next ?? ''}`);
      expect(second.items.filter(({ id }) => first.items.some((one) => one.id === id))).toEqual([]);
      expect((await officer.get('locality-hub/v1/children?limit=501')).status).toBe(400);
    });
  });

  describe('refusals', () => {
    it.each(['locality-hub/v1/children', 'locality-hub/v1/imports', 'locality-hub/v1/rules', 'regional-hub/v1/indicators?authority=region&month=2026-03'])('/api/%s: 401 without a token and with a bad one', async (path) => {
      const bare = await fetch(`${region.url}/api/${path}`);
      const bad = await fetch(`${region.url}/api/${path}`, { headers: { authorization: 'Bearer not-a-token' } });
      expect([bare.status, bad.status]).toEqual([401, 401]);
      expect(bare.headers.get('content-type')).toContain('application/problem+json');
    });

    it('what is another council’s is 404, like what nobody has', async () => {
      const [child] = (await officer.json<{ items: Listed[] }>('locality-hub/v1/children?limit=1')).items;
      const [load] = await officer.all<{ id: string }>('locality-hub/v1/imports');
      const nobody = '00000000-0000-4000-8000-000000000000';
      const paths = [`locality-hub/v1/children/${child?.id ?? ''}`, `locality-hub/v1/imports/${load?.id ?? ''}`, `locality-hub/v1/imports/${load?.id ?? ''}/set-aside`, `locality-hub/v1/imports/${load?.id ?? ''}/findings`, `regional-hub/v1/indicators/${LOOKED_AFTER}/cases?authority=${STAFFORDSHIRE}&month=2026-03`];
      for (const path of paths) expect([path, (await officer.get(path)).status, (await neighbour.get(path)).status]).toEqual([path, 200, 404]);
      expect([(await officer.get(`locality-hub/v1/children/${nobody}`)).status, (await officer.get(`locality-hub/v1/imports/${nobody}`)).status]).toEqual([404, 404]);
      expect((await (await region.as('performance-officer', STOKE)).upload(2026, [], { authority: STAFFORDSHIRE })).status).toBeGreaterThanOrEqual(400);
    });

    it('a month to come is 422, a regional role has figures and no cases', async () => {
      expect((await officer.get(`regional-hub/v1/indicators?authority=${STAFFORDSHIRE}&month=2026-10`)).status).toBe(422);
      const head = await region.as('regional-head-of-operations', 'region');
      expect((await head.get('regional-hub/v1/indicators?authority=region&month=2026-03')).status).toBe(200);
      const cases = await head.get(`regional-hub/v1/indicators/${LOOKED_AFTER}/cases?authority=${STAFFORDSHIRE}&month=2026-03`);
      expect([cases.status, ((await cases.json()) as { code: string }).code]).toEqual([403, 'DRILL_DOWN_REFUSED']);
    });
  });

  it('two councils with the same files share nothing', async () => {
    const [own, theirs] = [await officer.all<Listed>('locality-hub/v1/children?lookedAfter=all'), await neighbour.all<Listed>('locality-hub/v1/children?lookedAfter=all')];
    expect(own).toHaveLength(theirs.length);
    const traces = new Set(own.flatMap(({ id, reference, councilCode }) => [id, reference, councilCode]));
    expect(theirs.filter(({ id, reference, councilCode }) => [id, reference, councilCode].some((trace) => traces.has(trace)))).toEqual([]);
  });

  describe('commands', () => {
    it('npm run token prints a token of 60 minutes, and nothing else', async () => {
      const { code, out, err } = await run('tools/token/token.mjs', '--role', 'performance-officer', '--authority', TELFORD, '--port', String(region.port));
      expect([code, err]).toEqual([0, '']);
      const { iat, exp } = JSON.parse(Buffer.from(out.split('.')[1] ?? '', 'base64url').toString()) as { iat: number; exp: number };
      expect(exp - iat).toBe(3600);
      const answer = await fetch(`${region.url}/api/locality-hub/v1/me`, { headers: { authorization: `Bearer ${out.trim()}` } });
      expect(await answer.json()).toMatchObject({ roles: ['performance-officer'], authority: { code: TELFORD } });
    }, 60_000);

    it('npm run token says whom there is when there is no such person', async () => {
      const { code, out, err } = await run('tools/token/token.mjs', '--role', 'performance-officer', '--authority', 'region', '--port', String(region.port));
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('There is no performance-officer in region.');
    }, 60_000);

    it('npm run import:903 loads files and says what became of each row', async () => {
      const files = ['episodes', 'header', 'reviews'].map((name) => `examples/ssda903/2026/${name}.csv`);
      const { code, out, err } = await run('tools/import/import-903.mjs', '--authority', TELFORD, '--year', '2026', '--port', String(region.port), ...files);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/All files\s+\d+/);
      const telford = await region.as('performance-officer', TELFORD);
      const [load] = await telford.all<{ rows: { applied: number; total: number } }>('locality-hub/v1/imports');
      expect(load?.rows.applied).toBe(load?.rows.total);
    }, 90_000);

    it('npm run projections:rebuild comes to the same figures', async () => {
      await region.region.settled();
      const before = [await figuresOf(officer, STAFFORDSHIRE), await figuresOf(neighbour, STOKE), await figuresOf(officer, 'region')];
      const { code, out } = await run('tools/operate/operate.mjs', 'rebuild', '--data', region.dataFolder);
      expect([code, out]).toEqual([0, expect.stringMatching(/The figures are rebuilt, after \d+ seconds\.\n$/)]);
      expect([await figuresOf(officer, STAFFORDSHIRE), await figuresOf(neighbour, STOKE), await figuresOf(officer, 'region')]).toEqual(before);
    }, 120_000);
  });
});
