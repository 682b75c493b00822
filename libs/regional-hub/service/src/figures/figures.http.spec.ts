import { LocalDate } from '@permanence/kernel/values';
import { type RunningService, clockOn, startService } from '@permanence/platform/host';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import { Issuer } from '@permanence/testing/issuer';
import request from 'supertest';
import { regionalHub } from '../description.js';
import { Region, SHROPSHIRE, STAFFORDSHIRE, STOKE, TELFORD } from '../region.fixture.js';
import { Told } from '../told.fixture.js';
import { markChanged } from './figure-refresh.store.js';
import { FigureRefresher } from './figure-refresher.js';

const API = '/api/regional-hub/v1';
const SIZES = { [SHROPSHIRE]: 12, [STAFFORDSHIRE]: 3, [STOKE]: 0, [TELFORD]: 9 };

describe('figures over HTTP', () => {
  let region: Region;
  let issuer: Issuer;
  let service: RunningService;

  beforeAll(async () => {
    region = await Region.open();
    issuer = await new Issuer().open();
    const logger = rootLogger({ level: 'silent' });
    const database = { appUrl: region.database.urlOf('app'), ownerUrl: region.database.urlOf('owner'), relayUrl: region.database.urlOf('relay') };
    service = await startService(regionalHub, { clock: clockOn(LocalDate('2026-11-24')), logger, database, identity: issuer.identity, transport: createTransport({ clientId: 'test', logger }), port: 0, host: '127.0.0.1', ownsProcess: false });
    for (const tenant of [SHROPSHIRE, STAFFORDSHIRE, STOKE, TELFORD]) await region.hear(tenant, told(tenant).events);
    for (const tenant of [SHROPSHIRE, STAFFORDSHIRE, STOKE, TELFORD]) await region.in(tenant, (tx) => markChanged(tx, tenant));
    await service.app.get(FigureRefresher).refresh({ quiet: 0, atMost: 0 });
  });
  afterAll(async () => {
    await service.close();
    issuer.close();
    await region.close();
  });

  /** Twelve, three, none and nine children waiting, as in kpi.md example 10; Shropshire's files came in October, and Telford's have no decisions. */
  const told = (tenant: keyof typeof SIZES): Told => {
    const events = new Told(tenant as never, tenant === SHROPSHIRE ? '2026-10-01' : '2026-04-13');
    events.collection(2026, '2026-03-31');
    events.on('2026-10-08').collection(2027, '2026-09-30');
    events.on(tenant === SHROPSHIRE ? '2026-10-01' : '2026-04-13');
    events.worker('SW1', 'Oswestry');
    for (let i = 0; i < SIZES[tenant]!; i += 1) {
      const child = events.child(`${i}`).inCare('2025-05-06').stay('U6', '2025-05-06', { provider: i % 3 === 0 ? 'PR4' : 'PR1' });
      if (i < 9) child.worker(i < 2 ? 'SW1' : 'SW2', '2025-05-06', i === 8 ? '2026-06-01' : undefined);
      child.step('adoption.should-be-placed-decided', '2025-10-01');
    }
    return events;
  };

  const as = async (role: Parameters<Issuer['tokenOf']>[0]['role'], authority: string, more: object = {}) => {
    const token = await issuer.tokenOf({ role, authority, ...more });
    return async (path: string) => request(service.url).get(`${API}${path}`).set('authorization', `Bearer ${token}`);
  };

  it('answers what the contract says: value, numerator, denominator, day and what it means', async () => {
    const get = await as('performance-officer', SHROPSHIRE);
    const { status, body } = await get(`/indicators/fos-agency-percentage?authority=${SHROPSHIRE}&month=2026-03`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'fos-agency-percentage', authority: SHROPSHIRE, month: '2026-03', status: 'value', value: 33.3, numerator: 4, denominator: 12, asKnownOn: '2026-11-24', provisional: false,
      knownThenOn: '2026-04-16', firstRecordedOn: '2026-10-01', lacks: [], casesAllowed: true, measure: 'percentage', polarity: 'lower',
    });
  });

  it('answers the newest month held unless one is asked for, and all 37', async () => {
    const get = await as('performance-officer', SHROPSHIRE);
    const { body } = await get(`/indicators?authority=${SHROPSHIRE}&history=2`);
    expect(body.items).toHaveLength(37);
    const looked = body.items.find(({ id }: { id: string }) => id === 'cla-number-looked-after');
    expect(looked).toMatchObject({ month: '2026-09', value: 12, denominator: null });
    expect(looked.history.map(({ month, value }: { month: string; value: number }) => [month, value])).toEqual([['2026-07', 12], ['2026-08', 12]]);
    expect(body.next).toBeNull();
  });

  it('shows not-held outside what was loaded, and not-applicable for a share of nobody', async () => {
    const get = await as('performance-officer', STOKE);
    const status = async (id: string, month: string) => (await get(`/indicators/${id}?authority=${STOKE}&month=${month}`)).body;
    expect(await status('cla-number-looked-after', '2025-03')).toMatchObject({ status: 'not-held', value: null, numerator: null, denominator: null });
    expect(await status('cla-number-looked-after', '2026-11')).toMatchObject({ status: 'not-held', provisional: true });
    expect(await status('cla-number-looked-after', '2026-03')).toMatchObject({ status: 'value', value: 0 });
    expect(await status('fos-agency-percentage', '2026-03')).toMatchObject({ status: 'not-applicable', value: null, numerator: 0, denominator: 0 });
  });

  it('answers as known on a day: nothing was known before the first file', async () => {
    const get = await as('performance-officer', SHROPSHIRE);
    const on = async (day: string) => (await get(`/indicators/cla-number-looked-after?authority=${SHROPSHIRE}&month=2026-03&asKnownOn=${day}`)).body;
    expect(await on('2026-09-30')).toMatchObject({ status: 'not-held', asKnownOn: '2026-09-30' });
    expect(await on('2026-10-01')).toMatchObject({ status: 'value', value: 12 });
    expect(await on('2026-03-15')).toMatchObject({ status: 'not-held', provisional: true });
    expect(await on('2026-02-15')).toMatchObject({ status: 'not-held' });
  });

  it('tells every month of the series, now and as known then', async () => {
    const get = await as('performance-officer', TELFORD);
    const { body } = await get(`/indicators/cla-number-looked-after/series?authority=${TELFORD}`);
    const by = Object.fromEntries(body.items.map((item: { month: string }) => [item.month, item]));
    expect([body.items.length, body.items[0].month, body.items.at(-1).month]).toEqual([18, '2025-04', '2026-09']);
    expect(by['2025-04']).toMatchObject({ status: 'value', value: 0, then: { status: 'not-held' } });
    expect(by['2026-03']).toMatchObject({ value: 9, then: { status: 'value', value: 9, asKnownOn: '2026-04-16' } });
    expect(by['2026-04']).toMatchObject({ value: 9, then: { status: 'not-held' } });
    expect(by['2026-09']).toMatchObject({ value: 9, then: { status: 'value', value: 9, asKnownOn: '2026-10-14' } });
  });

  it('tells of each month as known then on which day that was, and of a day to come that it is today', async () => {
    const get = await as('performance-officer', TELFORD);
    const { body } = await get(`/indicators?authority=${TELFORD}&month=2026-11&known=then&history=8`);
    const { history, asKnownOn } = body.items.find(({ id }: { id: string }) => id === 'cla-number-looked-after');
    expect([history[0], history[6]]).toMatchObject([{ month: '2026-03', value: 9, asKnownOn: '2026-04-16' }, { month: '2026-09', value: 9, asKnownOn: '2026-10-14' }]);
    expect(asKnownOn).toBe('2026-11-24');
  });

  it('suppresses for the public: 12, c, 0, c and the total of 24 (kpi.md example 10)', async () => {
    const get = await as('elected-member', STAFFORDSHIRE);
    const shown = async (authority: string) => {
      const { body } = await get(`/indicators/ado-children-waiting?authority=${authority}&month=2026-03`);
      return [body.status, body.value, body.numerator];
    };
    expect(await shown(SHROPSHIRE)).toEqual(['value', 12, 12]);
    expect(await shown(STAFFORDSHIRE)).toEqual(['suppressed', null, null]);
    expect(await shown(STOKE)).toEqual(['value', 0, 0]);
    expect(await shown(TELFORD)).toEqual(['suppressed', null, null]);
    expect(await shown('region')).toEqual(['value', 24, 24]);
  });

  it('shows a council its own figure and the region’s as they are, and the others’ as published', async () => {
    const get = await as('team-manager', TELFORD);
    const status = async (authority: string) => (await get(`/indicators/ado-children-waiting?authority=${authority}&month=2026-03`)).body;
    expect(await status(TELFORD)).toMatchObject({ status: 'value', value: 9, casesAllowed: true });
    expect(await status(STAFFORDSHIRE)).toMatchObject({ status: 'suppressed', value: null, casesAllowed: false });
    expect(await status(SHROPSHIRE)).toMatchObject({ status: 'suppressed' });
    expect(await status('region')).toMatchObject({ status: 'value', value: 24, lacks: [] });
  });

  it('shows regional roles everything, and nobody’s cases', async () => {
    const get = await as('slt-member', 'region');
    expect((await get(`/indicators/ado-children-waiting?authority=${STAFFORDSHIRE}&month=2026-03`)).body).toMatchObject({ value: 3, casesAllowed: false });
    const refused = await get(`/indicators/ado-children-waiting/cases?authority=${STAFFORDSHIRE}&month=2026-03`);
    expect([refused.status, refused.body.code]).toEqual([403, 'DRILL_DOWN_REFUSED']);
  });

  it('names the councils that a regional figure lacks', async () => {
    const get = await as('slt-member', 'region');
    const { body } = await get('/indicators/cla-number-looked-after?authority=region&month=2026-03&asKnownOn=2026-09-30');
    expect(body).toMatchObject({ status: 'value', value: 12, lacks: [SHROPSHIRE] });
    expect((await get('/indicators/cla-number-looked-after?authority=region&month=2026-10')).body).toMatchObject({ status: 'not-held', lacks: [STAFFORDSHIRE, STOKE, SHROPSHIRE, TELFORD] });
  });

  it('lists as many cases as it counts, page by page, to those of the council', async () => {
    const get = await as('performance-officer', SHROPSHIRE);
    const first = (await get(`/indicators/cla-number-looked-after/cases?authority=${SHROPSHIRE}&month=2026-03&limit=5`)).body;
    const second = (await get(`/indicators/cla-number-looked-after/cases?authority=${SHROPSHIRE}&month=2026-03&limit=500&cursor=${first.next}`)).body;
    expect([first.items.length, first.total, second.items.length, second.next]).toEqual([5, 12, 7, null]);
    const ids = [...first.items, ...second.items].map(({ childId }: { childId: string }) => childId);
    expect(new Set(ids).size).toBe(12);
    expect(first.items[0]).toMatchObject({ inNumerator: true, on: '2025-05-06', facts: {} });
    const share = (await get(`/indicators/fos-agency-percentage/cases?authority=${SHROPSHIRE}&month=2026-03`)).body;
    const all = (await get(`/indicators/fos-agency-percentage/cases?authority=${SHROPSHIRE}&month=2026-03&part=denominator`)).body;
    expect([share.total, all.total, all.items.filter(({ inNumerator }: { inNumerator: boolean }) => inNumerator).length]).toEqual([4, 12, 4]);
    expect((await get(`/indicators/cla-number-looked-after/cases?authority=${SHROPSHIRE}&month=2025-03`)).body).toEqual({ items: [], next: null, total: 0 });
  });

  it('lists a worker their own children', async () => {
    const get = await as('locality-social-worker', SHROPSHIRE, { swRegistration: 'SW1' });
    expect((await get(`/indicators/cla-number-looked-after/cases?authority=${SHROPSHIRE}&month=2026-03`)).body).toMatchObject({ total: 2, next: null });
    const other = await as('locality-social-worker', SHROPSHIRE, { swRegistration: 'SW9' });
    expect((await other(`/indicators/cla-number-looked-after/cases?authority=${SHROPSHIRE}&month=2026-03`)).body.total).toBe(0);
  });

  it.each([['Oswestry', 6], ['Ludlow', 4]])('lists a manager of %s the team’s children, and those that no worker has now: %i', async (team, total) => {
    const get = await as('team-manager', SHROPSHIRE, { team });
    expect((await get(`/indicators/cla-number-looked-after/cases?authority=${SHROPSHIRE}&month=2026-03`)).body.total).toBe(total);
  });

  it('knows nothing of another council’s cases, of an authority or an indicator that is not there', async () => {
    const get = await as('performance-officer', SHROPSHIRE);
    const statuses = async (...paths: string[]) => Promise.all(paths.map(async (path) => (await get(path)).status));
    expect(await statuses(
      `/indicators/cla-number-looked-after/cases?authority=${STAFFORDSHIRE}&month=2026-03`,
      '/indicators/cla-number-looked-after/cases?authority=E09000001&month=2026-03',
      '/indicators/cla-number-looked-after?authority=E09000001&month=2026-03',
      `/indicators/cla-number?authority=${SHROPSHIRE}&month=2026-03`,
    )).toEqual([404, 404, 404, 404]);
    expect(await statuses('/indicators/cla-number-looked-after/cases?authority=region&month=2026-03')).toEqual([403]);
  });

  it('refuses a month or a day to come, and what cannot be read', async () => {
    const get = await as('performance-officer', SHROPSHIRE);
    const answer = async (query: string) => {
      const { status, body } = await get(`/indicators/cla-number-looked-after?${query}`);
      return [status, body.code];
    };
    expect(await answer(`authority=${SHROPSHIRE}&month=2026-12`)).toEqual([422, 'MONTH_TO_COME']);
    expect(await answer(`authority=${SHROPSHIRE}&month=2026-03&asKnownOn=2026-11-25`)).toEqual([422, 'DAY_TO_COME']);
    expect(await answer(`authority=Shropshire&month=2026-03`)).toEqual([400, 'REQUEST_NOT_READ']);
    expect(await answer(`authority=${SHROPSHIRE}&month=2026-13`)).toEqual([400, 'REQUEST_NOT_READ']);
    expect((await request(service.url).get(`${API}/indicators/cla-number-looked-after?authority=${SHROPSHIRE}`)).status).toBe(401);
  });

  it('says what an indicator counts, and how far each council’s files go', async () => {
    const get = await as('data-protection-officer', STOKE);
    expect((await get('/indicators/rth-re-entry-within-6-months/definition')).body).toMatchObject({ measure: 'count', denominatorWords: null, modules: ['Episodes'], period: 'rolling-12' });
    const { items } = (await get('/horizons')).body;
    expect(items.map(({ authority }: { authority: string }) => authority)).toEqual([STAFFORDSHIRE, STOKE, SHROPSHIRE, TELFORD, 'region']);
    expect(items[1]).toMatchObject({ name: 'Stoke-on-Trent', firstMonth: '2025-04', completeTo: '2026-09-30', yearsMissing: [] });
  });

  it.each([[`/indicators?authority=${SHROPSHIRE}&month=2026-03`, 37], [`/indicators/cla-number-looked-after/series?authority=${SHROPSHIRE}`, 18], ['/horizons?', 5]] as const)('gives %s whole, or page after page', async (list, length) => {
    const get = await as('performance-officer', SHROPSHIRE);
    const whole = (await get(list)).body;
    const first = (await get(`${list}&limit=2`)).body;
    const rest = (await get(`${list}&limit=500&cursor=${first.next}`)).body;
    expect([whole.items.length, first.items.length, rest.next]).toEqual([length, 2, null]);
    expect([...first.items, ...rest.items]).toEqual(whole.items);
    expect(await get(`${list}&limit=501`)).toMatchObject({ status: 400, body: { code: 'REQUEST_NOT_READ', errors: [{ field: 'limit' }] } });
  });

  it('describes itself', async () => {
    const { body } = await request(service.url).get('/api/regional-hub/openapi.json');
    expect(Object.keys(body.paths).filter((path) => /\/(indicators|horizons)/.test(path))).toHaveLength(8);
  });
});
