import { randomUUID } from 'node:crypto';
import type { Uuid } from '@permanence/kernel/values';
import { verifyAccessLog } from '@permanence/platform/access-log';
import request from 'supertest';
import { type Council, SHROPSHIRE, STAFFORDSHIRE, council, episodes, people, workers } from './council.fixture.js';
import { API, type ServedCouncil, served } from './served.fixture.js';

const REASON = 'A relative of the family works in this council.';
const { nadia, callum, owen, tamsin, sunil, saskia } = people;

describe('children over HTTP', () => {
  let staffordshire: Council;
  let service: ServedCouncil;
  let get: ServedCouncil['get'];
  let send: ServedCouncil['send'];
  const ids: Uuid[] = [];

  beforeAll(async () => {
    staffordshire = await council();
    service = await served(staffordshire);
    ({ get, send } = service);
    await staffordshire.load(
      tamsin, 2026, episodes(...['A1', 'A2', 'A3'].map((code) => [code, '12/05/2025', 'S', 'C2', 'N1', 'U6', 'PR1', '', '', '', 'ST16 2LH', 'ST16 3RB', '1234567'])),
      workers(['A1', '', 'SW100001', '01/07/2025', '', ''], ['A2', '', 'SW100001', '01/07/2025', '', '']),
    );
    for (const code of ['A1', 'A2', 'A3']) ids.push((await get(tamsin, `/children?q=${code}`)).body.items[0].id);
    for (const who of [nadia, callum, owen]) await get(who, '/me');
  });
  afterAll(async () => {
    await service.close();
    await staffordshire.close();
  });

  it('says who is signed in', async () => {
    const { body } = await get(nadia, '/me');
    expect(body).toMatchObject({ id: nadia.id, name: 'Nadia Ferris', roles: ['locality-social-worker'], capabilities: { 'child:list': 'own' }, authority: { code: STAFFORDSHIRE, name: 'Staffordshire' }, team: 'Stafford' });
  });

  it('lists, opens and gives the version', async () => {
    const list = await get(tamsin, '/children?limit=1');
    expect(list.body).toMatchObject({ total: 3, items: [{ kind: 'child' }], next: expect.any(String) });
    const { status, body, headers } = await get(tamsin, `/children/${list.body.items[0].id}`);
    expect([status, headers['etag'], body.child.id]).toEqual([200, expect.stringMatching(/^"\d+"$/), list.body.items[0].id]);
  });

  it.each([
    ['a limit beyond 500', '/children?limit=501'], ['a scope that does not exist', '/children?scope=region'], ['a parameter that is none', '/children?name=x'], ['an id that is none', '/children?ids=x'],
  ])('does not read %s: 400', async (_, path) => expect(await get(tamsin, path)).toMatchObject({ status: 400, body: { code: 'REQUEST_NOT_READ' } }));

  it('answers another council, another worker, no child and no id in the same words', async () => {
    const answers = [await get(saskia, `/children/${ids[0]}`), await get(callum, `/children/${ids[0]}`), await get(tamsin, `/children/${randomUUID()}`), await get(tamsin, '/children/nobody')];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    for (const section of ['chronology', 'reviews', 'placements', 'missing', 'findings', 'workers', 'siblings']) expect((await get(saskia, `/children/${ids[0]}/${section}`)).text).toBe(answers[0]?.text);
  });

  it('keeps who may not out: no token 401, roles without records 403', async () => {
    expect((await request(service.url).get(`${API}/children`)).status).toBe(401);
    expect(await get(sunil, `/children/${ids[0]}`)).toMatchObject({ status: 403, body: { code: 'RECORD_NOT_FOR_ROLE' } });
    expect(await get(tamsin, '/workers')).toMatchObject({ status: 403 });
    expect(await get(tamsin, `/children/${ids[0]}/access`)).toMatchObject({ status: 403, body: { code: 'ACCESS_LOG_NOT_FOR_ROLE' } });
    expect(await send(nadia, 'put', `/children/${ids[0]}/restriction`, { restricted: true, named: [nadia.id], reason: REASON })).toMatchObject({ status: 403, body: { code: 'RESTRICTION_NOT_FOR_ROLE' } });
  });

  it('shows who has looked, this look first', async () => {
    await get(nadia, `/children/${ids[1]}/reviews`);
    const { body } = await get(nadia, `/children/${ids[1]}/access`);
    expect(body.items.slice(0, 2)).toMatchObject([{ who: 'Nadia Ferris', part: 'access', why: 'own-case', role: 'locality-social-worker', authority: 'Staffordshire' }, { part: 'reviews' }]);
    expect(body.total).toBe(body.items.length);
    expect((await get(sunil, '/access-log?why=own-case')).body.items[0]).toMatchObject({ child: { id: ids[1] }, who: 'Nadia Ferris' });
  });

  it('allocates once for a key, whatever happens to the answer', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const command = { childIds: [ids[2]], workerId: callum.id, from: '2026-04-01', check: false };
    const first = await send(owen, 'post', '/allocations', command, key);
    const again = await send(owen, 'post', '/allocations', command, key);
    expect([first.status, again.status, again.headers['idempotency-replayed']]).toEqual([200, 200, 'true']);
    expect(again.body).toEqual(first.body);
    expect((await send(owen, 'post', '/allocations', command)).body.results[0].refusal.code).toBe('ALREADY_ALLOCATED');
    expect(await send(owen, 'post', '/allocations', { ...command, workerId: owen.id })).toMatchObject({ status: 422, body: { code: 'WORKER_NOT_QUALIFIED', errors: [{ field: 'workerId' }] } });
    expect(await send(owen, 'post', '/allocations', { ...command, childIds: [] })).toMatchObject({ status: 400 });
    expect((await get(callum, '/children')).body).toMatchObject({ total: 1, items: [{ worker: { name: 'Callum Thorley' } }] });
  });

  it('restricts to those named, for as long as the version holds', async () => {
    const { headers } = await get(owen, `/children/${ids[0]}`);
    const restricting = (more: object, ifMatch?: string) => send(owen, 'put', `/children/${ids[0]}/restriction`, { restricted: true, named: [callum.id], reason: REASON, ...more }, ifMatch === undefined ? {} : { 'if-match': ifMatch });
    expect(await restricting({ reason: 'Family.' })).toMatchObject({ status: 422, body: { code: 'REASON_TOO_SHORT', errors: [{ field: 'reason' }] } });
    expect(await restricting({ named: [] })).toMatchObject({ status: 422, body: { code: 'NOBODY_NAMED' } });
    expect((await restricting({}, headers['etag'])).status).toBe(204);
    expect((await restricting({}, headers['etag'])).status).toBe(412);
    expect(await get(nadia, `/children/${ids[0]}`)).toMatchObject({ status: 403, body: { code: 'RECORD_RESTRICTED', detail: 'This record is restricted to named people. Ask Owen Brackley, team manager.' } });
    expect((await get(callum, `/children/${ids[0]}`)).status).toBe(200);
    expect((await get(callum, `/children/${ids[0]}/chronology?kind=restriction`)).body.items[0].data.reason).toBe(REASON);
    expect((await restricting({ restricted: false, named: [] })).status).toBe(204);
  });

  it('takes a staff list from the officer only', async () => {
    const items = [{ registration: 'SW100044', forename: 'Rhona', surname: 'Abbot', role: 'locality-social-worker', team: 'Leek' }];
    expect((await send(owen, 'put', '/workers', { items })).status).toBe(403);
    expect(await send(tamsin, 'put', '/workers', { items: [{ registration: '' }] })).toMatchObject({ status: 400, body: { errors: expect.arrayContaining([expect.objectContaining({ field: 'surname' })]) } });
    expect((await send(tamsin, 'put', '/workers', { items })).status).toBe(204);
    expect((await get(owen, '/workers')).body.items[0]).toMatchObject({ name: 'Rhona Abbot', children: 0 });
  });

  it('describes itself, and the clocks that run', async () => {
    const { body } = await request(service.url).get('/api/locality-hub/openapi.json');
    expect(Object.keys(body.paths)).toEqual(expect.arrayContaining([`${API}/children/{id}`, `${API}/children/{id}/access`, `${API}/allocations`, `${API}/access-log`, `${API}/me`]));
    expect((await get(sunil, '/clocks')).body.items.find(({ id }: { id: string }) => id === 'C13')).toMatchObject({ lengths: [{ span: { unit: 'working-days', count: 20 } }] });
  });

  it('seals what was looked at', async () => {
    expect(await verifyAccessLog(staffordshire.database.db, STAFFORDSHIRE)).toMatchObject({ brokenSeals: [] });
    expect(await verifyAccessLog(staffordshire.database.db, SHROPSHIRE)).toMatchObject({ rows: 0 });
  });
});
