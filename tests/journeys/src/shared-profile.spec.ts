import 'reflect-metadata';
import { localityHub, localityHubWith } from '@permanence/locality-hub/service';
import { type Clock, Instant, TenantId, dayInEngland } from '@permanence/kernel/values';
import { type RunningService, type ServiceDescription, startService } from '@permanence/platform/host';
import { type Transport, createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import { StuckKeeper, regionalHub } from '@permanence/regional-hub/service';
import { TenantDb } from '@permanence/platform/tenant-db';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { Issuer, type Person } from '@permanence/testing/issuer';
import { CouncilClient, type CouncilFile } from '@permanence/testing/region';

const SHROPSHIRE = 'E06000051';
const STOKE = 'E06000021';
const FIELDS = ['firstName', 'age', 'sex', 'ethnicGroup', 'siblings', 'placement', 'health'].map((field) => `locality-hub.profile.${field}`);

const file = (name: string, ...lines: string[]): CouncilFile => ({ name, text: lines.join('\n') });

/** Two brothers in care in Shropshire; the younger one was born in March 2020, the elder one has a placement order since February 2026. */
const FILES = [
  file('header_2026.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', 'SHR1,1,09/03/2020,WBRI,,,', 'SHR2,1,11/05/2017,WBRI,,,'),
  file('episodes_2026.csv', 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN', 'SHR1,12/05/2025,S,C2,N1,U6,PR1,,,,SY1 2LH,SY2 3RB,1234567',
    'SHR2,12/05/2025,S,C2,N1,U6,PR1,02/02/2026,X1,,SY1 2LH,SY2 3RB,1234567', 'SHR2,02/02/2026,L,E1,N1,U6,PR1,,,,SY1 2LH,SY2 3RB,1234567'),
  file('names.csv', 'CHILD,FORENAME,SURNAME,SIBLING_GROUP', 'SHR1,Rowan,Zquarrie,G1', 'SHR2,Hazel,Zquarrie,G1'),
];

describe('a waiting child across the region (regional-hub scenario 5; journey 13)', () => {
  const clock: Clock & { day: string } = { day: '2026-10-05', now: () => Instant(`${clock.day}T09:41:00Z`), today: () => dayInEngland(clock.now()) };
  const logger = rootLogger({ level: 'silent' });
  let database: TestDatabase;
  let issuer: Issuer;
  let transport: Transport;
  let regional: RunningService;
  let locality: RunningService;
  let reference: string;
  let grantId: string;

  const start = (description: ServiceDescription): Promise<RunningService> => startService(description, {
    clock, logger, transport, identity: issuer.identity, port: 0, host: '127.0.0.1', ownsProcess: false,
    database: { appUrl: database.urlOf('app', description.schema), ownerUrl: database.urlOf('owner', description.schema), relayUrl: database.urlOf('relay', description.schema) },
  });
  const ask = async (person: Person, method: 'GET' | 'POST', path: string, body?: object) => {
    const origin = path.startsWith('regional-hub') ? regional.url : locality.url;
    const headers = { authorization: `Bearer ${await issuer.tokenOf(person)}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await fetch(`${origin}/api/${path.replace('/', '/v1/')}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return { status: answer.status, text, body: text === '' ? null : (JSON.parse(text) as Record<string, never> & { code: string; items: Record<string, unknown>[] }) };
  };
  const somebody = (id: string, name: string, role: Person['role'], authority: string, more: object = {}): Person => ({ id: `00000000-0000-4000-8000-0000000000${id}`, name, role, authority, ...more });
  const petra = somebody('01', 'Petra Vance', 'locality-social-worker', STOKE, { team: 'Burslem' });
  const linus = somebody('02', 'Linus Adeyo', 'locality-social-worker', STOKE);
  const dilys = somebody('03', 'Dilys Marchbank', 'team-manager', STOKE);
  const ruth = somebody('04', 'Ruth Penhallow', 'team-manager', SHROPSHIRE, { team: 'Oswestry' });
  const saskia = somebody('05', 'Saskia Threlfall', 'performance-officer', SHROPSHIRE);
  const isobel = somebody('06', 'Isobel Wrekin-Hart', 'data-protection-officer', SHROPSHIRE);
  const delroy = somebody('07', 'Delroy Hanley', 'regional-head-of-operations', 'region');
  const profile = (who: Person, purpose = '?purpose=family-finding') => ask(who, 'GET', `locality-hub/shared-children/${reference}${purpose}`);
  const grant = (who: Person, days: string, ...fields: string[]) => ask(who, 'POST', `regional-hub/grants/${grantId}/grant`, { fields, days });

  beforeAll(async () => {
    [issuer, database] = await Promise.all([new Issuer().open(), testDatabase(localityHub, regionalHub)]);
    transport = createTransport({ clientId: 'tests', logger });
    regional = await start(regionalHub);
    locality = await start(localityHubWith({ regionalHubUrl: regional.url }));
    await new CouncilClient(locality.url, SHROPSHIRE, await issuer.tokenOf(saskia)).load(2026, FILES);
    await locality.messaging.caughtUp();
    await regional.messaging.caughtUp();
    const { body } = await ask(saskia, 'GET', 'locality-hub/children?q=SHR1');
    const childId = String(body?.items[0]?.['id']);
    const rows = await regional.app.get(TenantDb).inTenants({ id: 'tester', tenants: [TenantId(SHROPSHIRE)] }, (tx) => tx.query<{ reference: string }[]>('select reference from tracker_reference where child_id = $1', [childId]));
    reference = rows[0]?.reference ?? '';
  }, 120_000);
  afterAll(async () => {
    for (const service of [locality, regional]) await service?.close();
    await transport?.close();
    issuer?.close();
    await database?.drop();
  });

  it('has a reference that says nothing of the child', () => expect(reference).toMatch(/^TRK-[2-9A-Z]{4}-[2-9A-Z]{2}$/));

  it('asks for the profile on Monday 5 October 2026, for a purpose; before that it is not there', async () => {
    expect((await profile(petra)).status).toBe(404);
    expect(await ask(petra, 'POST', 'regional-hub/grants', { reference })).toMatchObject({ status: 422, body: { code: 'PURPOSE_REQUIRED' } });
    const asked = await ask(petra, 'POST', 'regional-hub/grants', { reference, purpose: 'family-finding' });
    expect(asked).toMatchObject({ status: 201, body: { side: 'received', state: 'requested', reference, childId: null, childsCouncilName: 'Shropshire', allowedCommands: [] } });
    grantId = String(asked.body?.['id']);
    expect(asked.text).not.toMatch(/Rowan|Zquarrie|2020/);
  });

  it('refuses her own manager, 60 days, the birth mother’s address, and whoever has no part in it', async () => {
    expect(await grant(dilys, '28', ...FIELDS)).toMatchObject({ status: 422, body: { code: 'GRANT_BY_WRONG_AUTHORITY' } });
    expect(await grant(ruth, '60', ...FIELDS)).toMatchObject({ status: 422, body: { code: 'GRANT_TOO_LONG', errors: [{ field: 'days' }] } });
    expect(await grant(ruth, '28', ...FIELDS, 'locality-hub.birth-mother.address')).toMatchObject({ status: 422, body: { code: 'FIELD_NEVER_SHARED' } });
    expect(await grant(ruth, '28', 'locality-hub.child.birthDate')).toMatchObject({ status: 422, body: { code: 'FIELD_NOT_SHAREABLE' } });
    expect((await grant(petra, '28', ...FIELDS)).status).toBe(403);
    expect((await grant(somebody('08', 'Owen Brackley', 'team-manager', 'E10000028'), '28', ...FIELDS)).status).toBe(404);
    for (const who of [saskia, delroy]) expect((await ask(who, 'GET', 'regional-hub/grants')).status).toBe(403);
  });

  it('is granted by Shropshire’s manager that day, to Monday 2 November', async () => {
    expect((await ask(ruth, 'GET', 'regional-hub/grants?side=shared')).body).toMatchObject({ items: [{ id: grantId, state: 'requested', askedBy: 'Petra Vance', allowedCommands: ['grant', 'refuse'] }], next: null });
    expect(await grant(ruth, '28', ...FIELDS)).toMatchObject({ status: 200, body: { state: 'granted', expiresOn: '2026-11-02', decidedBy: 'Ruth Penhallow' } });
    expect((await ask(petra, 'GET', 'regional-hub/grants')).body).toMatchObject({ items: [{ id: grantId, side: 'received', state: 'granted', mine: true }] });
    expect((await ask(isobel, 'GET', 'regional-hub/grants')).body?.items).toHaveLength(1);
    expect((await ask(linus, 'GET', 'regional-hub/grants')).body?.items).toHaveLength(0);
    expect((await ask(linus, 'GET', `regional-hub/grants/${grantId}`)).status).toBe(404);
  });

  it('shows the profile: what was granted, as far as the record holds it, and nothing else', async () => {
    const { status, body, text } = await profile(petra);
    expect([status, body]).toMatchObject([200, {
      reference, authority: SHROPSHIRE, authorityName: 'Shropshire', sharedUntil: '2026-11-02',
      profile: { firstName: 'Rowan', age: 6, sex: 'M', ethnicGroup: 'white', siblings: 1, placement: 'own-carer', health: null },
    }]);
    expect(Object.keys(body?.['profile'] ?? {})).toEqual(FIELDS.map((name) => name.split('.')[2]));
    expect(text).not.toMatch(/Zquarrie|2020|SY2|SHR1/);
  });

  it('writes each look into the child’s own council’s log, with the number of the grant', async () => {
    const { body } = await ask(isobel, 'GET', 'locality-hub/access-log?why=grant');
    expect(body?.items).toMatchObject([{ who: 'Petra Vance', role: 'locality-social-worker', authority: 'Stoke-on-Trent', why: 'grant', part: expect.stringMatching(/^shared profile GR-/) }]);
    expect((await ask(isobel, 'GET', 'locality-hub/alerts?kind=grant-used')).body?.items).toMatchObject([{ who: { name: 'Petra Vance', authority: 'Stoke-on-Trent' }, read: null }]);
  });

  it('opens to her alone and for its purpose alone: for everybody else it is as if it were not there', async () => {
    const unknown = await ask(petra, 'GET', 'locality-hub/shared-children/TRK-2222-22?purpose=family-finding');
    for (const answer of [await profile(linus), await profile(dilys), await profile(ruth), await profile(petra, '?purpose=support')]) expect([answer.status, answer.text]).toEqual([unknown.status, unknown.text]);
    expect(unknown.status).toBe(404);
    expect(await profile(petra, '')).toMatchObject({ status: 422, body: { code: 'PURPOSE_REQUIRED' } });
    expect((await profile(saskia)).status).toBe(403);
  });

  it('can be read on 2 November and no more on the 3rd; then she may ask again', async () => {
    clock.day = '2026-11-02';
    expect((await profile(petra)).status).toBe(200);
    clock.day = '2026-11-03';
    expect((await profile(petra)).status).toBe(404);
    expect((await ask(petra, 'GET', `regional-hub/grants?reference=${reference}`)).body).toMatchObject({ items: [{ state: 'ended', endedHow: 'expired' }] });
    expect((await ask(petra, 'POST', 'regional-hub/grants', { reference, purpose: 'family-finding' })).status).toBe(201);
  });

  it('never opens a record that its council has restricted', async () => {
    const waiting = (await ask(ruth, 'GET', 'regional-hub/grants?side=shared')).body?.items.find(({ state }) => state === 'requested');
    grantId = String(waiting?.['id']);
    expect((await grant(ruth, '7', ...FIELDS)).status).toBe(200);
    expect((await profile(petra)).status).toBe(200);
    await locality.app.get(TenantDb).inTenants({ id: 'tester', tenants: [TenantId(SHROPSHIRE)] }, (tx) =>
      tx.query(`update child set restricted = true, restricted_since = '2026-11-03', restricted_by = 'Ruth Penhallow', restricted_reason = 'A relative of the family works in this council.' where council_code = 'SHR1'`));
    expect((await profile(petra)).status).toBe(404);
  });

  it('is ended early by the council that gave it', async () => {
    expect(await ask(dilys, 'POST', `regional-hub/grants/${grantId}/revoke`)).toMatchObject({ status: 422, body: { code: 'GRANT_BY_WRONG_AUTHORITY' } });
    expect(await ask(ruth, 'POST', `regional-hub/grants/${grantId}/revoke`)).toMatchObject({ status: 200, body: { state: 'ended', endedHow: 'revoked', allowedCommands: [] } });
  });

  it('tells the council of the brother who is stuck: placement order on 2 February, 90 days to 3 May, a blocker in its tracker from the 4th', async () => {
    const told = async () => (await ask(saskia, 'GET', 'locality-hub/tracker?q=SHR2')).body?.items[0]?.['stuckOn'];
    expect(await told()).toBeNull();
    await regional.app.get(StuckKeeper).tell(TenantId(SHROPSHIRE));
    await regional.messaging.caughtUp();
    expect(await told()).toBe('2026-05-04');
  });
});
