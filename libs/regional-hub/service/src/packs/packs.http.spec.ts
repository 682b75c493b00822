import { Instant, LocalDate } from '@permanence/kernel/values';
import { type RunningService, startService } from '@permanence/platform/host';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import { Issuer } from '@permanence/testing/issuer';
import request from 'supertest';
import { regionalHub } from '../description.js';
import { markChanged } from '../figures/figure-refresh.store.js';
import { FigureRefresher } from '../figures/figure-refresher.js';
import { Region, SHROPSHIRE, STAFFORDSHIRE, STOKE, TELFORD } from '../region.fixture.js';
import { Told, idOf } from '../told.fixture.js';
import { readBack } from './pdf/read-back.fixture.js';

const API = '/api/regional-hub/v1';
const ALL = [STAFFORDSHIRE, STOKE, SHROPSHIRE, TELFORD] as const;
const WAITING = { [SHROPSHIRE]: 12, [STAFFORDSHIRE]: 3, [STOKE]: 0, [TELFORD]: 9 };
const ORDER = 'adoption.order-made';

/** A day that a test moves on, at two minutes past four in the afternoon in England. */
class MovedClock {
  day = LocalDate('2026-08-07');
  now = (): Instant => Instant(`${this.day}T15:02:00.000Z`);
  today = (): LocalDate => this.day;
}

