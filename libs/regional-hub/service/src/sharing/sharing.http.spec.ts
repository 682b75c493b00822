import { OFFICES } from '@permanence/regional-hub/domain';
import { LocalDate } from '@permanence/kernel/values';
import { type RunningService, clockOn, startService } from '@permanence/platform/host';
import type { Role } from '@permanence/platform/identity';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import { Issuer } from '@permanence/testing/issuer';
import request from 'supertest';
import { regionalHub } from '../description.js';
import { Region, SHROPSHIRE, STAFFORDSHIRE, STOKE } from '../region.fixture.js';
import { Told } from '../told.fixture.js';
import { COUNCILS } from './partnership.js';

const API = '/api/regional-hub/v1';
const DRAFT = { startsOn: '2026-10-05', reviewOn: '2027-10-05', remove: ['L0 locality-hub.child.birthDate', 'L1 locality-hub.child.birthDate'], add: [] };

describe('the sharing agreement over HTTP', () => {
  let region: Region;
  let issuer: Issuer;
  let service: RunningService;

  beforeAll(async () => {
    region = await Region.open();
    issuer = await new Issuer().open();
    const logger = rootLogger({ level: 'silent' });
    const database = { appUrl: region.database.urlOf('app'), ownerUrl: region.database.urlOf('owner'), relayUrl: region.database.urlOf('relay') };
    service = await startService(regionalHub, { clock: clockOn(LocalDate('2026-10-05')), logger, database, identity: issuer.identity, transport: createTransport({ clientId: 'test', logger }), port: 0, host: '127.0.0.1', ownsProcess: false });
    const told = new Told(SHROPSHIRE, '2026-09-01');
    told.child('Ada').born('2016-02-14');
    await region.hear(SHROPSHIRE, told.events);
  });
  afterAll(async () => {
    await service.close();
    issuer.close();
    await region.close();
  });

  const as = async (role: Role, authority: string) => {
    const token = await issuer.tokenOf({ role, authority, name: `${role} of ${authority}` });
    return {
      get: (path: string) => request(service.url).get(`${API}${path}`).set('authorization', `Bearer ${token}`),
      post: (path: string, body: object = {}) => request(service.url).post(`${API}${path}`).set('authorization', `Bearer ${token}`).send(body),
    };
  };
  const answer = ({ status, body }: request.Response) => [status, (body as { code?: string }).code];

  it('is read by those in councils and region who work with it, and by nobody else', async () => {
    for (const [role, authority] of [['locality-social-worker', STOKE], ['performance-officer', STOKE], ['information-owner', STOKE], ['regional-head-of-operations', 'region'], ['management-board-member', 'region']] as const)
      expect((await (await as(role, authority)).get('/sharing-agreements')).body).toMatchObject({ items: [{ version: 1, state: 'in-force', signed: 8, signaturesNeeded: 8 }], next: null });
    expect(answer(await (await as('elected-member', STOKE)).get('/sharing-agreements'))).toEqual([403, 'AGREEMENT_NOT_FOR_ROLE']);
    expect((await request(service.url).get(`${API}/sharing-agreements`)).status).toBe(401);
  });

  it('shows each field with its reason, who signed, what never leaves, and what the reader may do', async () => {
    const { body } = await (await as('data-protection-officer', SHROPSHIRE)).get('/sharing-agreements/1');
    expect(body.fields.find(({ name, level }: { name: string; level: string }) => name === 'locality-hub.child.birthDate' && level === 'L1')).toMatchObject({ transform: 'month-only', justification: expect.stringMatching(/\w/) });
    expect(body.signatures).toHaveLength(8);
    expect(body.never).toContain('the unique pupil number');
    expect(body.allowedCommands).toEqual(['review', 'end']);
    expect((await (await as('regional-head-of-operations', 'region')).get('/sharing-agreements/1')).body.allowedCommands).toEqual(['draft']);
    expect((await (await as('team-manager', SHROPSHIRE)).get('/sharing-agreements/1')).body.allowedCommands).toEqual([]);
    for (const version of ['7', '0', 'one']) expect((await (await as('team-manager', SHROPSHIRE)).get(`/sharing-agreements/${version}`)).status).toBe(404);
  });

  it('is drafted by the head of operations, with what never leaves refused, and what cannot be read', async () => {
    const head = await as('regional-head-of-operations', 'region');
    const added = (name: string) => ({ ...DRAFT, add: [{ name, level: 'L1', transform: 'as-is', justification: 'Why not.' }] });
    expect(answer(await head.post('/sharing-agreements', added('locality-hub.birth-mother.address')))).toEqual([422, 'FIELD_NEVER_SHARED']);
    expect(answer(await head.post('/sharing-agreements', { ...DRAFT, reviewOn: '2027-10-06' }))).toEqual([422, 'REVIEW_TOO_LATE']);
    expect(answer(await head.post('/sharing-agreements', added('birthDate')))).toEqual([400, 'REQUEST_NOT_READ']);
    expect(answer(await (await as('information-owner', STOKE)).post('/sharing-agreements', DRAFT))).toEqual([403, 'AGREEMENT_DRAFT_NOT_FOR_ROLE']);
    const drafted = await head.post('/sharing-agreements', DRAFT);
    expect(drafted.status).toBe(201);
    expect(drafted.body).toMatchObject({ version: 2, state: 'draft', signed: 0, allowedCommands: ['discard'], leftOut: [{ name: 'locality-hub.child.birthDate', level: 'L0' }, { name: 'locality-hub.child.birthDate', level: 'L1' }] });
    expect(answer(await head.post('/sharing-agreements', DRAFT))).toEqual([422, 'DRAFT_ALREADY_OPEN']);
  });

  it('is signed by two offices of each council and no other role; the last signature erases what is left out', async () => {
    expect(answer(await (await as('team-manager', STOKE)).post('/sharing-agreements/2/signatures'))).toEqual([403, 'SIGNATURE_NOT_FOR_ROLE']);
    expect(answer(await (await as('regional-head-of-operations', 'region')).post('/sharing-agreements/2/signatures'))).toEqual([403, 'SIGNATURE_NOT_FOR_ROLE']);
    const births = () => region.in(SHROPSHIRE, (tx) => tx.query<{ birth: string | null }[]>('select birth_date as birth from child'));
    for (const council of COUNCILS)
      for (const office of OFFICES) {
        expect(await births()).toEqual([{ birth: '2016-02-14' }]);
        expect((await (await as(office, council)).post('/sharing-agreements/2/signatures')).status).toBe(204);
      }
    expect(await births()).toEqual([{ birth: null }]);
    expect(answer(await (await as('information-owner', STOKE)).post('/sharing-agreements/2/signatures'))).toEqual([422, 'ALREADY_SIGNED']);
    expect((await (await as('team-manager', STOKE)).get('/sharing-agreements')).body.items).toMatchObject([{ version: 2, state: 'in-force' }, { version: 1, state: 'ended', ending: 'replaced' }]);
  });

  it('is reviewed by a data protection officer within 12 months', async () => {
    expect(answer(await (await as('information-owner', STAFFORDSHIRE)).post('/sharing-agreements/2/reviews', { reviewOn: '2027-09-01' }))).toEqual([422, 'REVIEW_BY_OTHER_OFFICE']);
    const officer = await as('data-protection-officer', STAFFORDSHIRE);
    expect(answer(await officer.post('/sharing-agreements/2/reviews', { reviewOn: '2027-10-06' }))).toEqual([422, 'REVIEW_TOO_LATE']);
    expect((await officer.post('/sharing-agreements/2/reviews', { reviewOn: '2027-09-01' })).status).toBe(204);
    expect((await officer.get('/sharing-agreements/2')).body.reviewOn).toBe('2027-09-01');
  });

  it('is discarded by the head and ended by a council, each in its time', async () => {
    const head = await as('regional-head-of-operations', 'region');
    expect(answer(await head.post('/sharing-agreements/2/discard'))).toEqual([422, 'NOT_OPEN_TO_DISCARD']);
    await head.post('/sharing-agreements', { ...DRAFT, remove: [] });
    expect((await head.post('/sharing-agreements/3/discard')).status).toBe(204);
    expect(answer(await head.post('/sharing-agreements/2/end'))).toEqual([403, 'SIGNATURE_NOT_FOR_ROLE']);
    expect((await (await as('information-owner', STOKE)).post('/sharing-agreements/2/end')).status).toBe(204);
    expect(await region.in(SHROPSHIRE, (tx) => tx.query('select 1 from child'))).toEqual([]);
  });

  it('opens grants to those who may see who looked, and what can be shared to those who decide', async () => {
    for (const [role, status] of [['data-protection-officer', 200], ['locality-social-worker', 200], ['performance-officer', 403], ['information-owner', 403]] as const) expect((await (await as(role, STOKE)).get('/grants')).status).toBe(status);
    expect([(await (await as('team-manager', STOKE)).get('/grants?side=shared&waiting=true')).body, (await (await as('team-manager', STOKE)).get('/grants?waiting=false')).status]).toEqual([{ items: [], next: null }, 400]);
    expect((await (await as('team-manager', STOKE)).get('/grants/fields')).body).toEqual({ items: [], next: null });
    expect(answer(await (await as('locality-social-worker', STOKE)).get('/grants/fields'))).toEqual([403, 'DISCLOSURE_NOT_FOR_ROLE']);
    expect(answer(await (await as('locality-social-worker', STOKE)).post('/grants', { reference: 'TRK-2222-22', purpose: 'matching' }))).toEqual([404, 'NOT_FOUND']);
    expect(answer(await (await as('data-protection-officer', STOKE)).post('/grants', { reference: 'TRK-2222-22', purpose: 'matching' }))).toEqual([403, 'PROFILE_NOT_FOR_ROLE']);
    expect(answer(await (await as('locality-social-worker', STOKE)).get('/grants/check?reference=TRK-2222-22'))).toEqual([422, 'PURPOSE_REQUIRED']);
  });
});
