import type { Uuid } from '@permanence/kernel/values';
import type { Decision } from '@permanence/kernel/decider';
import type { RelationEvent } from '@permanence/locality-hub/domain';
import { HttpProblem } from '@permanence/platform/http';
import { CLOCK_ON, type Council, council, people, person } from '../children/council.fixture.js';
import { newReference } from '../record/reference.js';
import { Relations } from './relations.service.js';

const { nadia, callum, ines, owen, greta, tamsin, saskia } = people;
const codeOf = (work: Promise<Decision<RelationEvent>>) => work.then((decision) => (decision.ok ? 'done' : decision.refusal.code), (error: unknown) => (error instanceof HttpProblem ? error.problem.code : String(error)));

describe('declared relations', () => {
  let staffordshire: Council;
  let relations: Relations;
  const [known, other] = [newReference(), newReference()];
  beforeAll(async () => {
    staffordshire = await council();
    relations = new Relations(staffordshire.database.db, CLOCK_ON);
  });
  afterAll(() => staffordshire.close());

  const declared = async (who: typeof nadia, reference: string): Promise<Uuid> => {
    const decision = await relations.declare(who, { reference, kind: 'colleagues-child' });
    if (!decision.ok || decision.events[0] === undefined) throw new Error('not declared');
    return decision.events[0].relationId;
  };

  it('is kept as it was said, once, two at the same moment too', async () => {
    const both = await Promise.all([1, 2].map(() => codeOf(relations.declare(nadia, { reference: known, kind: 'own-family' }))));
    expect(both.sort()).toEqual(['ALREADY_DECLARED', 'done']);
    expect((await relations.own(nadia, {})).items).toMatchObject([{ who: 'Nadia Ferris', role: 'locality-social-worker', team: 'Stafford', reference: known, kind: 'own-family', status: 'declared', confirmed: null, withdrawnAt: null }]);
    expect((await relations.own(callum, {})).items).toEqual([]);
  });

  it('is confirmed by the manager of the team, and by no other', async () => {
    const id = await declared(callum, other);
    expect((await relations.forManager(owen, {})).items.map(({ who }) => who)).toContain('Callum Thorley');
    expect((await relations.forManager(greta, {})).items).toEqual([]);
    expect(await codeOf(relations.confirm(greta, id))).toBe('NOT_FOUND');
    expect(await codeOf(relations.confirm(saskia, id))).toBe('NOT_FOUND');
    expect(await codeOf(relations.withdraw(nadia, id))).toBe('NOT_FOUND');
    expect(await codeOf(relations.confirm(owen, id))).toBe('done');
    expect(await codeOf(relations.confirm(owen, id))).toBe('ALREADY_CONFIRMED');
    expect((await relations.own(callum, {})).items).toMatchObject([{ status: 'confirmed', confirmed: { by: 'Owen Brackley' } }]);
    expect(await codeOf(relations.withdraw(callum, id))).toBe('CONFIRMED_BY_MANAGER');
    expect(await codeOf(relations.withdraw(owen, id))).toBe('done');
    expect((await relations.own(callum, {})).items[0]).toMatchObject({ status: 'withdrawn', withdrawnAt: '2026-09-30T09:41:00.000Z' });
    expect(await codeOf(relations.withdraw(callum, id))).toBe('RELATION_WITHDRAWN');
    expect(await codeOf(relations.declare(callum, { reference: other, kind: 'own-family' }))).toBe('done');
  });

  it('of a manager is another manager’s to confirm, of any team; of people without a team any manager’s', async () => {
    const own = await declared(owen, other);
    expect(await codeOf(relations.confirm(owen, own))).toBe('SAME_PERSON');
    expect(await codeOf(relations.confirm(greta, own))).toBe('done');
    expect(await codeOf(relations.confirm(greta, await declared(tamsin, other)))).toBe('done');
    expect((await relations.forManager(owen, {})).items.map(({ who }) => who)).not.toContain('Owen Brackley');
  });

  it('is withdrawn by whoever declared it', async () => expect(await codeOf(relations.withdraw(ines, await declared(ines, other)))).toBe('done'));

  it('shows a page at a time', async () => {
    const officer = person('Rafe Ilsley', 'reviewing-officer');
    for (let n = 0; n < 3; n += 1) await declared(officer, newReference());
    const first = await relations.own(officer, { limit: '2' });
    expect((await relations.own(officer, { limit: '2', cursor: first.next ?? '' })).items).toHaveLength(1);
  });

  it('leaves each its event, in a history of its own', async () => {
    const log = await staffordshire.database.db.inTenants(tamsin, (tx) => tx.query<{ type: string; stream: string; data: object }[]>(`select type, stream_id as stream, data from event_log where type like 'relation-%' order by position limit 4`));
    expect(log[0]).toMatchObject({ type: 'relation-declared', data: { reference: known, kind: 'own-family' } });
    expect(log.map(({ type }) => type)).toContain('relation-confirmed');
    expect(JSON.stringify(log)).not.toMatch(/Nadia|Owen/);
  });
});
