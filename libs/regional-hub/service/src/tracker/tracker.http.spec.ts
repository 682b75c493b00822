import { LocalDate, derivedId } from '@permanence/kernel/values';
import { type RunningService, clockOn, startService } from '@permanence/platform/host';
import type { Role } from '@permanence/platform/identity';
import { createTransport } from '@permanence/platform/messaging';
import { rootLogger } from '@permanence/platform/telemetry';
import { Issuer } from '@permanence/testing/issuer';
import request from 'supertest';
import { harderReasonsOf, searchStageOf } from '@permanence/regional-hub/domain';
import { regionalHub } from '../description.js';
import { childrenOf } from '../projections/heard.js';
import { Region, SHROPSHIRE, STAFFORDSHIRE, STOKE } from '../region.fixture.js';
import { Told } from '../told.fixture.js';
import { refreshEntries } from './refresh-entries.js';
import { type TrackerLine, trackerPage } from './tracker.store.js';

const API = '/api/regional-hub/v1';
const TODAY = LocalDate('2026-10-05');
const day = LocalDate;

type Row = Readonly<{ reference: string; authority: { code: string }; details: Readonly<Record<string, unknown>> | null }>;

/** A child of Shropshire who has waited 112 days; three of Staffordshire, one of them restricted; two of Stoke-on-Trent who are at home again or adopted. */
const shropshire = (): Told => {
  const told = new Told(SHROPSHIRE, '2026-09-01');
  const child = told.child('Waits').born('2020-03-17').inCare('2026-01-12').stay('U6', '2026-01-12', { provider: 'PR4', area: SHROPSHIRE }).worker('SW300001', '2026-01-12');
  told.worker('SW300001', 'Oswestry');
  told.tell('locality-hub.child-updated', child.id, '2026-01-12', { childId: child.id, sex: 'F', ethnicityCode: 'WBRI', siblingGroupIds: [derivedId(child.id, 'group')], harderToPlaceReasons: ['sibling-group'] });
  told.tell('locality-hub.permanence-plan-set', child.id, '2026-06-15', {
    planId: derivedId(child.id, 'plan'), childId: child.id, primary: 'long-term-foster-in-house', parallels: [], contingencies: [], reviewId: derivedId(child.id, 'review'), agreedOn: day('2026-06-15'), milestones: [{ code: 'long-term-match', dueOn: day('2026-09-14') }],
  });
  return told;
};
const staffordshire = (): Told => {
  const told = new Told(STAFFORDSHIRE, '2026-09-01');
  for (const name of ['One', 'Two', 'Shut']) told.child(name).born('2024-05-02').inCare('2026-08-03');
  const shut = told.child('Shut').id;
  told.tell('locality-hub.record-restriction-changed', shut, '2026-08-10', { childId: shut, restricted: true });
  return told;
};
const stoke = (): Told => {
  const told = new Told(STOKE, '2026-09-01');
  told.child('Home').born('2016-02-11').inCare('2025-01-12', { to: '2026-03-02', reason: 'E4A' });
  told.child('Adopted').born('2023-02-11').inCare('2024-01-12', { to: '2026-04-02', reason: 'E11' }).step('adoption.order-made', '2026-04-02');
  return told;
};

