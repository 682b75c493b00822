import { type Grant, type GrantEvent, FieldName, type TrackerReference, evolveGrant } from '@permanence/regional-hub/domain';
import type { Uuid } from '@permanence/kernel/values';
import { Region, SHROPSHIRE, STAFFORDSHIRE, STOKE } from '../region.fixture.js';
import { Told } from '../told.fixture.js';
import { SetClock, someone } from './agreement.fixture.js';
import { grantIn, grantsPage, heldGrant } from './grant.store.js';
import { Grants } from './grants.service.js';
import { trackerReferences } from './tracker-reference.store.js';

const FIRST_NAME = FieldName('locality-hub.profile.firstName');
const AGE = FieldName('locality-hub.profile.age');

const petra = someone('Petra Vance', 'locality-social-worker', STOKE);
const linus = someone('Linus Adeyo', 'locality-social-worker', STOKE);
const dilys = someone('Dilys Marchbank', 'team-manager', STOKE);
const ruth = someone('Ruth Penhallow', 'team-manager', SHROPSHIRE);
const owen = someone('Owen Brackley', 'team-manager', STAFFORDSHIRE);

describe('grants in the database', () => {
  const clock = new SetClock('2026-10-05');
  const told = new Told(SHROPSHIRE, '2026-09-01');
  const child = told.child('Ada').born('2020-03-09');
  let region: Region;
  let grants: Grants;
  let reference: TrackerReference;
  let id: Uuid;

  beforeAll(async () => {
    region = await Region.open();
    grants = new Grants(region.database.db, clock);
    await region.hear(SHROPSHIRE, told.events);
    reference = (await region.in(SHROPSHIRE, (tx) => trackerReferences(tx, SHROPSHIRE, [child.id]))).get(child.id)!;
  });
  afterAll(() => region.close());

  const code = async (outcome: Promise<Readonly<{ ok: true }> | Readonly<{ ok: false; refusal: Readonly<{ code: string }> }>>) => {
    const answer = await outcome;
    return answer.ok ? 'ok' : answer.refusal.code;
  };
  const rows = (tenant: typeof STOKE) => region.in(tenant, (tx) => grantsPage(tx, { tenant, limit: 50 }));
  const grant = (days: number, ...fields: FieldName[]) => ({ type: 'grant', fields, days }) as const;

  it('a child has one reference, made when first heard of, random and the same after everything is heard again', async () => {
    expect(reference).toMatch(/^TRK-[2-9A-Z]{4}-[2-9A-Z]{2}$/);
    await region.hear(SHROPSHIRE, told.events);
    expect((await region.in(SHROPSHIRE, (tx) => trackerReferences(tx, SHROPSHIRE, [child.id, child.id]))).get(child.id)).toBe(reference);
    expect(await region.in(STOKE, (tx) => tx.query('select 1 from tracker_reference'))).toEqual([]);
  });

  it('makes references for a batch, all different', async () => {
    const ids = Array.from({ length: 300 }, (_, at) => told.child(`batch ${at}`).id);
    const made = await region.in(SHROPSHIRE, (tx) => trackerReferences(tx, SHROPSHIRE, ids));
    expect(new Set(made.values()).size).toBe(300);
  });

  it('scenario 5: asked for on 5 October 2026; her own manager cannot grant it, 60 days are too long, the birth mother’s address never leaves', async () => {
    expect(await code(grants.ask(petra, reference, undefined))).toBe('PURPOSE_REQUIRED');
    const asked = await grants.ask(petra, reference, 'family-finding');
    if (!asked.ok) throw new Error(asked.refusal.code);
    id = asked.row.id;
    expect(await code(grants.ask(petra, reference, 'matching'))).toBe('ALREADY_ASKED');
    expect(await code(grants.ask(ruth, reference, 'matching'))).toBe('CHILD_OF_OWN_COUNCIL');
    expect(await code(grants.decide(dilys, id, grant(28, FIRST_NAME)))).toBe('GRANT_BY_WRONG_AUTHORITY');
    expect(await code(grants.decide(ruth, id, grant(60, FIRST_NAME)))).toBe('GRANT_TOO_LONG');
    expect(await code(grants.decide(ruth, id, grant(28, FIRST_NAME, FieldName('locality-hub.birth-mother.address'))))).toBe('FIELD_NEVER_SHARED');
    expect(await code(grants.decide(ruth, id, grant(28, FieldName('locality-hub.child.birthDate'))))).toBe('FIELD_NOT_SHAREABLE');
    expect(await grants.decide(ruth, id, grant(28, FIRST_NAME, AGE))).toMatchObject({ ok: true, row: { state: 'granted', expiresOn: '2026-11-02', decidedByName: 'Ruth Penhallow' } });
  });

  it('stands on both sides; the receiving council’s row says nothing of who the child is, and a third council knows of nothing', async () => {
    expect(await rows(SHROPSHIRE)).toMatchObject([{ id, side: 'shared', childId: child.id, otherTenant: STOKE, state: 'granted' }]);
    const [received, ...others] = await rows(STOKE);
    expect([received, others]).toMatchObject([{ id, side: 'received', childId: null, otherTenant: SHROPSHIRE, state: 'granted', fields: [FIRST_NAME, AGE], expiresOn: '2026-11-02' }, []]);
    expect(JSON.stringify(received)).not.toContain(child.id);
    expect(await rows(STAFFORDSHIRE)).toEqual([]);
    await expect(grants.decide(owen, id, { type: 'revoke' })).rejects.toMatchObject({ problem: { status: 404 } });
    await expect(grants.one(owen, id)).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('covers the reading of the one who asked, for the purpose it was given for, and of nobody else', async () => {
    expect(await grants.covering(petra, { reference }, 'family-finding')).toMatchObject({ childId: child.id, tenant: SHROPSHIRE, fields: [FIRST_NAME, AGE], expiresOn: '2026-11-02' });
    expect(await grants.covering(petra, { childId: child.id }, 'family-finding')).toMatchObject({ id });
    for (const [who, purpose] of [[petra, 'support'], [linus, 'family-finding'], [dilys, 'family-finding']] as const)
      await expect(grants.covering(who, { reference }, purpose)).rejects.toMatchObject({ problem: { status: 404 } });
    await expect(grants.covering(petra, { reference }, undefined)).rejects.toMatchObject({ problem: { code: 'PURPOSE_REQUIRED' } });
  });

  it('covers the last day and not the next, and then it has ended on both sides', async () => {
    clock.day = '2026-11-02';
    expect(await grants.covering(petra, { reference }, 'family-finding')).toMatchObject({ id });
    await grants.keepTime();
    expect(await rows(STOKE)).toMatchObject([{ state: 'granted' }]);
    clock.day = '2026-11-03';
    await expect(grants.covering(petra, { reference }, 'family-finding')).rejects.toMatchObject({ problem: { status: 404 } });
    await grants.keepTime();
    for (const tenant of [SHROPSHIRE, STOKE]) expect(await rows(tenant)).toMatchObject([{ state: 'ended', endedHow: 'expired', endedOn: '2026-11-03' }]);
  });

  it('can be asked for again, refused, or granted and ended early', async () => {
    const again = async () => {
      const asked = await grants.ask(petra, reference, 'matching');
      return asked.ok ? asked.row.id : id;
    };
    const waiting = async () => (await region.in(SHROPSHIRE, (tx) => grantsPage(tx, { tenant: SHROPSHIRE, side: 'shared', waiting: true, limit: 50 }))).map((row) => row.id);
    expect(await waiting()).toEqual([]);
    expect(await code(grants.decide(ruth, await again(), { type: 'refuse', reason: 'not-ready' }))).toBe('ok');
    const third = await again();
    expect(await waiting()).toEqual([third]);
    expect(await code(grants.decide(ruth, third, grant(7, AGE)))).toBe('ok');
    expect(await code(grants.decide(dilys, third, { type: 'revoke' }))).toBe('GRANT_BY_WRONG_AUTHORITY');
    expect(await code(grants.decide(ruth, third, { type: 'revoke' }))).toBe('ok');
    await expect(grants.covering(petra, { reference }, 'matching')).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('is asked for by a reference that somebody has, or not found', async () =>
    expect(grants.ask(petra, 'TRK-2222-22' as TrackerReference, 'matching')).rejects.toMatchObject({ problem: { status: 404 } }));

  it('is what its log says: folding the events of a grant gives its row', async () => {
    const events = await region.in(SHROPSHIRE, (tx) => tx.query<{ streamId: Uuid; type: string; on: string; data: object }[]>(`select stream_id as "streamId", type, effective_on as "on", data from event_log order by position`));
    const streams = [...new Set(events.map(({ streamId }) => streamId))];
    expect(streams).toHaveLength(3);
    for (const stream of streams) {
      const folded = events.filter(({ streamId }) => streamId === stream).map(({ type, on, data }) => ({ ...data, type, on }) as unknown as GrantEvent).reduce<Grant>(evolveGrant, { status: 'none' });
      const row = await region.in(SHROPSHIRE, (tx) => heldGrant(tx, SHROPSHIRE, stream));
      expect(folded).toEqual(grantIn(row!));
    }
    expect(JSON.stringify(events)).not.toMatch(/Petra|Ruth/);
  });
});
