import { randomUUID } from 'node:crypto';
import { EVENTS } from '@permanence/contracts/events';
import type { LoggedEvent } from '@permanence/platform/tenant-db';
import { STAFFORDSHIRE, people } from '../children/council.fixture.js';
import { factToPublished } from '../record/fact.published.js';
import { plansHeld, plansInLog } from './plan.store.js';
import { CONSIDERED, type PlannedCouncil, STEPS, ambrose, bethan, plannedCouncil, ruth, verity } from './planned.fixture.js';

const { nadia, callum, ines, owen, greta, tamsin, gwendolen, sunil } = people;

describe('a child’s plan for permanence over HTTP', () => {
  let here: PlannedCouncil;
  beforeAll(async () => {
    here = await plannedCouncil();
  });
  afterAll(() => here.close());

  const view = (who: typeof nadia, code = 'A1') => here.service.get(who, `/children/${here.idOf(code)}/plan`);
  const allowed = async (who: typeof nadia, code = 'A1') =>
    Object.fromEntries(((await view(who, code)).body.allowedCommands as { command: string; refusal: { code: string } | null }[]).map(({ command, refusal }) => [command, refusal?.code ?? 'now']));
  const waiting = async (who: Parameters<PlannedCouncil['service']['get']>[0], query = '') => {
    const { total, items, next } = (await here.service.get(who, `/work/approvals${query}`)).body as { total: number; items: { kind: string; child: { councilCode: string } }[]; next: string | null };
    return { total, next, items: items.map(({ kind, child: { councilCode } }) => `${kind} ${councilCode}`), first: items[0] };
  };
  const allocateOfficer = (to: typeof verity, more: object = {}) =>
    here.service.send(owen, 'post', '/allocations', { childIds: [here.idOf('A1')], workerId: to.id, from: '2026-09-01', check: false, role: 'iro', ...more });
  const log = () =>
    here.council.database.db.inTenants(tamsin, (tx) => tx.query<LoggedEvent[]>(
      `select event_id as "eventId", stream_id as "streamId", type, effective_on as "effectiveOn", data, actor from event_log where stream_id = $1 and (type like 'permanence-%' or type like 'social-worker%') order by position`, [here.idOf('A1')]));

  it('gives a reviewing officer children of their own, and nobody else', async () => {
    expect((await view(verity)).status).toBe(404);
    expect(await allocateOfficer(nadia)).toMatchObject({ status: 422, body: { code: 'WORKER_NOT_REVIEWING_OFFICER' } });
    expect(await allocateOfficer(verity, { role: 'social-worker' })).toMatchObject({ status: 422, body: { code: 'REVIEWING_OFFICER_NOT_WORKER' } });
    expect(await allocateOfficer(verity, { role: 'nurse' })).toMatchObject({ status: 400 });
    expect((await allocateOfficer(verity)).body.results).toMatchObject([{ now: null, refusal: null }]);
    expect((await allocateOfficer(verity)).body.results).toMatchObject([{ now: 'Verity Lockett', refusal: { code: 'ALREADY_ALLOCATED' } }]);
    expect((await here.service.get(verity, '/children')).body).toMatchObject({ total: 1, items: [{ id: here.idOf('A1'), worker: { name: 'Nadia Ferris' } }] });
    expect((await here.service.get(ambrose, '/children')).body.total).toBe(0);
    expect((await here.service.get(nadia, '/children?scope=mine')).body.total).toBe(3);
  });

  it('shows each what is theirs to do: there is no plan yet, and the four months are over', async () => {
    expect((await view(nadia)).body).toMatchObject({
      version: 0, status: 'none', planId: null, limbs: [{ limb: 'emotional', status: 'not-started' }, { limb: 'physical' }, { limb: 'legal' }], clock: { clock: 'C18', dueOn: '2026-09-11', late: true, metOn: null, missing: null },
    });
    expect(await allowed(nadia)).toMatchObject({ identifyOptions: 'now', proposePlan: 'PLAN_NOT_TO_PROPOSE', changePlan: 'PLAN_NOT_AGREED' });
    expect(Object.keys(await allowed(nadia))).not.toContain('countersign');
    expect(Object.keys(await allowed(owen))).toEqual(expect.arrayContaining(['identifyOptions', 'countersign']));
    expect(await allowed(verity)).toEqual({ agreeAtReview: 'PLAN_NOT_PROPOSED' });
    expect(await allowed(gwendolen)).toEqual({});
  });

  it('keeps others out: another council and another team 404, roles that do not plan 403', async () => {
    for (const who of [bethan, ruth, callum, greta, ambrose]) expect((await view(who)).status).toBe(404);
    for (const who of [bethan, ruth, callum, ines, greta]) expect((await here.plan(who, 'A1', 'options', { options: CONSIDERED })).status).toBe(404);
    expect(await here.plan(tamsin, 'A1', 'options', { options: CONSIDERED })).toMatchObject({ status: 403, body: { code: 'PLAN_NOT_FOR_ROLE' } });
    expect(await here.plan(verity, 'A1', 'options', { options: CONSIDERED })).toMatchObject({ status: 403, body: { code: 'PLAN_NOT_FOR_ROLE' } });
    expect(await here.plan(nadia, 'A1', 'countersignature')).toMatchObject({ status: 403, body: { code: 'PLAN_AGREEMENT_NOT_FOR_ROLE' } });
    expect(await here.plan(verity, 'A1', 'countersignature')).toMatchObject({ status: 403, body: { code: 'COUNTERSIGNATURE_NOT_FOR_ROLE' } });
    expect(await here.plan(owen, 'A1', 'agreement', { reviewId: randomUUID() })).toMatchObject({ status: 403, body: { code: 'REVIEW_AGREEMENT_NOT_FOR_ROLE' } });
    expect((await view(sunil)).status).toBe(403);
  });

  it('reads what it can read and says of the rest what is wrong', async () => {
    expect(await here.plan(nadia, 'A1', 'options', { options: [{ route: 'abroad', position: 'primary' }] })).toMatchObject({ status: 400, body: { code: 'REQUEST_NOT_READ' } });
    expect(await here.plan(nadia, 'A1', 'limb', { limb: 'mental', target: 'x', evidence: '', status: 'achieved' })).toMatchObject({ status: 400 });
    expect(await here.plan(nadia, 'A1', 'options', { options: CONSIDERED.slice(1) })).toMatchObject({ status: 422, body: { code: 'OPTION_NOT_REASONED' } });
  });

  it('goes from options to agreement by three people, once for a key and on the version that was seen', async () => {
    expect(await here.plan(nadia, 'A1', 'options', { options: CONSIDERED, check: true })).toMatchObject({ status: 200, body: { version: 0, status: 'none' } });
    const key = { 'idempotency-key': randomUUID(), 'if-match': '"0"' };
    const first = await here.plan(nadia, 'A1', 'options', { options: CONSIDERED }, key);
    const again = await here.plan(nadia, 'A1', 'options', { options: CONSIDERED }, key);
    expect([first.body, again.body, again.headers['idempotency-replayed']]).toEqual([{ version: 1, status: 'options-identified' }, first.body, 'true']);
    expect((await here.plan(nadia, 'A1', 'proposal', { milestones: STEPS }, { 'if-match': '"0"' })).status).toBe(412);
    expect(await here.plan(nadia, 'A1', 'proposal', { milestones: [{ ...STEPS[0], ownerId: randomUUID() }] })).toMatchObject({ status: 422, body: { code: 'STEP_OWNER_UNKNOWN' } });
    expect((await here.plan(nadia, 'A1', 'proposal', { milestones: [{ ...STEPS[0], ownerId: callum.id }, STEPS[1]] }, { 'if-match': '"1"' })).body).toEqual({ version: 2, status: 'proposed' });
    expect(await allowed(verity)).toEqual({ agreeAtReview: 'PLAN_NOT_COUNTERSIGNED' });
    expect(await waiting(owen)).toMatchObject({ total: 1, items: ['countersign A1'], next: null, first: { route: 'long-term-foster-in-house', since: '2026-09-30', by: { name: 'Nadia Ferris' }, reviewedOn: '2026-09-30', refusal: null, child: { name: { forename: 'Ada' } } } });
    for (const nobodys of [verity, greta, ruth, ambrose]) expect(await waiting(nobodys)).toMatchObject({ total: 0, items: [] });
    expect(await here.service.get(nadia, '/work/approvals')).toMatchObject({ status: 403, body: { code: 'PLAN_AGREEMENT_NOT_FOR_ROLE' } });
    expect((await here.plan(owen, 'A1', 'countersignature')).body).toEqual({ version: 3, status: 'proposed' });
    expect([(await waiting(owen)).total, await waiting(verity)]).toMatchObject([0, { total: 1, items: ['agree A1'], first: { by: { name: 'Owen Brackley' }, reviewedOn: '2026-09-30', refusal: null } }]);
    const { body } = await view(verity);
    expect(body).toMatchObject({ reviews: [{ heldOn: '2026-09-30' }], proposed: { name: 'Nadia Ferris' }, countersigned: { name: 'Owen Brackley' }, allowedCommands: [{ command: 'agreeAtReview', refusal: null }] });
    expect(await here.plan(verity, 'A1', 'agreement', { reviewId: randomUUID() })).toMatchObject({ status: 422, body: { code: 'REVIEW_NOT_HELD' } });
    expect((await here.plan(verity, 'A1', 'agreement', { reviewId: body.reviews[0].reviewId })).body).toEqual({ version: 4, status: 'agreed' });
    expect((await view(nadia)).body).toMatchObject({
      agreed: { on: '2026-09-30', manager: { name: 'Owen Brackley' } }, clock: { metOn: '2026-09-30' }, options: CONSIDERED.map(({ route, position }) => ({ route, position })),
      milestones: [{ code: 'viability-done', late: true, owner: { name: 'Callum Thorley' }, blocker: 'Carers’ report not sent' }, { code: 'long-term-match', late: false, blocker: null }],
    });
  });

  it('is not countersigned by the manager who proposed it', async () => {
    await here.plan(owen, 'A2', 'options', { options: CONSIDERED });
    await here.plan(owen, 'A2', 'proposal', { milestones: [] });
    expect(await here.plan(owen, 'A2', 'countersignature')).toMatchObject({ status: 422, body: { code: 'SAME_PERSON' } });
    expect(await allowed(owen, 'A2')).toMatchObject({ countersign: 'SAME_PERSON' });
    expect(await waiting(owen)).toMatchObject({ total: 0 });
  });

  it('takes steps, sides, changes and breakdowns', async () => {
    expect((await here.plan(nadia, 'A1', 'milestone', { code: 'match', dueOn: '2026-11-01', doneOn: '2026-09-30' })).body).toEqual({ version: 5, status: 'agreed' });
    expect((await here.plan(nadia, 'A1', 'limb', { limb: 'legal', target: 'A care order.', evidence: 'Markerwords', status: 'in-progress' })).body.version).toBe(6);
    expect(await here.plan(nadia, 'A1', 'change', { options: CONSIDERED, milestones: [], reasonCode: 'RD1', reason: 'Markerwords' })).toMatchObject({ status: 422, body: { code: 'REVERSAL_REASON_NOT_FITTING', errors: [{ field: 'reasonCode' }] } });
    expect((await here.plan(nadia, 'A1', 'change', { options: CONSIDERED, milestones: [], reasonCode: 'assessment', reason: 'Markerwords' })).body).toEqual({ version: 7, status: 'proposed' });
    expect((await here.plan(nadia, 'A1', 'option', { route: 'other', position: 'contingency' })).body.version).toBe(8);
    expect(await here.plan(nadia, 'A1', 'breakdown', { cause: 'placement-ended', on: '2026-09-30' })).toMatchObject({ status: 422, body: { code: 'PLAN_NOT_IN_FORCE' } });
    await here.plan(owen, 'A1', 'countersignature');
    await here.plan(verity, 'A1', 'agreement', { reviewId: (await view(verity)).body.reviews[0].reviewId });
    expect((await here.plan(nadia, 'A1', 'milestone', { code: 'long-term-match', dueOn: '2026-12-10', doneOn: '2026-09-30' })).body).toMatchObject({ status: 'achieved' });
    expect((await here.plan(nadia, 'A1', 'breakdown', { cause: 'placement-ended', on: '2026-09-30', reason: 'Markerwords' })).body).toMatchObject({ status: 'none' });
  });

  it('tells what it was before and who wrote what when, and takes what two wrote at once', async () => {
    await here.plan(nadia, 'A3', 'options', { options: CONSIDERED });
    await here.plan(owen, 'A3', 'option', { route: 'other', position: 'contingency', reason: 'Markerwords' }, { 'if-match': '"1"' });
    expect((await here.plan(nadia, 'A3', 'option', { route: 'connected-cao', position: 'contingency' }, { 'if-match': '"1"' })).status).toBe(412);
    const versions = (who: typeof nadia, query = '') => here.service.get(who, `/children/${here.idOf('A3')}/plan/versions${query}`);
    const { body } = await versions(nadia, '?from=1');
    expect(body).toMatchObject({ next: null, items: [{ version: 1, what: 'permanence-options-identified', by: { name: 'Nadia Ferris', role: 'locality-social-worker' } }, { version: 2, at: expect.stringMatching(/^2026-09-30T/), by: { name: 'Owen Brackley', role: 'team-manager' }, status: 'options-identified' }] });
    expect((body.items as { options: { route: string }[] }[]).map(({ options }) => options.at(-1)?.route)).toEqual(['long-term-foster-in-house', 'other']);
    expect((await versions(nadia)).body.items[0]).toEqual({ version: 0, what: null, at: null, by: null, status: 'none', options: [], milestones: [], limbs: expect.any(Array) });
    expect((await versions(nadia, '?limit=1')).body).toMatchObject({ items: [{ version: 0 }], next: '0' });
    expect((await versions(tamsin, '?from=2')).text).not.toContain('Markerwords');
    expect(await versions(nadia, '?from=x')).toMatchObject({ status: 400 });
    for (const who of [callum, bethan]) expect((await versions(who)).status).toBe(404);
    const revision = { options: [{ route: 'connected-cao', position: 'contingency' }], milestones: [{ code: 'match', dueOn: '2026-12-01' }] };
    expect((await here.plan(nadia, 'A3', 'revision', revision, { 'if-match': '"2"' })).body).toEqual({ version: 4, status: 'options-identified' });
    expect(await here.plan(nadia, 'A3', 'revision', { ...revision, options: [{ route: 'adoption', position: 'ruled-out' }] })).toMatchObject({ status: 422, body: { code: 'OPTION_NOT_REASONED' } });
    expect(await here.plan(tamsin, 'A3', 'revision', revision)).toMatchObject({ status: 403, body: { code: 'PLAN_NOT_FOR_ROLE' } });
    expect(await here.plan(callum, 'A3', 'revision', revision)).toMatchObject({ status: 404 });
  });

  it('names the people of the council who can take a step to those who plan, and to nobody else', async () => {
    const owners = await here.service.get(nadia, '/plan-step-owners?limit=2');
    expect(owners.body).toMatchObject({ items: [{ name: 'Owen Brackley', role: 'team-manager' }, { name: 'Ines Calloway' }] });
    expect(owners.body.next).toBe(owners.body.items[1].id);
    expect(Object.keys(owners.body.items[0])).toEqual(['id', 'name', 'role', 'team']);
    expect(await here.service.get(verity, '/plan-step-owners')).toMatchObject({ status: 403, body: { code: 'PLAN_NOT_FOR_ROLE' } });
    expect(JSON.stringify((await here.service.get(bethan, '/plan-step-owners')).body)).not.toContain('Brackley');
  });

  it('is the fold of its log, row and all', async () => {
    const ids = [here.idOf('A1'), here.idOf('A2')];
    const { held, logged } = await here.council.database.db.inTenants(tamsin, async (tx) => ({ held: await plansHeld(tx, STAFFORDSHIRE, ids), logged: await plansInLog(tx, STAFFORDSHIRE, ids) }));
    expect(JSON.parse(JSON.stringify([...held].sort()))).toEqual(JSON.parse(JSON.stringify([...logged].sort())));
  });

  it('tells others codes and days as the contract has them, the reviewing officer among them, and not a word that somebody wrote', async () => {
    const events = await log();
    const told = events.map((event) => factToPublished(event)).filter((each) => each !== null);
    expect(told[1]).toMatchObject({ type: 'locality-hub.social-worker-allocated', data: { workerId: verity.id, role: 'iro', from: '2026-09-01' } });
    expect(told.map(({ type }) => type.replace('locality-hub.', ''))).toEqual([
      'social-worker-allocated', 'social-worker-allocated', 'permanence-plan-set', 'permanence-milestone-moved', 'permanence-plan-changed', 'permanence-plan-set', 'permanence-milestone-moved', 'permanence-achieved', 'permanence-broken-down',
    ]);
    for (const { type, data } of told) expect(Object.keys(data).filter((field) => !(field in EVENTS[type as keyof typeof EVENTS]))).toEqual([]);
    expect(JSON.stringify(told)).not.toMatch(/Markerwords|Carers|Assessed|does not want/);
    expect(told[2]?.data).toMatchObject({ milestones: [{ code: 'viability-done', dueOn: '2026-09-11' }, { code: 'long-term-match', dueOn: '2026-12-10' }] });
  });

  it('is looked at in the access log, and told in the chronology, its words to those who may read them', async () => {
    const looks = (await here.service.get(nadia, `/children/${here.idOf('A1')}/access`)).body.items as { part: string }[];
    expect(looks.filter(({ part }) => part === 'plan').length).toBeGreaterThan(5);
    const chronologyOf = async (who: typeof nadia) => (await here.service.get(who, `/children/${here.idOf('A1')}/chronology?kind=plan&limit=100`)).text;
    expect(await chronologyOf(nadia)).toContain('Markerwords');
    expect(await chronologyOf(tamsin)).toContain('permanence-plan-changed');
    expect(await chronologyOf(tamsin)).not.toMatch(/Markerwords|Carers|Assessed|does not want/);
    expect((await view(tamsin, 'A2')).body.options[0]).toMatchObject({ position: 'ruled-out', reason: null });
  });

  it('waits in a list that goes on from a place, longest first', async () => {
    await here.plan(nadia, 'A2', 'option', { route: 'other', position: 'contingency' });
    await here.plan(nadia, 'A3', 'options', { options: CONSIDERED });
    await here.plan(nadia, 'A3', 'proposal', { milestones: STEPS });
    const first = await waiting(owen, '?limit=1');
    const rest = await waiting(owen, `?limit=1&cursor=${first.next ?? ''}`);
    expect([first.total, rest.total, rest.next, [...first.items, ...rest.items].sort()]).toEqual([2, 2, null, ['countersign A2', 'countersign A3']]);
    expect(await here.service.get(owen, '/work/approvals?cursor=nowhere')).toMatchObject({ status: 400, body: { code: 'REQUEST_NOT_READ', errors: [{ field: 'cursor' }] } });
  });
});
