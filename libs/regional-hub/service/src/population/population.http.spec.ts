import { LocalDate } from '@permanence/kernel/values';
import { type RunningService, clockOn, startService } from '@permanence/platform/host';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import { Issuer } from '@permanence/testing/issuer';
import request from 'supertest';
import { regionalHub } from '../description.js';
import { FigureRefresher } from '../figures/figure-refresher.js';
import { markChanged } from '../figures/figure-refresh.store.js';
import { Region, SHROPSHIRE, STAFFORDSHIRE, TELFORD } from '../region.fixture.js';
import { Told } from '../told.fixture.js';

const API = '/api/regional-hub/v1';
const RATE = 'cla-rate-per-10000';

describe('the population and the rate, over HTTP', () => {
  let region: Region;
  let issuer: Issuer;
  let service: RunningService;

  beforeAll(async () => {
    region = await Region.open();
    issuer = await new Issuer().open();
    const logger = rootLogger({ level: 'silent' });
    const database = { appUrl: region.database.urlOf('app'), ownerUrl: region.database.urlOf('owner'), relayUrl: region.database.urlOf('relay') };
    service = await startService(regionalHub, { clock: clockOn(LocalDate('2026-11-24')), logger, database, identity: issuer.identity, transport: createTransport({ clientId: 'test', logger }), port: 0, host: '127.0.0.1', ownsProcess: false });
    for (const [tenant, children] of [[SHROPSHIRE, 12], [TELFORD, 9]] as const) {
      const told = new Told(tenant, '2026-04-13');
      told.collection(2026);
      for (let i = 0; i < children; i += 1) told.child(`${i}`).inCare('2025-05-06');
      await region.hear(tenant, told.events);
      await region.in(tenant, (tx) => markChanged(tx, tenant));
    }
    await counted();
  });
  afterAll(async () => {
    await service.close();
    issuer.close();
    await region.close();
  });

  const counted = () => service.app.get(FigureRefresher).refresh({ quiet: 0, atMost: 0 });
  const bearer = async (role: Parameters<Issuer['tokenOf']>[0]['role'], authority: string) => `Bearer ${await issuer.tokenOf({ role, authority })}`;
  const put = async (body: object, role: Parameters<Issuer['tokenOf']>[0]['role'] = 'performance-officer', authority: string = SHROPSHIRE) =>
    request(service.url).put(`${API}/population`).set('authorization', await bearer(role, authority)).send(body);
  const rate = async (authority: string, more = '') =>
    (await request(service.url).get(`${API}/indicators/${RATE}?authority=${authority}&month=2026-03${more}`).set('authorization', await bearer('slt-member', 'region'))).body as Record<string, unknown>;
  const MID_2025 = { year: '2025', children: '60007', source: 'Office for National Statistics, mid-2025' };

  it('is not held until it is entered: never 0', async () => {
    expect(await rate(SHROPSHIRE)).toMatchObject({ status: 'not-held', value: null, numerator: null, neededWords: 'SSDA903 files for the month: Episodes. The council’s population aged 0 to 17.' });
    expect(await rate('region')).toMatchObject({ status: 'not-held', lacks: expect.arrayContaining([SHROPSHIRE, TELFORD]) as unknown });
  });

  it('is entered by the performance officer, and the rate follows: one decimal, whole counts beside it', async () => {
    const { status, body } = await put(MID_2025);
    expect([status, body]).toEqual([200, { authority: SHROPSHIRE, year: 2025, children: 60_007, source: MID_2025.source }]);
    await counted();
    expect(await rate(SHROPSHIRE)).toMatchObject({ status: 'value', measure: 'rate', unit: 'per 10,000', value: 2, numerator: 12, denominator: 60_007, cohort: null });
    expect(await rate(SHROPSHIRE, '&asKnownOn=2026-11-23')).toMatchObject({ status: 'not-held' });
    expect(await rate(TELFORD)).toMatchObject({ status: 'not-held' });
    expect(await rate('region')).toMatchObject({ status: 'value', value: 2, lacks: expect.not.arrayContaining([SHROPSHIRE]) as unknown });
  });

  it('of the region is sum over sum of those that have it', async () => {
    expect((await put({ year: '2024', children: '40000', source: 'ONS' }, 'performance-officer', TELFORD)).status).toBe(200);
    await counted();
    expect(await rate(TELFORD)).toMatchObject({ value: 2.3, numerator: 9, denominator: 40_000 });
    expect(await rate('region')).toMatchObject({ value: 2.1, numerator: 21, denominator: 100_007 });
  });

  it('another number for the year replaces it in the log and in the figure; the same again changes nothing', async () => {
    const logged = () => region.in(SHROPSHIRE, (tx) => tx.query<{ type: string; corrects: string | null; effective_on: string }[]>(`select type, corrects, effective_on from event_log where type = 'population-recorded' order by position`));
    expect((await put({ ...MID_2025, children: '48000' })).status).toBe(200);
    expect((await put({ ...MID_2025, children: '48000' })).status).toBe(200);
    const events = await logged();
    expect(events.map(({ corrects }) => corrects !== null)).toEqual([false, true]);
    expect(events[0]?.effective_on).toBe('2025-06-30');
    await counted();
    expect(await rate(SHROPSHIRE)).toMatchObject({ value: 2.5, denominator: 48_000 });
  });

  it('the newest year that has passed its middle counts, and before the first year the first', async () => {
    expect((await put({ year: '2026', children: '30000', source: 'ONS' })).status).toBe(200);
    await counted();
    expect(await rate(SHROPSHIRE)).toMatchObject({ denominator: 48_000 });
    const april = await request(service.url).get(`${API}/indicators/${RATE}?authority=${SHROPSHIRE}&month=2025-05`).set('authorization', await bearer('slt-member', 'region'));
    expect(april.body).toMatchObject({ denominator: 48_000 });
  });

  it('shows its council what was entered and what was replaced, and nobody else', async () => {
    const entered = async (role: Parameters<Issuer['tokenOf']>[0]['role'], authority: string) => request(service.url).get(`${API}/population`).set('authorization', await bearer(role, authority));
    const { body } = await entered('performance-officer', SHROPSHIRE);
    const items = body.items as { year: number; children: number; replacedAt: string | null; enteredAt: string }[];
    expect(items.map(({ year, children, replacedAt }) => [year, children, replacedAt === null])).toEqual([[2026, 30_000, true], [2025, 48_000, true], [2025, 60_007, false]]);
    expect(items.every(({ enteredAt }) => enteredAt.startsWith('2026-11-24T'))).toBe(true);
    expect((await entered('performance-officer', STAFFORDSHIRE)).body).toEqual({ items: [], next: null });
    for (const [role, authority] of [['team-manager', SHROPSHIRE], ['regional-head-of-operations', 'region']] as const) expect(await entered(role, authority)).toMatchObject({ status: 403, body: { code: 'POPULATION_NOT_FOR_ROLE' } });
  });

  it.each([
    ['a year to come', { ...MID_2025, year: '2027' }, 'POPULATION_YEAR_TO_COME', 'year'], ['a number in thousands', { ...MID_2025, children: '60' }, 'POPULATION_NOT_LIKELY', 'children'],
  ])('refuses %s', async (_what, body, code, field) => {
    const { status, body: problem } = await put(body);
    expect([status, problem.code, problem.rule, problem.errors?.[0]?.field ?? problem.field]).toEqual([422, code, 'kpi.15', field]);
  });

  it('is a form: what is no number is a field error', async () => expect((await put({ ...MID_2025, children: 'many' })).status).toBe(400));

  it.each([['team-manager', STAFFORDSHIRE], ['regional-head-of-operations', 'region'], ['elected-member', SHROPSHIRE]] as const)('is not for a %s', async (role, authority) => {
    const { status, body } = await put(MID_2025, role, authority);
    expect([status, body.code]).toEqual([403, 'POPULATION_NOT_FOR_ROLE']);
  });

  it('a definition says which kinds of record it needs, and since when', async () => {
    const { body } = await request(service.url).get(`${API}/indicators/cla-visits-in-timescale-percentage/definition`).set('authorization', await bearer('elected-member', SHROPSHIRE));
    expect(body).toMatchObject({ modules: ['Episodes'], records: ['visits'], neededWords: 'SSDA903 files for the month: Episodes. The council’s own record of visits, kept all through the 6 months before.' });
  });

  it('lists all 134 of the catalogue with what they wait for', async () => {
    const { status, body } = await request(service.url).get(`${API}/indicators/catalogue`).set('authorization', await bearer('elected-member', SHROPSHIRE));
    const items = body.items as { id: string; held: boolean; waitsFor: string | null }[];
    expect([status, items.length, items.filter(({ held }) => held).length]).toEqual([200, 134, 37]);
    expect(items.find(({ id }) => id === 'fos-enquiries-received')).toMatchObject({ held: false, waitsFor: expect.stringContaining('fostering') as unknown });
    expect(items.every(({ held, waitsFor }) => held === (waitsFor === null))).toBe(true);
    expect((await request(service.url).get(`${API}/indicators/catalogue`)).status).toBe(401);
  });
});