describe('packs over HTTP', () => {
  const clock = new MovedClock();
  let region: Region;
  let issuer: Issuer;
  let service: RunningService;

  beforeAll(async () => {
    region = await Region.open();
    issuer = await new Issuer().open();
    const logger = rootLogger({ level: 'silent' });
    const database = { appUrl: region.database.urlOf('app'), ownerUrl: region.database.urlOf('owner'), relayUrl: region.database.urlOf('relay') };
    service = await startService(regionalHub, { clock, logger, database, identity: issuer.identity, transport: createTransport({ clientId: 'test', logger }), port: 0, host: '127.0.0.1', ownsProcess: false });
    for (const tenant of ALL) await region.hear(tenant, told(tenant).events);
    await counted();
  }, 120_000);
  afterAll(async () => {
    await service.close();
    issuer.close();
    await region.close();
  });

  /** Counts anew, as the service does when facts change or a day begins. */
  const counted = async (): Promise<void> => {
    for (const tenant of ALL) await region.in(tenant, (tx) => markChanged(tx, tenant));
    await service.app.get(FigureRefresher).catchUp();
  };

  /** Children waiting as in kpi.md example 10; adopted in Shropshire as in example 9. */
  const told = (tenant: keyof typeof WAITING): Told => {
    const events = new Told(tenant as never, '2026-04-13');
    events.collection(2026);
    for (let i = 0; i < WAITING[tenant]!; i += 1) events.child(`waits ${i}`).inCare('2025-05-06').stay('U6', '2025-05-06', { provider: 'PR1' }).step('adoption.should-be-placed-decided', '2025-10-01');
    events.on('2026-08-01').collection(2027, '2026-07-31');
    events.on('2026-09-03').collection(2027, '2026-08-31');
    if (tenant === SHROPSHIRE) adopted(events);
    return events;
  };

  const adopted = (events: Told): void => {
    const order = (name: string, on: string, recordedOn: string) => events.on(recordedOn).child(name).step(ORDER, on);
    order('AO0', '2026-05-19', '2026-05-19');
    order('AO1', '2026-07-03', '2026-07-04');
    const inError = order('AO2', '2026-07-14', '2026-07-15');
    order('AO5', '2026-07-30', '2026-07-30');
    order('AO4', '2026-07-28', '2026-08-11');
    events.on('2026-08-20').child('AO2').step(ORDER, '2026-07-14', {}, { corrects: inError, withdrawn: true });
    order('AO3', '2026-07-21', '2026-09-02');
  };
  const namesOf = (cases: readonly { childId: string }[]): string[] =>
    cases.map(({ childId }) => ['AO0', 'AO1', 'AO2', 'AO3', 'AO4', 'AO5'].find((name) => idOf(`${SHROPSHIRE} child ${name}`) === childId) ?? childId).sort();

  const as = async (role: Parameters<Issuer['tokenOf']>[0]['role'], authority: string) => {
    const token = await issuer.tokenOf({ role, authority });
    const bearer = `Bearer ${token}`;
    return {
      get: async (path: string) => request(service.url).get(`${API}${path}`).set('authorization', bearer),
      post: async (path: string, body: object = {}) => request(service.url).post(`${API}${path}`).set('authorization', bearer).send(body),
      file: async (path: string) => request(service.url).get(`${API}${path}`).set('authorization', bearer).buffer().parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => { done(null, Buffer.concat(chunks)); });
      }),
    };
  };
  const outcome = ({ status, body }: { status: number; body: { code?: string } }): [number, string | undefined] => [status, body.code];
  const adoptedIn = (body: { indicators: { id: string; figures: { authority: string; value: number | null; status: string }[] }[] }, id = 'ado-children-adopted') =>
    Object.fromEntries(body.indicators.find((each) => each.id === id)!.figures.map(({ authority, value, status }) => [authority, status === 'value' ? value : status]));

  it('asks for commentary, keeps each version, and shows the newest beside the figure', async () => {
    const officer = await as('performance-officer', SHROPSHIRE);
    const said = { authority: SHROPSHIRE, month: '2026-07', trend: 'More adoptions.', reason: 'Two hearings came early.', action: 'None is needed.' };
    const path = '/indicators/ado-children-adopted/commentary';
    expect((await officer.post(path, { ...said, reason: 'Hearings.' })).status).toBe(204);
    expect((await officer.post(path, said)).status).toBe(204);
    const { body } = await officer.get(`${path}?authority=${SHROPSHIRE}&month=2026-07`);
    expect(body.items.map(({ version, reason, role }: { version: number; reason: string; role: string }) => [version, reason, role])).toEqual([[2, 'Two hearings came early.', 'performance-officer'], [1, 'Hearings.', 'performance-officer']]);
    const figure = (await officer.get(`/indicators/ado-children-adopted?authority=${SHROPSHIRE}&month=2026-07`)).body;
    expect(figure).toMatchObject({ value: 4, commentaryAsked: false, commentary: { version: 2 }, target: null, short: null });
  });

  it('takes commentary from nobody else, and shows it to nobody who does not see the figure as it is', async () => {
    const said = { authority: SHROPSHIRE, month: '2026-07', trend: 'a', reason: 'b', action: 'c' };
    const path = '/indicators/ado-children-adopted/commentary';
    expect(outcome(await (await as('team-manager', SHROPSHIRE)).post(path, said))).toEqual([403, 'COMMENTARY_NOT_FOR_ROLE']);
    expect(outcome(await (await as('performance-officer', TELFORD)).post(path, said))).toEqual([404, 'NOT_FOUND']);
    expect(outcome(await (await as('regional-head-of-operations', 'region')).post(path, said))).toEqual([404, 'NOT_FOUND']);
    expect(outcome(await (await as('performance-officer', SHROPSHIRE)).post(path, { ...said, trend: ' ' }))).toEqual([400, 'REQUEST_NOT_READ']);
    expect(outcome(await (await as('team-manager', TELFORD)).get(`${path}?authority=${SHROPSHIRE}&month=2026-07`))).toEqual([403, 'SUPPRESSION_REQUIRED']);
    expect((await (await as('slt-member', 'region')).get(`${path}?authority=${SHROPSHIRE}&month=2026-07`)).body.items).toHaveLength(2);
  });

  it('keeps targets that a board has set, and judges figures by them', async () => {
    const head = await as('regional-head-of-operations', 'region');
    const target = { indicator: 'ado-children-adopted', authorities: ['region', SHROPSHIRE], value: '6', from: '2026-04-01', reference: 'Management Board, 14 May 2026, item 4' };
    const set = await head.post('/targets', target);
    expect([set.status, set.body.items.map(({ authority, value, to }: { authority: string; value: number; to: null }) => [authority, value, to])]).toEqual([201, [['region', 6, null], [SHROPSHIRE, 6, null]]]);
    expect(outcome(await head.post('/targets', { ...target, authorities: [TELFORD, SHROPSHIRE] }))).toEqual([422, 'TARGET_DATES_OVERLAP']);
    expect((await head.get(`/targets?authority=${TELFORD}`)).body.items).toEqual([]);
    expect(outcome(await head.post('/targets', { ...target, indicator: 'cla-reviews-in-timescale-percentage', value: '101' }))).toEqual([422, 'TARGET_NOT_A_SHARE']);
    expect(outcome(await head.post('/targets', { ...target, value: 'many' }))).toEqual([400, 'REQUEST_NOT_READ']);
    expect(outcome(await (await as('performance-officer', SHROPSHIRE)).post('/targets', target))).toEqual([403, 'TARGET_NOT_FOR_ROLE']);
    const figure = (await head.get(`/indicators/ado-children-adopted?authority=${SHROPSHIRE}&month=2026-07`)).body;
    expect(figure).toMatchObject({ value: 4, target: 6, short: 2 });
    const [, ofShropshire] = set.body.items;
    expect(outcome(await head.post(`/targets/${ofShropshire.id}/end`, { to: '2026-03-31' }))).toEqual([422, 'TARGET_ENDS_BEFORE_IT_BEGINS']);
    expect((await head.post(`/targets/${ofShropshire.id}/end`, { to: '2026-06-30' })).status).toBe(204);
    expect((await head.get(`/indicators/ado-children-adopted?authority=${SHROPSHIRE}&month=2026-07`)).body).toMatchObject({ target: null, short: null });
  });

  it('freezes July on Friday 7 August, due Friday 14 August: children adopted 4 (kpi.md example 9)', async () => {
    const officer = await as('performance-officer', SHROPSHIRE);
    expect(outcome(await officer.get(`/packs/${SHROPSHIRE}/2026-07`))).toEqual([422, 'PACK_NOT_FROZEN']);
    expect((await officer.post(`/packs/${SHROPSHIRE}/2026-07/freeze`)).status).toBe(204);
    const { body } = await officer.get(`/packs/${SHROPSHIRE}/2026-07`);
    expect(body).toMatchObject({ version: 'management', frozenAt: expect.stringContaining('2026-08-07T15:02:00'), knownOn: '2026-08-07', dueOn: '2026-08-14', late: false, intact: true, frozenByRole: 'performance-officer' });
    expect(adoptedIn(body)[SHROPSHIRE]).toBe(4);
    expect(body.indicators.find(({ id }: { id: string }) => id === 'ado-children-adopted').commentary).toMatchObject({ version: 2 });
    expect((await officer.get(`/packs?authority=${SHROPSHIRE}`)).body.items[0]).toMatchObject({ month: '2026-07', status: 'frozen', late: false });
  });

  it('refuses whatever would change it, and whoever may not freeze', async () => {
    const officer = await as('performance-officer', SHROPSHIRE);
    expect(outcome(await officer.post(`/packs/${SHROPSHIRE}/2026-07/freeze`))).toEqual([409, 'PACK_FROZEN']);
    expect(outcome(await officer.post('/indicators/ado-children-adopted/commentary', { authority: SHROPSHIRE, month: '2026-07', trend: 'a', reason: 'b', action: 'c' }))).toEqual([409, 'PACK_FROZEN']);
    expect(outcome(await officer.post(`/packs/${SHROPSHIRE}/2026-08/freeze`))).toEqual([422, 'MONTH_NOT_ENDED']);
    expect(outcome(await officer.post(`/packs/${SHROPSHIRE}/2019-08/freeze`))).toEqual([422, 'PACK_EMPTY']);
    expect(outcome(await officer.post(`/packs/${TELFORD}/2026-07/freeze`))).toEqual([404, 'NOT_FOUND']);
    expect(outcome(await officer.post('/packs/region/2026-07/freeze'))).toEqual([404, 'NOT_FOUND']);
    for (const role of ['team-manager', 'elected-member', 'locality-social-worker'] as const)
      expect(outcome(await (await as(role, SHROPSHIRE)).post(`/packs/${SHROPSHIRE}/2026-06/freeze`))).toEqual([403, 'FREEZE_NOT_FOR_ROLE']);
    await expect(region.in(SHROPSHIRE, (tx) => tx.query(`update pack set hash = hash where tenant_id = $1`, [SHROPSHIRE]))).rejects.toThrow(/permission denied/);
    await expect(region.in(SHROPSHIRE, (tx) => tx.query(`delete from pack_figure where tenant_id = $1`, [SHROPSHIRE]))).rejects.toThrow(/permission denied/);
  });

  it('freezes the region, and gives the public 12, c, 0, c and 24 (example 10)', async () => {
    const head = await as('regional-head-of-operations', 'region');
    expect((await head.post('/packs/region/2026-07/freeze')).status).toBe(204);
    const id = 'ado-children-waiting';
    expect(adoptedIn((await head.get('/packs/region/2026-07')).body, id)).toEqual({ region: 24, [STAFFORDSHIRE]: 3, [STOKE]: 0, [SHROPSHIRE]: 12, [TELFORD]: 9 });
    const published = { region: 24, [STAFFORDSHIRE]: 'suppressed', [STOKE]: 0, [SHROPSHIRE]: 12, [TELFORD]: 'suppressed' };
    expect(adoptedIn((await head.get('/packs/region/2026-07?version=public')).body, id)).toEqual(published);
    const member = await as('elected-member', TELFORD);
    const { body } = await member.get('/packs/region/2026-07');
    expect([body.version, adoptedIn(body, id), body.restated, body.indicators.filter(({ commentary }: { commentary: object | null }) => commentary !== null)]).toEqual(['public', published, [], []]);
    expect(outcome(await member.get('/packs/region/2026-07?version=management'))).toEqual([403, 'SUPPRESSION_REQUIRED']);
    expect(outcome(await (await as('team-manager', TELFORD)).get(`/packs/${SHROPSHIRE}/2026-07?version=management`))).toEqual([403, 'SUPPRESSION_REQUIRED']);
    expect((await (await as('team-manager', TELFORD)).get(`/packs/${SHROPSHIRE}/2026-07`)).body.places).toEqual(['region', SHROPSHIRE]);
  });

  it.each([['management', true], ['public', false]] as const)('makes a tagged PDF and a CSV of the %s version, with its small numbers: %s', async (version, small) => {
    const head = await as('regional-head-of-operations', 'region');
    const csv = (await head.get(`/packs/region/2026-07/figures.csv?version=${version}`)).text;
    expect(csv).toContain(small ? `ado-children-waiting,Children waiting to be adopted,${STAFFORDSHIRE},2026-07,2026-08-07,value,3,3,,` : `${STAFFORDSHIRE},2026-07,2026-08-07,suppressed,,,,`);
    const answer = await head.file(`/packs/region/2026-07/pack.pdf?version=${version}`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    const { sheets, tags, catalogue, bookmarks, headed } = readBack(answer.body as Buffer);
    expect(catalogue).toMatch(/\/Lang \(en-GB\)/);
    expect(catalogue).toMatch(/\/MarkInfo|\/StructTreeRoot/);
    for (const tag of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(tags).toContain(tag);
    expect(bookmarks).toBeGreaterThan(3);
    expect(headed).toBeGreaterThan(20);
    sheets.forEach((words, at) => { expect(words).toContain(`Page ${at + 1} of ${sheets.length}`); });
    const line = /Children waiting to be adopted.*?at month end (.*?) (?=[A-Z])/.exec(sheets.join(' ').replace(/\s+/g, ' '))?.[1];
    expect(line).toBe(small ? '24 3 0 12 9' : '24 c 0 12 c');
  });

  it('tells on 31 August that 4 is still 4, of other cases, and on 1 November that it is 5', async () => {
    clock.day = LocalDate('2026-11-01');
    await counted();
    const officer = await as('performance-officer', SHROPSHIRE);
    const changed = async (asKnownOn: string) => (await officer.get(`/packs/${SHROPSHIRE}/2026-07/restatements?asKnownOn=${asKnownOn}`)).body.items.find(({ indicator }: { indicator: string }) => indicator === 'ado-children-adopted');
    expect(await changed('2026-08-07')).toBeUndefined();
    const august = await changed('2026-08-31');
    expect([august.former.value, august.restated.value, namesOf(august.addedCases), namesOf(august.removedCases)]).toEqual([4, 4, ['AO4'], ['AO2']]);
    const november = await changed('2026-11-01');
    expect([november.former.value, november.restated.value, november.added, november.removed, namesOf(november.addedCases), namesOf(november.removedCases), november.asksForReason]).toEqual([4, 5, 2, 1, ['AO3', 'AO4'], ['AO2'], false]);
    const { body } = await officer.get(`/indicators/ado-children-adopted/series?authority=${SHROPSHIRE}`);
    expect(body.items.find(({ month }: { month: string }) => month === '2026-07')).toMatchObject({ value: 5, knownThenOn: '2026-08-07', then: { value: 4, asKnownOn: '2026-08-07' } });
    const then = (await officer.get(`/indicators?authority=${SHROPSHIRE}&month=2026-07&known=then`)).body.items.find(({ id }: { id: string }) => id === 'ado-children-adopted');
    expect(then).toMatchObject({ value: 4, asKnownOn: '2026-08-07' });
    expect(adoptedIn((await officer.get(`/packs/${SHROPSHIRE}/2026-07`)).body)[SHROPSHIRE]).toBe(4);
  }, 120_000);

  it('tells the region how many cases, not which, and the public nothing', async () => {
    const head = await as('regional-head-of-operations', 'region');
    const of = async (authority: string) => (await head.get(`/packs/${authority}/2026-07/restatements`)).body.items.find(({ indicator }: { indicator: string }) => indicator === 'ado-children-adopted');
    expect(await of(SHROPSHIRE)).toMatchObject({ added: 2, removed: 1, addedCases: null, removedCases: null });
    expect(await of('region')).toMatchObject({ added: 2, removed: 1, addedCases: null, former: { value: 4 }, restated: { value: 5 } });
    expect(outcome(await (await as('elected-member', SHROPSHIRE)).get(`/packs/${SHROPSHIRE}/2026-07/restatements`))).toEqual([403, 'SUPPRESSION_REQUIRED']);
    expect(outcome(await (await as('team-manager', TELFORD)).get(`/packs/${SHROPSHIRE}/2026-07/restatements`))).toEqual([403, 'SUPPRESSION_REQUIRED']);
  });

  it('keeps why it has changed, and logs that it has, without the words', async () => {
    const officer = await as('performance-officer', SHROPSHIRE);
    const reason = { indicator: 'ado-children-adopted', reason: 'Two orders were written up late, one was recorded in error.' };
    expect((await officer.post(`/packs/${SHROPSHIRE}/2026-07/restatements`, reason)).status).toBe(204);
    expect(outcome(await officer.post(`/packs/${SHROPSHIRE}/2026-07/restatements`, { ...reason, indicator: 'cla-number-looked-after' }))).toEqual([422, 'NOTHING_RESTATED']);
    expect(outcome(await officer.post(`/packs/${SHROPSHIRE}/2026-06/restatements`, reason))).toEqual([422, 'PACK_NOT_FROZEN']);
    expect(outcome(await (await as('performance-officer', TELFORD)).post(`/packs/${SHROPSHIRE}/2026-07/restatements`, reason))).toEqual([404, 'NOT_FOUND']);
    const { body } = await officer.get(`/packs/${SHROPSHIRE}/2026-07/restatements`);
    expect(body.items[0].reason).toMatchObject({ reason: reason.reason });
    const logged = await region.in(SHROPSHIRE, (tx) => tx.query<{ type: string; data: object }[]>('select type, data from event_log order by position'));
    expect(logged.map(({ type }) => type)).toEqual(['commentary-written', 'commentary-written', 'indicator-pack-frozen', 'indicator-restated']);
    expect(JSON.stringify(logged)).not.toMatch(/written up late|hearings/i);
  });

  it('tells in the next pack what of the one before has changed, and that it is late', async () => {
    const officer = await as('performance-officer', SHROPSHIRE);
    expect((await officer.post(`/packs/${SHROPSHIRE}/2026-08/freeze`)).status).toBe(204);
    const { body } = await officer.get(`/packs/${SHROPSHIRE}/2026-08`);
    expect(body.late).toBe(true);
    expect(body.restated).toEqual([{ month: '2026-07', indicator: 'ado-children-adopted', former: { numerator: 4, denominator: 4 }, restated: { numerator: 5, denominator: 5 }, added: 2, removed: 1 }]);
  });

  it('asks whose figure moved by over a tenth to say why, and nobody else', async () => {
    const asked = async (role: Parameters<Issuer['tokenOf']>[0]['role'], authority: string) =>
      (await (await as(role, authority)).get(`/indicators?authority=${SHROPSHIRE}&month=2025-11`)).body.items.filter(({ commentaryAsked }: { commentaryAsked: boolean }) => commentaryAsked).map(({ id }: { id: string }) => id);
    expect(await asked('performance-officer', SHROPSHIRE)).toContain('ado-children-waiting');
    const ofMonth = async (month: string) => (await (await as('performance-officer', SHROPSHIRE)).get(`/indicators?authority=${SHROPSHIRE}&month=${month}`)).body.items as { commentaryAsked: boolean }[];
    expect((await ofMonth(clock.day.slice(0, 7))).filter(({ commentaryAsked }) => commentaryAsked)).toEqual([]);
    expect(await asked('team-manager', SHROPSHIRE)).toEqual([]);
    expect(await asked('performance-officer', TELFORD)).toEqual([]);
    expect((await (await as('performance-officer', SHROPSHIRE)).post(`/packs/${SHROPSHIRE}/2025-11/freeze`)).status).toBe(204);
    expect(await asked('performance-officer', SHROPSHIRE)).toEqual([]);
  });

  it('shows figures as the public sees them to those who ask', async () => {
    const officer = await as('performance-officer', TELFORD);
    const waiting = async (more: string) => (await officer.get(`/indicators?authority=${TELFORD}&month=2026-07${more}`)).body.items.find(({ id }: { id: string }) => id === 'ado-children-waiting');
    expect([(await waiting('')).value, (await waiting('&version=public')).status]).toEqual([9, 'suppressed']);
  });
});
