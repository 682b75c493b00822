import { randomUUID } from 'node:crypto';
import { Instant, LocalDate, Uuid } from '@permanence/kernel/values';
import { STAFFORDSHIRE, people } from '../children/council.fixture.js';
import { CONSIDERED, type PlannedCouncil, STEPS, ambrose, bethan, plannedCouncil, ruth, verity } from '../permanence/planned.fixture.js';
import { StuckHandler } from './stuck.handler.js';

const { nadia, callum, owen, greta, tamsin, gwendolen, sunil } = people;
type Person = typeof nadia;

describe('the tracker over HTTP', () => {
  let here: PlannedCouncil;
  beforeAll(async () => {
    here = await plannedCouncil();
    await here.plan(nadia, 'A1', 'options', { options: CONSIDERED });
    await here.plan(nadia, 'A1', 'proposal', { milestones: STEPS });
    await here.plan(owen, 'A1', 'countersignature');
    await here.service.send(owen, 'post', '/allocations', { childIds: [here.idOf('A1')], workerId: verity.id, from: '2026-09-01', check: false, role: 'iro' });
    const [review] = (await here.service.get(verity, `/children/${here.idOf('A1')}/plan`)).body.reviews as { reviewId: string }[];
    await here.plan(verity, 'A1', 'agreement', { reviewId: review?.reviewId });
    await here.plan(nadia, 'A2', 'options', { options: CONSIDERED.map((option) => (option.position === 'parallel' ? { ...option, position: 'contingency' } : option)) });
  });
  afterAll(() => here.close());

  const page = async (who: Person, query = '') => (await here.service.get(who, `/tracker${query}`)).body;
  const codes = async (who: Person, query = ''): Promise<string[]> => ((await page(who, query)).items as { councilCode?: string }[]).map(({ councilCode }) => councilCode ?? 'shut');
  const row = async (who: Person, code: string) => (await page(who, `?q=${code}`)).items[0];

  it('answers of each child where they are, what is next and how late it is', async () => {
    expect(await row(nadia, 'A1')).toMatchObject({
      kind: 'child', reference: expect.stringMatching(/^CH-/), name: { forename: 'Ada' }, age: 5, inCareSince: '2026-05-11', weeks: 20, worker: { name: 'Nadia Ferris' }, team: 'Stafford',
      plan: { status: 'agreed', primary: 'long-term-foster-in-house', parallels: ['connected-sgo'], agreedOn: '2026-09-30', dueOn: null, overdue: false },
      steps: [{ code: 'care-order', on: '2026-05-11' }, { code: 'options-identified', on: '2026-09-30' }, { code: 'plan-agreed', on: '2026-09-30' }],
      next: { code: 'viability-done', dueOn: '2026-09-11', daysLate: 19, blocked: true, blocker: 'Carers’ report not sent' }, late: true, harder: ['age-5-plus'], reviews: 1,
    });
    expect(await row(tamsin, 'A1')).toMatchObject({ next: { blocked: true, blocker: null } });
    expect(await row(nadia, 'A3')).toMatchObject({ plan: { status: 'none', primary: null, dueOn: '2026-09-11', overdue: true }, next: { code: 'agree-plan', daysLate: 19 }, harder: ['age-5-plus'] });
    expect(await row(nadia, 'A2')).toMatchObject({ age: 1, harder: ['bme'], plan: { status: 'options-identified' } });
  });

  it.each<[string, Person, string[]]>([
    ['a worker their own', nadia, ['A1', 'A2', 'A3']], ['a worker without any nobody', callum, []], ['a manager their team', owen, ['A1', 'A2', 'A3']], ['a manager of another team theirs', greta, ['B1']],
    ['a reviewing officer whom they review', verity, ['A1']], ['another reviewing officer nobody', ambrose, []], ['the performance officer all', tamsin, ['A1', 'A2', 'A3', 'B1']], ['the auditor all', gwendolen, ['A1', 'A2', 'A3', 'B1']],
    ['another council none', bethan, []], ['a manager of another council none', ruth, []],
  ])('shows %s', async (_, who, expected) => expect((await codes(who)).sort()).toEqual(expected));

  it('is for those whose role has it', async () => expect(await here.service.get(sunil, '/tracker')).toMatchObject({ status: 403, body: { code: 'TRACKER_NOT_FOR_ROLE' } }));

  it.each([
    ['?noPlan=true', ['A2', 'A3', 'B1']], ['?noParallel=true', ['A2']], ['?late=true', ['A1', 'A2', 'A3', 'B1']], ['?harder=true', ['A1', 'A2', 'A3']], ['?route=long-term-foster-in-house', ['A1', 'A2']], ['?next=agree-plan', ['A2', 'A3', 'B1']],
    ['?settled=yes', []], ['?settled=no&noPlan=true&harder=true', ['A2', 'A3']], ['?team=Moorlands', ['B1']], [`?worker=${nadia.id}`, ['A1', 'A2', 'A3']], ['?q=march', ['A1']], ['?q=%25', []],
  ])('narrows by %s', async (query, expected) => expect((await codes(tamsin, query)).sort()).toEqual(expected));

  it('does not read what it does not know: 400', async () => {
    for (const query of ['?route=abroad', '?late=no', '?sort=age', '?limit=501', '?name=x']) expect((await here.service.get(nadia, `/tracker${query}`)).status).toBe(400);
  });

  it('orders by name, and gives every child once, page by page', async () => {
    expect(await codes(tamsin, '?sort=name')).toEqual(['A2', 'A3', 'A1', 'B1']);
    for (const sort of ['next-due', 'weeks', 'name']) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const body = await page(tamsin, `?sort=${sort}&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
        expect(body.total).toBe(4);
        seen.push(body.items[0].councilCode);
        cursor = body.next as string | null;
      }
      expect(seen.sort()).toEqual(['A1', 'A2', 'A3', 'B1']);
    }
  });

  it('offers the teams and workers in reach', async () => {
    expect(await page(tamsin)).toMatchObject({ teams: ['Moorlands', 'Stafford'], workers: [{ name: 'Ines Calloway' }, { name: 'Nadia Ferris' }], today: '2026-09-30' });
    expect((await page(nadia)).teams).toEqual(['Stafford']);
  });

  it('is taken away with what for, cells that a spreadsheet would run disarmed, and each child written down', async () => {
    expect((await here.service.get(nadia, '/tracker.csv')).status).toBe(400);
    expect((await here.service.get(nadia, '/tracker.csv?purpose=curiosity')).status).toBe(400);
    const { status, text, headers } = await here.service.get(nadia, '/tracker.csv?purpose=supervision&sort=name&noPlan=true');
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="tracker.csv"']);
    const [head, ...rows] = text.trim().split('\r\n');
    expect(head).toContain('Reference,Forename,Surname,Council number,Age');
    expect(rows.map((line) => line.split(',').slice(1, 3))).toEqual([['Teo', 'Brunt'], ["'=Skye", 'Castell']]);
    const exported = (await here.service.get(sunil, '/access-log?why=export')).body.items as { part: string; child: { id: string } | null }[];
    expect(exported.map(({ part, child }) => [part, child?.id])).toEqual(expect.arrayContaining([['tracker export: supervision', undefined], ['tracker export: supervision', here.idOf('A2')], ['tracker export: supervision', here.idOf('A3')]]));
    expect(exported).toHaveLength(3);
  });

  it('keeps filters as codes, for oneself or for the team', async () => {
    const keep = (who: Person, more: object = {}) => here.service.send(who, 'post', '/tracker/filters', { name: 'Late plans', state: { noPlan: 'true', team: 'Stafford' }, shared: false, ...more });
    const { status, body: { id } } = await keep(owen, { shared: true });
    expect(status).toBe(201);
    expect(await keep(owen)).toMatchObject({ status: 422, body: { code: 'FILTER_NAME_TAKEN' } });
    expect(await keep(owen, { name: 'x', state: { q: 'Marchbank' } })).toMatchObject({ status: 400 });
    expect(await keep(owen, { name: 'x', state: { team: 'Marchbank' } })).toMatchObject({ status: 422, body: { code: 'FILTER_TEAM_UNKNOWN' } });
    expect(await keep(owen, { name: 'x', state: { worker: randomUUID() } })).toMatchObject({ status: 422, body: { code: 'FILTER_WORKER_UNKNOWN' } });
    expect(await keep(tamsin, { shared: true })).toMatchObject({ status: 422, body: { code: 'FILTER_WITHOUT_TEAM' } });
    const listed = async (who: Person) => (await here.service.get(who, '/tracker/filters')).body.items;
    expect(await listed(nadia)).toEqual([{ id, name: 'Late plans', state: { noPlan: 'true', team: 'Stafford' }, shared: true, mine: false, by: 'Owen Brackley' }]);
    expect([await listed(greta), await listed(ruth)]).toEqual([[], []]);
    expect((await here.service.send(nadia, 'delete', `/tracker/filters/${id}`, {})).status).toBe(404);
    expect((await here.service.send(owen, 'delete', `/tracker/filters/${id}`, {})).status).toBe(204);
    expect(await listed(nadia)).toEqual([]);
  });

  it('shows of a restricted record that it is there, last, and to no filter', async () => {
    await here.service.send(owen, 'put', `/children/${here.idOf('A1')}/restriction`, { restricted: true, named: [callum.id], reason: 'A relative of the family works in this council.' });
    expect(await codes(nadia)).toEqual(expect.arrayContaining(['shut']));
    expect((await codes(nadia)).at(-1)).toBe('shut');
    for (const query of ['?late=true', '?route=long-term-foster-in-house', '?q=Ada']) expect(await codes(nadia, query)).not.toContain('shut');
    expect(await codes(callum)).toEqual(['A1']);
    expect((await here.plan(callum, 'A1', 'options', { options: CONSIDERED })).body.code).toBe('PLAN_NOT_THEIRS');
  });

  it('says what the region told: looked for over 90 days, until a match or another agreed plan', async () => {
    const hear = (...told: readonly (readonly [code: string, stuckOn: string])[]) =>
      here.council.database.db.inTenants({ id: 'locality-hub.region', tenants: [STAFFORDSHIRE] }, (tx) => new StuckHandler().apply({
        tx, events: told.map(([code, stuckOn]) => ({
          eventId: Uuid(randomUUID()), type: 'regional-hub.harder-to-place-became-stuck', tenantId: STAFFORDSHIRE, streamId: here.idOf(code), effectiveOn: LocalDate(stuckOn), recordedAt: Instant('2026-09-29T05:00:00Z'), actor: 'housekeeping',
          correlationId: randomUUID(), schemaVersion: 1, data: { childId: here.idOf(code), reasons: ['bme'], stuckOn: LocalDate(stuckOn) },
        })),
      }));
    const stuck = async (code: string, who = tamsin) => ((await row(who, code)) as { stuckOn: string | null }).stuckOn;
    await hear(['A1', '2026-09-01'], ['A2', '2026-09-01'], ['A2', '2026-08-20']);
    await hear(['A2', '2026-08-25']);
    expect([await stuck('A2'), await stuck('A3')]).toEqual(['2026-09-01', null]);
    // Her plan was agreed after that: the search began anew.
    expect(await stuck('A1', callum)).toBeNull();
    await here.plan(nadia, 'A2', 'milestone', { code: 'match', dueOn: '2026-10-01', doneOn: '2026-09-30' });
    expect(await stuck('A2')).toBeNull();
  });
});