describe('the tracker of the region', () => {
  let region: Region;
  let issuer: Issuer;
  let service: RunningService;

  const as = async (role: Role, authority: string, path: string) => request(service.url).get(`${API}/${path}`).set('authorization', `Bearer ${await issuer.tokenOf({ role, authority })}`);
  const rows = async (query = '', role: Role = 'regional-head-of-operations', authority = 'region'): Promise<Row[]> => (await as(role, authority, `tracker${query}`)).body.items as Row[];

  beforeAll(async () => {
    region = await Region.open();
    issuer = await new Issuer().open();
    const logger = rootLogger({ level: 'silent' });
    const database = { appUrl: region.database.urlOf('app'), ownerUrl: region.database.urlOf('owner'), relayUrl: region.database.urlOf('relay') };
    service = await startService(regionalHub, { clock: clockOn(TODAY), logger, database, identity: issuer.identity, transport: createTransport({ clientId: 'test', logger }), port: 0, host: '127.0.0.1', ownsProcess: false });
    for (const told of [shropshire(), staffordshire(), stoke()]) {
      await region.hear(told.tenant, told.events);
      await region.in(told.tenant, (tx) => refreshEntries(tx, told.tenant, childrenOf(told.events)));
    }
  });
  afterAll(async () => {
    await service.close();
    issuer.close();
    await region.close();
  });

  it('shows a child by reference, band and month, with status and days: what the agreement names and nothing else', async () => {
    const [first] = await rows(`?authority=${SHROPSHIRE}`);
    expect(first).toEqual({
      reference: expect.stringMatching(/^TRK-/), authority: { code: SHROPSHIRE, name: 'Shropshire' },
      details: {
        status: 'plan-agreed', since: '2026-06-15', days: 112, ageBand: '5-9', birthMonth: '2020-03', sex: 'F', ethnicGroup: 'white', siblings: 1, placement: 'agency', insideRegion: true, plan: 'long-term-fostering', parallel: null,
        next: { code: 'long-term-match', dueOn: '2026-09-14' }, team: 'Oswestry', reasons: ['age-5-plus', 'sibling-group'], stage: 'stuck', searchDueOn: '2026-09-13',
        way: { enteredOn: '2026-01-12', planAgreedOn: '2026-06-15', shouldBePlacedOn: null, placementOrderOn: null, familyFindingOn: null, matchedOn: null, placedOn: null, achievedOn: null },
      },
    });
    expect(JSON.stringify(first)).not.toMatch(/2020-03-17|childId/);
  });

  it('leaves a restricted child out of fewer than five rows, and says no more than that there is one among more', async () => {
    expect(await rows(`?authority=${STAFFORDSHIRE}`)).toHaveLength(2);
    const told = new Told(STAFFORDSHIRE, '2026-09-02');
    for (const name of ['Three', 'Four']) told.child(name).born('2024-05-02').inCare('2026-08-04');
    for (const event of told.events) Object.assign(event, { eventId: derivedId(event.eventId, 'later') });
    await region.hear(STAFFORDSHIRE, told.events);
    await region.in(STAFFORDSHIRE, (tx) => refreshEntries(tx, STAFFORDSHIRE, childrenOf(told.events)));
    const shown = await rows(`?authority=${STAFFORDSHIRE}`);
    expect([shown.length, shown.filter(({ details }) => details === null).length]).toEqual([5, 1]);
    const shut = shown.find(({ details }) => details === null);
    expect((await as('regional-head-of-operations', 'region', `tracker/${shut?.reference ?? ''}`)).status).toBe(404);
  });

  it('lists those on the way, the longest in their status first, and others when asked', async () => {
    const all = await rows();
    expect(all.map(({ details }) => details?.['status'] ?? 'shut')).toEqual(['plan-agreed', ...Array.from({ length: 5 }, () => expect.stringMatching(/entered-care|shut/))]);
    expect((await rows('?status=left-care')).map(({ authority }) => authority.code)).toEqual([STOKE]);
    expect((await rows('?status=permanence-achieved')).map(({ details }) => details?.['since'])).toEqual(['2026-04-02']);
    expect((await rows('?stage=stuck')).map(({ authority }) => authority.code)).toEqual([SHROPSHIRE]);
    expect(await rows('?reason=disability')).toEqual([]);
    expect((await rows('?harder=true&plan=long-term-fostering')).length).toBe(1);
  });

  it('goes page by page, and as a board', async () => {
    const seen: Row[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body }: Awaited<ReturnType<typeof as>> = await as('slt-member', 'region', `tracker?limit=2${next === '' ? '' : `&cursor=${next}`}`);
      expect(body.total).toBe(6);
      seen.push(...(body.items as Row[]));
      next = body.next as string | null;
    }
    expect(seen).toEqual(await rows());
    const board = (await as('slt-member', 'region', 'tracker/board')).body.items as { status: string; total: number; items: Row[] }[];
    expect(board.filter(({ total }) => total > 0).map(({ status, total, items }) => [status, total, items.length])).toEqual([['entered-care', 5, 5], ['plan-agreed', 1, 1]]);
  });

  it('tells nobody of another council whose record it is, and no regional role: 403 DRILL_DOWN_REFUSED', async () => {
    const reference = (await rows(`?authority=${SHROPSHIRE}`))[0]?.reference ?? '';
    for (const [role, authority] of [['locality-social-worker', STOKE], ['team-manager', STOKE], ['regional-head-of-operations', 'region']] as const)
      expect(await as(role, authority, `tracker/${reference}/child`)).toMatchObject({ status: 403, body: { code: 'DRILL_DOWN_REFUSED' } });
    expect((await as('team-manager', SHROPSHIRE, `tracker/${reference}/child`)).body).toEqual({ childId: childrenOf(shropshire().events)[0] });
    expect((await as('team-manager', SHROPSHIRE, 'tracker/TRK-2222-22/child')).status).toBe(404);
  });

  it('is not for those who read figures only', async () => {
    for (const role of ['performance-officer', 'elected-member', 'data-protection-officer'] as const) expect((await as(role, STOKE, 'tracker')).status).toBe(403);
  });

  it('asks the database for reasons and stage as the domain tells them', async () => {
    const lines: TrackerLine[] = await region.database.db.inTenants({ id: 'tester', tenants: [SHROPSHIRE, STAFFORDSHIRE, STOKE] }, (tx) => trackerPage(tx, { today: TODAY, statuses: ['plan-agreed', 'entered-care'], harder: false, sort: 'next', limit: 100 }));
    for (const line of lines.filter(({ restricted }) => !restricted)) {
      const reasons = harderReasonsOf({ birthDate: line.birthDate, ethnicity: line.ethnicity, disabilities: line.disabilities, stated: line.statedReasons }, TODAY);
      const found = (query: string) => rows(query).then((all) => all.some(({ reference }) => reference === line.reference));
      expect(await found('?harder=true')).toBe(reasons.length > 0);
      for (const reason of ['age-5-plus', 'sibling-group', 'disability', 'bme']) expect(await found(`?reason=${reason}`)).toBe(reasons.includes(reason));
      if (reasons.length > 0) expect(await found(`?stage=${searchStageOf(line, TODAY)}`)).toBe(true);
    }
    expect(lines.length).toBeGreaterThan(3);
  });
});

