import { randomUUID } from 'node:crypto';
import type { Uuid } from '@permanence/kernel/values';
import request from 'supertest';
import { type Council, SHROPSHIRE, council, episodes, people, person, workers } from '../children/council.fixture.js';
import { API, type ServedCouncil, served } from '../children/served.fixture.js';
import { newReference } from '../record/reference.js';

const REASON = 'The carer rang: the child has run off with a cut hand.';
const { nadia, callum, ines, owen, greta, tamsin, gwendolen, sunil } = people;
const elsewhere = person('Meera Prior', 'team-manager', { authority: SHROPSHIRE, team: 'Ludlow' });
const rafe = person('Rafe Ilsley', 'reviewing-officer');
const iolo = person('Iolo Price', 'information-owner');

describe('emergency access, alerts and relations over HTTP', () => {
  let staffordshire: Council;
  let service: ServedCouncil;
  let get: ServedCouncil['get'];
  let send: ServedCouncil['send'];
  let id: Uuid;
  let reference: string;

  beforeAll(async () => {
    staffordshire = await council();
    service = await served(staffordshire);
    ({ get, send } = service);
    await staffordshire.load(tamsin, 2026, episodes(['A1', '12/05/2025', 'S', 'C2', 'N1', 'U6', 'PR1', '', '', '', 'ST16 2LH', 'ST16 3RB', '1234567']), workers(['A1', '', 'SW100001', '01/07/2025', '', '']));
    for (const who of [nadia, callum, ines, owen]) await get(who, '/me');
    ({ id, reference } = (await get(tamsin, '/children?q=A1')).body.items[0]);
    expect((await send(owen, 'put', `/children/${id}/restriction`, { restricted: true, named: [callum.id], reason: 'A relative of the family works in this council.' })).status).toBe(204);
  });
  afterAll(async () => {
    await service.close();
    await staffordshire.close();
  });

  it('is for those who have it, in the record’s own council', async () => {
    expect((await request(service.url).post(`${API}/emergency-access`).send({ reference, reason: REASON })).status).toBe(401);
    for (const who of [tamsin, gwendolen, sunil, iolo]) expect(await send(who, 'post', `/children/${id}/emergency-access`, { reason: REASON })).toMatchObject({ status: 403, body: { code: 'EMERGENCY_ACCESS_NOT_FOR_ROLE' } });
    const absent = await send(nadia, 'post', '/emergency-access', { reference: newReference(), reason: REASON });
    const theirs = await send(elsewhere, 'post', '/emergency-access', { reference, reason: REASON });
    expect([absent.status, theirs.status, theirs.text]).toEqual([404, 404, absent.text]);
    expect((await send(elsewhere, 'post', `/children/${id}/emergency-access`, { reason: REASON })).text).toBe(absent.text);
    expect((await get(nadia, `/children/${randomUUID()}/emergency-access`)).status).toBe(404);
  });

  it('reads references as people say them, and no others', async () => {
    expect(await send(nadia, 'post', '/emergency-access', { reference: 'CH-0000-0000', reason: REASON })).toMatchObject({ status: 400, body: { errors: [{ field: 'reference', sentence: expect.stringContaining('CH-7F3K-2Q9M') }] } });
    expect(await send(nadia, 'post', '/emergency-access', { reference, reason: 'Urgent.' })).toMatchObject({ status: 422, body: { code: 'REASON_TOO_SHORT', rule: 'regional-hub.13.1', errors: [{ field: 'reason' }] } });
    const opened = await send(rafe, 'post', '/emergency-access', { reference: ` ${reference.toLowerCase()} `, reason: REASON });
    expect(opened).toMatchObject({ status: 201, body: { child: { id, reference }, running: true } });
    expect((await get(rafe, `/children/${id}`)).status).toBe(200);
    expect(await send(rafe, 'post', `/emergency-access/${opened.body.id}/end`, {})).toMatchObject({ status: 200, body: { running: false } });
    expect((await get(rafe, `/children/${id}`)).status).toBe(404);
    expect(await send(rafe, 'post', `/emergency-access/${opened.body.id}/end`, {})).toMatchObject({ status: 422, body: { code: 'ACCESS_OVER' } });
  });

  it('is opened once for a key, whatever happens to the answer', async () => {
    const key = { 'idempotency-key': randomUUID() };
    expect((await get(nadia, `/children/${id}/emergency-access`)).body).toMatchObject({ child: { reference }, ask: 'Ask Owen Brackley, team manager.', team: 'Stafford', minutes: 60 });
    const first = await send(nadia, 'post', `/children/${id}/emergency-access`, { reason: REASON }, key);
    const again = await send(nadia, 'post', `/children/${id}/emergency-access`, { reason: REASON }, key);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect(await send(nadia, 'post', `/children/${id}/emergency-access`, { reason: REASON })).toMatchObject({ status: 422, body: { code: 'ALREADY_OPEN' } });
    expect(await send(callum, 'post', `/children/${id}/emergency-access`, { reason: REASON })).toMatchObject({ status: 422, body: { code: 'NOT_RESTRICTED_FROM_YOU' } });
    expect((await get(nadia, '/emergency-access?running=true')).body.items).toHaveLength(1);
  });

  it('changes nothing in a record', async () => {
    expect((await get(nadia, `/children/${id}`)).body.child.allowedCommands).toEqual([]);
    expect((await send(greta, 'post', '/emergency-access', { reference, reason: REASON })).status).toBe(201);
    expect((await send(greta, 'put', `/children/${id}/restriction`, { restricted: false, named: [], reason: REASON })).status).toBe(404);
  });

  it('is reviewed by the data protection officer of the council', async () => {
    const { body } = await get(sunil, '/emergency-access/to-review');
    const [use] = body.items;
    for (const who of [nadia, owen, gwendolen]) expect(await send(who, 'post', `/emergency-access/${use.id}/review`, { finding: 'justified', note: '' })).toMatchObject({ status: 403, body: { code: 'EMERGENCY_REVIEW_NOT_FOR_ROLE' } });
    expect((await get(owen, '/emergency-access/to-review')).status).toBe(403);
    expect((await get(sunil, `/emergency-access/${use.id}`)).body).toMatchObject({ reason: REASON, reviewDueOn: '2026-10-02' });
    expect((await send(sunil, 'post', `/emergency-access/${use.id}/review`, { finding: 'perhaps', note: '' })).status).toBe(400);
    expect(await send(sunil, 'post', `/emergency-access/${use.id}/review`, { finding: 'justified', note: '' })).toMatchObject({ status: 200, body: { review: { finding: 'justified', by: 'Sunil Braithe' } } });
    expect(await send(sunil, 'post', `/emergency-access/${randomUUID()}/review`, { finding: 'justified', note: '' })).toMatchObject({ status: 404 });
  });

  it('stands first in who has looked; a colleague sees the role and the team, the manager and the officer the name', async () => {
    await get(callum, `/children/${id}`);
    const seen = (await get(callum, `/children/${id}/access`)).body.items as { who: string | null; why: string; role: string; team: string | null }[];
    const whys = seen.map(({ why }) => why);
    expect(whys.lastIndexOf('emergency')).toBeLessThan(whys.indexOf('named'));
    expect(seen.filter(({ why }) => why === 'emergency').map(({ who, team }) => [who, team])).toContainEqual(['Nadia Ferris', 'Stafford']);
    expect(seen.filter(({ role }) => role === 'team-manager' || role === 'reviewing-officer').every(({ who }) => who === null)).toBe(true);
    expect(seen.find(({ why }) => why === 'named')).toMatchObject({ who: 'Callum Thorley' });
    expect((await get(owen, `/children/${id}/access`)).body.items.map(({ who }: { who: string }) => who)).toContain('Greta Holme');
    expect((await get(sunil, '/access-log?why=emergency')).body.items[0]).toMatchObject({ who: 'Greta Holme', why: 'emergency', child: { reference } });
  });

  it('shows alerts to the officer, and to a worker those about their own children', async () => {
    const { body } = await get(sunil, '/alerts?kind=emergency-access-opened');
    expect(body).toMatchObject({ total: 3, items: [{ kind: 'emergency-access-opened', child: { reference } }, {}, {}] });
    expect((await get(sunil, '/alerts?kind=searches')).status).toBe(400);
    for (const who of [nadia, owen, gwendolen]) expect(await get(who, '/alerts')).toMatchObject({ status: 403, body: { code: 'ALERTS_NOT_FOR_ROLE' } });
    expect((await get(nadia, '/alerts/mine')).body.items).toHaveLength(3);
    expect((await get(ines, '/alerts/mine')).body.items).toEqual([]);
    expect((await get(sunil, '/alerts/mine')).status).toBe(403);
    expect((await send(sunil, 'post', `/alerts/${body.items[0].id}/read`, { note: 'Rang the team.' })).status).toBe(204);
    expect((await get(sunil, `/alerts/${body.items[0].id}`)).body.read).toMatchObject({ note: 'Rang the team.' });
    expect((await send(sunil, 'post', `/alerts/${randomUUID()}/read`, { note: '' })).status).toBe(404);
  });

  it('takes a declaration without telling whether there is such a record', async () => {
    const answers = [await send(ines, 'post', '/relations', { reference, kind: 'own-family' }), await send(ines, 'post', '/relations', { reference: newReference(), kind: 'own-family' })];
    expect(answers.map(({ status, body }) => [status, Object.keys(body)])).toEqual([[201, ['id']], [201, ['id']]]);
    expect(await send(ines, 'post', '/relations', { reference, kind: 'friend-or-neighbour' })).toMatchObject({ status: 422, body: { code: 'ALREADY_DECLARED', errors: [{ field: 'reference' }] } });
    expect((await send(ines, 'post', '/relations', { reference: 'CH-1', kind: 'own-family' })).status).toBe(400);
    expect((await send(ines, 'post', '/relations', { reference, kind: 'cousin' })).status).toBe(400);
    expect((await get(ines, '/relations')).body.items).toHaveLength(2);
    expect((await get(greta, '/relations/to-confirm')).body.items).toHaveLength(2);
    expect(await get(ines, '/relations/to-confirm')).toMatchObject({ status: 403, body: { code: 'CONFIRMATION_NOT_FOR_ROLE' } });
    expect(await send(sunil, 'post', '/relations', { reference, kind: 'own-family' })).toMatchObject({ status: 403, body: { code: 'DECLARATION_NOT_FOR_ROLE' } });
    expect((await send(owen, 'post', `/relations/${answers[0]?.body.id}/confirm`, {})).status).toBe(404);
    expect((await send(greta, 'post', `/relations/${answers[0]?.body.id}/confirm`, {})).status).toBe(204);
    expect(await send(ines, 'post', `/relations/${answers[0]?.body.id}/withdraw`, {})).toMatchObject({ status: 422, body: { code: 'CONFIRMED_BY_MANAGER' } });
    expect((await send(ines, 'post', `/relations/${answers[1]?.body.id}/withdraw`, {})).status).toBe(204);
    const own = await send(greta, 'post', '/relations', { reference, kind: 'colleagues-child' });
    expect(await send(greta, 'post', `/relations/${own.body.id}/confirm`, {})).toMatchObject({ status: 422, body: { code: 'SAME_PERSON' } });
  });
});
