import { randomUUID } from 'node:crypto';
import type { Uuid } from '@permanence/kernel/values';
import { HttpProblem } from '@permanence/platform/http';
import { type Council, SHROPSHIRE, STAFFORDSHIRE, council, episodes, people, person, workers } from '../children/council.fixture.js';
import { RecordsReader } from '../children/records.reader.js';
import { Restrictions } from '../children/restrictions.js';
import { MovingClock } from '../emergency/moving-clock.fixture.js';
import { Relations } from '../relations/relations.service.js';
import { Workers } from '../workers/workers.service.js';
import { raiseAlert } from './alert.store.js';
import { Alerts } from './alerts.service.js';

const { nadia, callum, owen, tamsin, sunil, saskia } = people;
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error instanceof HttpProblem ? error.problem.code : String(error)));

describe('alerts about looks (T10)', () => {
  const clock = new MovingClock('2026-09-30T08:41:00.000Z');
  let staffordshire: Council;
  let records: RecordsReader;
  let alerts: Alerts;
  let relations: Relations;
  let children: { id: Uuid; reference: string }[];

  beforeAll(async () => {
    staffordshire = await council(clock);
    const { db } = staffordshire.database;
    records = new RecordsReader(db, staffordshire.postcodes, clock);
    [alerts, relations] = [new Alerts(db, clock), new Relations(db, clock)];
    const staff = new Workers(db, clock);
    for (const who of [nadia, callum, owen]) await staff.me(who);
    const codes = ['A1', 'A2', 'A3'];
    await staffordshire.load(tamsin, 2026, episodes(...codes.map((code) => [code, '12/05/2025', 'S', 'C2', 'N1', 'U6', 'PR1', '', '', '', 'ST16 2LH', 'ST16 3RB', '1234567'])), workers(...codes.map((code) => [code, '', 'SW100001', '01/07/2025', '', ''])));
    children = (await records.list(tamsin, { sort: 'name' })).items.map(({ id, reference }) => ({ id, reference }));
  });
  afterAll(() => staffordshire.close());

  const child = (at: number) => children[at] as { id: Uuid; reference: string };
  const kinds = async () => (await alerts.ofCouncil(sunil, {})).items.map(({ kind }) => kind);

  it('are not raised by a look at one’s own case', async () => {
    await records.record(nadia, child(0).id);
    expect(await kinds()).toEqual([]);
  });

  it('are raised once an hour by looks of somebody who declared to be family, confirmed or not, until it is withdrawn', async () => {
    expect(await relations.declare(nadia, { reference: child(0).reference, kind: 'own-family' })).toMatchObject({ ok: true });
    await Promise.all([records.record(nadia, child(0).id), records.reviews(nadia, child(0).id, {}), records.chronology(nadia, child(0).id, {})]);
    await records.record(nadia, child(1).id);
    expect((await alerts.ofCouncil(sunil, {})).items).toMatchObject([{ kind: 'own-family-or-colleague', child: { reference: child(0).reference }, who: { name: 'Nadia Ferris', authority: 'Staffordshire' } }]);
    clock.pass(59);
    await records.record(nadia, child(0).id);
    expect(await kinds()).toHaveLength(1);
    clock.pass(2);
    const [relation] = (await relations.own(nadia, {})).items;
    expect(await relations.confirm(owen, relation?.id as Uuid)).toMatchObject({ ok: true });
    await records.record(nadia, child(0).id);
    expect(await kinds()).toHaveLength(2);
    clock.pass(120);
    await relations.withdraw(owen, relation?.id as Uuid);
    await records.record(nadia, child(0).id);
    expect(await kinds()).toHaveLength(2);
  });

  it('are raised when a named person opens a restricted record', async () => {
    const by = await staffordshire.database.db.inTenants(owen, (tx) => tx.query<{ id: Uuid }[]>(`select id from worker where surname = 'Thorley'`));
    await new Restrictions(staffordshire.database.db, clock).handle(owen, child(2).id, { restricted: true, named: [by[0]?.id as Uuid], reason: 'A relative of the family works in this council.' }, undefined);
    expect(await codeOf(records.record(nadia, child(2).id))).toBe('RECORD_RESTRICTED');
    expect(await kinds()).not.toContain('restricted-record-opened');
    await records.record(callum, child(2).id);
    await records.siblings(callum, child(2).id, {});
    expect((await alerts.ofCouncil(sunil, { kind: 'restricted-record-opened' })).items).toMatchObject([{ who: { name: 'Callum Thorley' }, child: { id: child(2).id } }]);
  });

  it('are raised for somebody of another council, by whoever reads a record out under a grant', async () => {
    // The reader of a grant works in the tenant of the record.
    await staffordshire.database.db.inTenants({ id: saskia.id, tenants: [STAFFORDSHIRE] }, (tx) => {
      for (let looks = 0; looks < 3; looks += 1) raiseAlert(tx, saskia, { tenantId: STAFFORDSHIRE, kind: 'grant-used', childId: child(1).id, at: clock.now() });
    });
    expect((await alerts.ofCouncil(sunil, { kind: 'grant-used' })).items).toMatchObject([{ who: { name: 'Saskia Threlfall', role: 'performance-officer', authority: 'Shropshire' }, child: { id: child(1).id } }]);
  });

  it('are not there when the look is not', async () => {
    const before = (await alerts.ofCouncil(sunil, {})).total;
    await expect(staffordshire.database.db.inTenants(nadia, (tx) => {
      raiseAlert(tx, nadia, { tenantId: STAFFORDSHIRE, kind: 'grant-used', childId: child(0).id, at: clock.now() });
      throw new Error('the look failed');
    })).rejects.toThrow('the look failed');
    expect((await alerts.ofCouncil(sunil, {})).total).toBe(before);
  });

  it('stand unread first, newest first, and are read once with a note', async () => {
    const { items, total } = await alerts.ofCouncil(sunil, {});
    expect(items.map(({ at }) => at)).toEqual([...items.map(({ at }) => at)].sort().reverse());
    const newest = items[0]?.id as Uuid;
    await alerts.read(sunil, newest, ' Spoke to Callum. ');
    await alerts.read(sunil, newest, 'Again.');
    expect(await alerts.one(sunil, newest)).toMatchObject({ read: { by: 'Sunil Braithe', note: 'Spoke to Callum.' } });
    expect((await alerts.ofCouncil(sunil, {})).items.at(-1)?.id).toBe(newest);
    expect((await alerts.ofCouncil(sunil, { unread: 'true' })).total).toBe(total - 1);
    expect((await alerts.ofCouncil(sunil, { unread: 'false' })).items.map(({ id }) => id)).toEqual([newest]);
    const seen: string[] = [];
    for (let cursor: string | undefined = undefined, more = true; more; ) {
      const page: Awaited<ReturnType<Alerts['ofCouncil']>> = await alerts.ofCouncil(sunil, { limit: '2', ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map(({ id }) => id));
      [cursor, more] = [page.next ?? undefined, page.next !== null];
    }
    expect(new Set(seen).size).toBe(total);
  });

  it('are another council’s to nobody', async () => {
    const dpo = person('Meera Prior', 'data-protection-officer', { authority: SHROPSHIRE });
    const [alert] = (await alerts.ofCouncil(sunil, {})).items;
    expect((await alerts.ofCouncil(dpo, {})).items).toEqual([]);
    expect([await codeOf(alerts.one(dpo, alert?.id as Uuid)), await codeOf(alerts.read(dpo, alert?.id as Uuid, '')), await codeOf(alerts.one(sunil, randomUUID() as Uuid))]).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });
});
