import request from 'supertest';
import { type Council, council, episodes, header, missing, names, people, reviews, workers } from './council.fixture.js';
import { API, type ServedCouncil, served } from './served.fixture.js';

const { nadia, owen, tamsin } = people;
const BORN = '02/03/2020';

describe('every list', () => {
  let staffordshire: Council;
  let service: ServedCouncil;
  const paths = new Map<string, string>();

  beforeAll(async () => {
    staffordshire = await council();
    service = await served(staffordshire);
    const importId = await staffordshire.load(
      tamsin, 2026,
      header(...['A1', 'A2', 'A3', 'A4'].map((code) => [code, 'F', BORN, 'WBRI', 'A123456789012', '', ''])),
      episodes(
        ...['A1', 'A2', 'A3', 'A4'].map((code) => [code, '12/05/2025', 'S', 'XX', 'N1', 'U6', 'PR1', '', '', '', 'ST16 2LH', 'ST16 3RB', '1234567']),
        ...['A1', 'A2', 'A3', 'A4'].map((code) => [code, '13/05/2025', 'S', 'C1', 'N1', 'U6', 'PR1', '', 'E4A', '', 'ST16 2LH', 'ST16 3RB', '1234567']),
        ['A1', '2025-06-01', 'S', 'C1', 'N1', 'U6', 'PR1', '', '', '', '', '', ''], ['A1', '01/08/2025', 'S', 'C1', 'N1', 'U6', 'PR1', '01/07/2025', '', '', '', '', ''],
      ),
      reviews(...['05/06/2025', '01/09/2025', '01/02/2026'].map((on) => ['A1', BORN, on, 'PN0'])),
      workers(...['12/05/2025', '12/06/2025', '12/07/2025'].map((from) => ['A1', BORN, 'SW100001', from, '', ''])),
      missing(...['03', '05', '07'].map((day) => ['A1', BORN, 'M', `${day}/02/2026`, `${day}/02/2026`])),
      names(...['A1', 'A2', 'A3', 'A4'].map((code) => [code, 'Bryony', 'Castell', 'S1'])),
    );
    for (const who of [nadia, owen]) await service.get(who, '/me');
    const [child] = (await service.get(tamsin, '/children?q=A1')).body.items;
    for (const section of ['reviews', 'missing', 'workers', 'siblings', 'findings']) paths.set(`children/{id}/${section}`, `/children/${child.id}/${section}`);
    for (const list of ['findings/rules', 'set-aside/reasons']) paths.set(`imports/{id}/${list}`, `/imports/${importId}/${list}`);
    for (const list of ['rules', 'clocks', 'workers']) paths.set(list, `/${list}`);
  });
  afterAll(async () => {
    await service.close();
    await staffordshire.close();
  });

  const asking = (list: string) => (list === 'workers' ? owen : tamsin);
  const page = (list: string, query: string) => service.get(asking(list), `${paths.get(list) ?? ''}${query}`);
  const LISTS = [
    'children/{id}/reviews', 'children/{id}/missing', 'children/{id}/workers', 'children/{id}/siblings', 'children/{id}/findings', 'imports/{id}/findings/rules', 'imports/{id}/set-aside/reasons', 'rules', 'clocks', 'workers',
  ];

  it.each(LISTS)('%s comes whole unless fewer are asked for, then page after page', async (list) => {
    const whole = await page(list, '');
    expect(whole).toMatchObject({ status: 200, body: { next: null } });
    expect(whole.body.items.length).toBeGreaterThan(1);
    const seen: unknown[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body }: Awaited<ReturnType<typeof page>> = await page(list, `?limit=1${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`);
      expect(body.items).toHaveLength(1);
      seen.push(...body.items);
      next = body.next;
    }
    expect(seen).toEqual(whole.body.items);
  });

  it.each(LISTS)('%s begins at the start after a row that is not there any more', async (list) => {
    expect((await page(list, '?limit=1&cursor=nobody')).body.items).toEqual((await page(list, '?limit=1')).body.items);
  });

  it.each(LISTS)('%s does not read a limit that is none: 400', async (list) => {
    for (const limit of ['0', '501', 'x']) expect(await page(list, `?limit=${limit}`)).toMatchObject({ status: 400, body: { code: 'REQUEST_NOT_READ', errors: [{ field: 'limit' }] } });
  });

  it('takes limit and cursor, as the description says', async () => {
    const { paths: described, components } = (await request(service.url).get('/api/locality-hub/openapi.json')).body as Description;
    const isPage = ({ responses }: Operation): boolean => 'next' in (components.schemas[answerOf(responses)]?.properties ?? {});
    const lists = Object.entries(described).flatMap(([path, { get }]) => (get !== undefined && isPage(get) ? [{ path, takes: get.parameters.map(({ name }) => name) }] : []));
    expect(lists.map(({ path }) => path)).toEqual(expect.arrayContaining(LISTS.map((list) => `${API}/${list}`)));
    expect(lists.filter(({ takes }) => !takes.includes('limit') || !takes.includes('cursor'))).toEqual([]);
  });
});

type Operation = Readonly<{ parameters: readonly { name: string }[]; responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema: { $ref?: string } }>> }>> }>;
const answerOf = (responses: Operation['responses']): string => responses['200']?.content?.['application/json']?.schema.$ref?.split('/').at(-1) ?? '';

type Description = Readonly<{ paths: Readonly<Record<string, { get?: Operation }>>; components: { schemas: Readonly<Record<string, { properties?: object }>> } }>;
