import type { Uuid } from '@permanence/kernel/values';
import { HttpProblem } from '@permanence/platform/http';
import { type Who, capabilitiesOf } from '@permanence/platform/identity';
import { AccessReader } from '../access/access.reader.js';
import { Alerts } from '../alerts/alerts.service.js';
import { type Council, STAFFORDSHIRE, council, episodes, people, person, workers } from '../children/council.fixture.js';
import { RecordsReader } from '../children/records.reader.js';
import { Restrictions } from '../children/restrictions.js';
import { Workers } from '../workers/workers.service.js';
import { EmergencyReader } from './emergency.reader.js';
import { EmergencyAccesses } from './emergency.service.js';
import { MovingClock } from './moving-clock.fixture.js';

const { nadia, callum, ines, owen, greta, tamsin, sunil, saskia } = people;
const REASON = 'The carer rang: the child has run off with a cut hand.';
/** Whoever is manager and data protection officer at once reviews no access of their own. */
const both: Who = { ...greta, roles: ['team-manager', 'data-protection-officer'], capabilities: capabilitiesOf(['team-manager', 'data-protection-officer'], STAFFORDSHIRE) };

const problemOf = (work: Promise<unknown>) => work.then(() => { throw new Error('it was done'); }, (error: unknown) => {
  if (error instanceof HttpProblem) return error.problem;
  throw error;
});
const codeOf = async (work: Promise<unknown>) => (await problemOf(work)).code;

describe('emergency access', () => {
  // Good Friday 2026, 8:15pm in England.
  const clock = new MovingClock('2026-04-03T19:15:00.000Z');
  let staffordshire: Council;
  let records: RecordsReader;
  let accesses: EmergencyAccesses;
  let uses: EmergencyReader;
  let alerts: Alerts;
  let access: AccessReader;
  let id: Uuid;
  let reference: string;

  beforeAll(async () => {
    staffordshire = await council(clock);
    const { db } = staffordshire.database;
    records = new RecordsReader(db, staffordshire.postcodes, clock);
    [accesses, uses, alerts, access] = [new EmergencyAccesses(db, clock), new EmergencyReader(db, clock), new Alerts(db, clock), new AccessReader(db, records, clock)];
    const staff = new Workers(db, clock);
    for (const who of [nadia, callum, ines, owen, greta]) await staff.me(who);
    await staffordshire.load(tamsin, 2026, episodes(...['A1', 'A2'].map((code) => [code, '12/05/2025', 'S', 'C2', 'N1', 'U6', 'PR1', '', '', '', 'ST16 2LH', 'ST16 3RB', '1234567'])),
      workers(['A1', '', 'SW100001', '01/07/2025', '', ''], ['A2', '', 'SW100001', '01/07/2025', '', '']));
    const [row] = (await records.list(tamsin, { q: 'A1' })).items;
    if (row === undefined) throw new Error('nobody was loaded');
    ({ id, reference } = row);
    const named = (await staff.list(owen, {})).items.find(({ name }) => name === 'Callum Thorley')?.id as Uuid;
    expect(await new Restrictions(db, clock).handle(owen, id, { restricted: true, named: [named], reason: 'A relative of the family works in this council.' }, undefined)).toMatchObject({ ok: true });
  });
  afterAll(() => staffordshire.close());

  const logged = () => staffordshire.database.db.inTenants(tamsin, (tx) =>
    tx.query<{ type: string; data: Record<string, unknown> }[]>(`select type, data from event_log where stream_id = $1 and type like 'emergency-%' order by position`, [id]));

  it('offers it for a record that is there and shut, and for no other', async () => {
    expect(await accesses.offer(nadia, id)).toEqual({ child: { id, reference }, ask: 'Ask Owen Brackley, team manager.', team: 'Stafford', minutes: 60, reviewDueOn: '2026-04-08' });
    expect(await codeOf(accesses.offer(callum, id))).toBe('NOT_RESTRICTED_FROM_YOU');
    expect(await codeOf(accesses.offer(ines, id))).toBe('NOT_FOUND');
    expect(await codeOf(accesses.offer(saskia, id))).toBe('NOT_FOUND');
  });

  it('is not opened without a reason, nor says then whether there is such a record', async () => {
    expect(await codeOf(accesses.open(nadia, { childId: id }, 'Urgent.'))).toBe('REASON_TOO_SHORT');
    expect(await codeOf(accesses.open(nadia, { reference: 'CH-2222-2222' }, 'Urgent.'))).toBe('REASON_TOO_SHORT');
    expect(await codeOf(accesses.open(nadia, { reference: 'CH-2222-2222' }, REASON))).toBe('NOT_FOUND');
    expect(await codeOf(accesses.open(saskia, { reference }, REASON))).toBe('NOT_FOUND');
    expect(await codeOf(accesses.open(ines, { childId: id }, REASON))).toBe('NOT_FOUND');
    expect(await codeOf(accesses.open(callum, { childId: id }, REASON))).toBe('NOT_RESTRICTED_FROM_YOU');
    expect(await logged()).toEqual([]);
    await expect(staffordshire.database.db.inTenants(nadia, (tx) => tx.query(
      `insert into break_glass (tenant_id, id, child_id, person_id, person_name, person_role, reason, opened_at, expires_at, review_due_on) values ($1, gen_random_uuid(), $2, gen_random_uuid(), 'x', 'x', 'Urgent.', now(), now() + interval '1 hour', now())`, [STAFFORDSHIRE, id],
    ))).rejects.toMatchObject({ driverError: { code: '23514' } });
  });

  it('opens the one record for an hour: seen in who has looked, told to the officer and to the worker', async () => {
    expect(await problemOf(records.record(nadia, id))).toMatchObject({ status: 403, code: 'RECORD_RESTRICTED' });
    const opened = await accesses.open(nadia, { childId: id }, REASON);
    expect(opened).toMatchObject({ child: { id, reference }, who: 'Nadia Ferris', openedAt: '2026-04-03T19:15:00.000Z', until: '2026-04-03T20:15:00.000Z', running: true, reviewDueOn: '2026-04-08', review: null });
    expect((await records.record(nadia, id)).record.child).toMatchObject({ id, allowedCommands: [] });
    expect(await codeOf(accesses.open(nadia, { childId: id }, REASON))).toBe('ALREADY_OPEN');
    expect((await alerts.ofCouncil(sunil, {})).items).toMatchObject([{ kind: 'emergency-access-opened', at: opened.openedAt, child: { reference }, who: { name: 'Nadia Ferris', role: 'locality-social-worker' }, emergencyAccess: opened.id, read: null }]);
    expect((await alerts.mine(nadia, {})).items).toHaveLength(1);
    expect((await alerts.mine(callum, {})).items).toEqual([]);
    const { items } = await access.ofChild(callum, id, {});
    expect(items.at(-1)).toMatchObject({ part: 'access', why: 'named' });
    expect(items.slice(0, 2).map(({ why }) => why)).toEqual(['emergency', 'emergency']);
    expect((await records.chronology(callum, id, {})).items.map(({ type }) => type)).not.toContain('locality-hub.emergency-access-opened');
    expect(await logged()).toMatchObject([{ type: 'emergency-access-opened', data: { reason: REASON, by: nadia.id, reviewDueOn: '2026-04-08' } }]);
    expect(JSON.stringify(await logged())).not.toContain('Nadia');
  });

  it('gives nothing to others, and no other record to this one', async () => {
    expect(await codeOf(records.record(greta, id))).toBe('NOT_FOUND');
    expect((await uses.own(nadia, { running: 'true' })).items).toHaveLength(1);
    expect((await uses.own(greta, {})).items).toEqual([]);
    expect((await uses.toReview(saskia, {})).items).toEqual([]);
    const [mine] = (await uses.own(nadia, {})).items;
    expect(await codeOf(accesses.end(callum, mine?.id as Uuid))).toBe('NOT_FOUND');
    expect(await codeOf(uses.one(saskia, mine?.id as Uuid))).toBe('NOT_FOUND');
  });

  it('shuts the record again when the hour is over, to the second', async () => {
    clock.pass(59.999);
    expect((await records.reviews(nadia, id, {})).child.id).toBe(id);
    clock.pass(0.001);
    expect(await codeOf(records.reviews(nadia, id, {}))).toBe('RECORD_RESTRICTED');
    expect((await uses.own(nadia, { running: 'true' })).items).toEqual([]);
    const [last] = (await uses.own(nadia, {})).items;
    expect(last).toMatchObject({ running: false, until: '2026-04-03T20:15:00.000Z' });
    expect(await codeOf(accesses.end(nadia, last?.id as Uuid))).toBe('ACCESS_OVER');
  });

  it('opens by a reference that somebody knows, beyond their own cases, and ends at once when they say so', async () => {
    const { id: useId } = await accesses.open(ines, { reference }, REASON);
    expect((await records.record(ines, id)).record.child.id).toBe(id);
    clock.pass(10);
    expect(await accesses.end(ines, useId)).toMatchObject({ running: false, until: '2026-04-03T20:25:00.000Z' });
    expect(await codeOf(records.record(ines, id))).toBe('NOT_FOUND');
    expect((await accesses.open(ines, { reference }, REASON)).running).toBe(true);
    expect((await alerts.ofCouncil(sunil, { kind: 'emergency-access-opened' })).total).toBe(3);
  });

  it('is reviewed by somebody else, once; what was not justified is over at once', async () => {
    const own = await accesses.open(both, { reference }, REASON);
    expect(await codeOf(accesses.review(both, own.id, { finding: 'justified', note: '' }))).toBe('REVIEW_OWN_ACCESS');
    const { items } = await uses.toReview(sunil, {});
    expect(items.map(({ reviewDueOn }) => reviewDueOn)).toEqual(['2026-04-08', '2026-04-08', '2026-04-08', '2026-04-08']);
    expect(await codeOf(accesses.review(sunil, own.id, { finding: 'not-justified', note: '' }))).toBe('NOTE_MISSING');
    expect(await accesses.review(sunil, own.id, { finding: 'not-justified', note: 'The duty worker was there.' })).toMatchObject({ running: false, review: { by: 'Sunil Braithe', finding: 'not-justified', note: 'The duty worker was there.' } });
    expect(await codeOf(records.record(both, id))).toBe('NOT_FOUND');
    expect(await codeOf(accesses.review(sunil, own.id, { finding: 'justified', note: '' }))).toBe('ALREADY_REVIEWED');
    expect((await uses.toReview(sunil, {})).items).toHaveLength(3);
    expect((await logged()).slice(-2).map(({ type }) => type)).toEqual(['emergency-access-reviewed', 'emergency-access-ended']);
  });

  it('shows a page at a time', async () => {
    const first = await uses.toReview(sunil, { limit: '2' });
    const second = await uses.toReview(sunil, { limit: '2', cursor: first.next ?? '' });
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
    const mine = await uses.own(ines, { limit: '1' });
    expect((await uses.own(ines, { limit: '1', cursor: mine.next ?? '' })).items[0]?.id).not.toBe(mine.items[0]?.id);
  });

  it('is opened once when two ask at the same moment', async () => {
    const reviewer = person('Rafe Ilsley', 'reviewing-officer');
    const tries = await Promise.allSettled([1, 2, 3].map(() => accesses.open(reviewer, { reference }, REASON)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await records.record(reviewer, id)).record.child.id).toBe(id);
  });
});
