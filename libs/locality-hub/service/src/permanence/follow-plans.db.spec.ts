import { type Clock, LocalDate, Uuid } from '@permanence/kernel/values';
import { rootLogger } from '@permanence/platform/telemetry';
import type { Who } from '@permanence/platform/identity';
import { appendEvents } from '@permanence/platform/tenant-db';
import { Allocations } from '../children/allocations.js';
import { CLOCK_ON, type Council, STAFFORDSHIRE, council, episodes, header, people, reviews, workers } from '../children/council.fixture.js';
import { RecordsReader } from '../children/records.reader.js';
import { clockAt } from '../imports/import.fixture.js';
import { recordKept } from '../record/record-kept.js';
import { TrackerReader } from '../tracker/tracker.reader.js';
import { Workers } from '../workers/workers.service.js';
import { PlanKeeper } from './plan-keeper.js';
import { PlanReader } from './plan.reader.js';
import { verity } from './planned.fixture.js';
import { type PlanWish, Plans } from './plans.js';

const { nadia, owen, tamsin } = people;
type Command = PlanWish['command'];

/** Three children in care since 11 May 2026, reviewed on 30 September; `left` says who went where on the last day. */
const rowsOf = (left: Readonly<Record<string, string>> = {}, more: readonly string[][] = []) => ({
  ...episodes(...['K1', 'K2', 'K3'].map((code) => [code, '11/05/2026', 'S', 'C2', 'N1', 'U6', 'PR1', left[code] === undefined ? '' : '30/09/2026', left[code] ?? '', '', 'ST16 2LH', 'ST16 3RB', '1234567']), ...more), name: 'episodes_2027.csv',
});

describe('plans that follow their records', () => {
  let here: Council;
  let plans: Plans;
  const ids = new Map<string, Uuid>();
  const idOf = (code: string): Uuid => Uuid(ids.get(code) ?? '');

  beforeAll(async () => {
    here = await council();
    const { db } = here.database;
    plans = new Plans(db, CLOCK_ON);
    await here.load(tamsin, 2027, rowsOf(), { ...header(['K3', 'F', '01/10/2012', 'WBRI', '', '', '']), name: 'header_2027.csv' }, { ...reviews(...['K1', 'K2', 'K3'].map((code) => [code, '', '30/09/2026', 'PN1'])), name: 'reviews_2027.csv' },
      { ...workers(...['K1', 'K2', 'K3'].map((code) => [code, '', 'SW100001', '01/07/2026', '', ''])), name: 'sw_episodes_2027.csv' });
    for (const who of [nadia, owen, verity]) await new Workers(db, CLOCK_ON).me(who);
    const records = new RecordsReader(db, here.postcodes, CLOCK_ON);
    for (const each of (await records.list(tamsin, {})).items) if (each.kind === 'child') ids.set(each.councilCode, each.id);
    await new Allocations(db, CLOCK_ON).handle(owen, { childIds: [...ids.values()], workerId: verity.id, from: LocalDate('2026-07-01'), check: false, role: 'iro' });
  });
  afterAll(() => here.close());

  const give = (who: Who, code: string, command: Command, version?: number) => plans.handle(who, { childId: idOf(code), command, version, check: false });
  const readerAt = (clock: Clock) => new PlanReader(new RecordsReader(here.database.db, here.postcodes, clock), clock);
  const planOf = (code: string) => readerAt(CLOCK_ON).plan(tamsin, idOf(code));
  const tracked = async (who: Who = tamsin) => (await new TrackerReader(here.database.db, CLOCK_ON).page(who, {})).items.map((row) => (row.kind === 'child' ? row.councilCode : 'shut')).sort();
  const agree = async (code: string, primary: 'connected-sgo' | 'return-home', parallel: 'connected-sgo' | 'return-home'): Promise<void> => {
    const out = (route: 'adoption' | 'long-term-foster-ifa') => ({ route, position: 'ruled-out' as const, reason: 'Not for this child.' });
    await give(nadia, code, { kind: 'identifyOptions', planId: idOf(code), options: [{ route: primary, position: 'primary' }, { route: parallel, position: 'parallel' }, out('adoption'), out('long-term-foster-ifa')] });
    await give(nadia, code, { kind: 'proposePlan', milestones: [{ code: 'viability-done', dueOn: LocalDate('2026-12-01'), route: parallel }], by: nadia.id });
    await give(owen, code, { kind: 'countersign', by: owen.id });
    const [review] = (await readerAt(CLOCK_ON).plan(verity, idOf(code))).reviews;
    const decided = await give(verity, code, { kind: 'agreeAtReview', reviewId: Uuid(review?.reviewId ?? '') });
    expect(decided).toMatchObject({ ok: true, status: 'agreed' });
  };
  const rowsHeld = () => here.database.db.inTenants(tamsin, async (tx) => ({
    plans: await tx.query<object[]>('select * from permanence_plan order by child_id'), tracker: await tx.query<object[]>('select * from tracker_row order by child_id'),
  }));
  const keeper = (today: string) => new PlanKeeper(here.database.db, clockAt(today), rootLogger({ level: 'silent' }));

  it('lets one of two who act on the same version go first, and tells the other', async () => {
    const options: Command = { kind: 'identifyOptions', planId: idOf('K3'), options: (['return-home', 'connected-sgo', 'adoption', 'long-term-foster-ifa'] as const).map((route, at) => ({ route, position: at === 0 ? 'primary' : 'contingency' })) };
    const both = await Promise.allSettled([give(nadia, 'K3', options, 0), give(owen, 'K3', options, 0)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { problem: { status: 412, code: 'CHANGED_MEANWHILE' } } });
  });

  it('meets the clock to the plan with the agreement', async () => {
    await agree('K1', 'connected-sgo', 'return-home');
    await agree('K2', 'return-home', 'connected-sgo');
    const facts = await here.database.db.inTenants(tamsin, (tx) => tx.query<{ origin: string; effective_on: string }[]>(`select origin, effective_on from fact where type = 'permanence-plan-set' order by child_id`));
    expect(facts).toEqual([{ origin: 'record', effective_on: '2026-09-30' }, { origin: 'record', effective_on: '2026-09-30' }]);
  });

  it('achieves with the import that says so, and takes who has left out of the tracker and from their reviewing officer', async () => {
    expect(await tracked(verity)).toEqual(['K1', 'K2', 'K3']);
    await here.load(tamsin, 2027, rowsOf({ K1: 'E45', K2: 'E4A' }));
    expect(await planOf('K1')).toMatchObject({ status: 'achieved', achievedOn: '2026-09-30', version: 5 });
    expect((await planOf('K2')).status).toBe('agreed');
    expect([await tracked(), await tracked(verity)]).toEqual([['K3'], ['K3']]);
    const [told] = await here.database.db.inTenants(tamsin, (tx) => tx.query<{ actor: string }[]>(`select actor from event_log where type = 'permanence-achieved'`));
    expect(told?.actor).toBe(tamsin.id);
  });

  it('says nothing new when the files come again', async () => {
    const before = await rowsHeld();
    await here.load(tamsin, 2027, rowsOf({ K1: 'E45', K2: 'E4A' }));
    expect(await rowsHeld()).toEqual(before);
  });

  it('makes plans and lines anew from the log, as after an upgrade', async () => {
    const before = await rowsHeld();
    await here.database.db.inTenants(tamsin, async (tx) => {
      await tx.query('delete from tracker_row');
      await tx.query('delete from permanence_plan');
    });
    await keeper('2026-09-30').follow(STAFFORDSHIRE);
    expect(await rowsHeld()).toEqual({ ...before, tracker: expect.arrayContaining(before.tracker) });
  });

  it('lists a pathway plan from the 14th birthday on by time alone, and no longer what an earlier version listed before', async () => {
    const { db } = here.database;
    const listed = () => db.inTenants(tamsin, (tx) => tx.query<object[]>(`select started_on as since, due_on as due from clock where clock_id = 'C37'`));
    await db.inTenants(tamsin, async (tx) => {
      appendEvents(tx, { actor: tamsin.id, correlationId: 'kept', recordedAt: CLOCK_ON.now() }, [recordKept(STAFFORDSHIRE, { kinds: ['leaving-care'], from: LocalDate('2026-04-01') })]);
      await tx.query(`insert into clock (tenant_id, child_id, clock_id, started_on, due_on, void) values ($1, $2, 'C37', '2012-10-01', '2027-10-01', false)`, [STAFFORDSHIRE, idOf('K3')]);
    });
    await keeper('2026-09-30').follow(STAFFORDSHIRE);
    expect(await listed()).toEqual([]);
    await keeper('2026-10-01').follow(STAFFORDSHIRE);
    expect(await listed()).toEqual([{ since: '2026-10-01', due: '2027-10-01' }]);
    await keeper('2026-10-02').follow(STAFFORDSHIRE);
    expect(await listed()).toHaveLength(1);
  });

  it('achieves a return home by time alone, 12 months on and not a day before', async () => {
    await keeper('2027-09-29').follow(STAFFORDSHIRE);
    expect((await planOf('K2')).status).toBe('agreed');
    await keeper('2027-09-30').follow(STAFFORDSHIRE);
    await keeper('2027-09-30').follow(STAFFORDSHIRE);
    expect(await planOf('K2')).toMatchObject({ status: 'achieved', achievedOn: '2027-09-30', version: 5 });
  });

  it('begins by itself and ends with the service', async () => {
    const started = keeper('2027-10-01');
    started.onApplicationBootstrap();
    await started.onApplicationShutdown();
    expect((await planOf('K2')).version).toBe(5);
  });
});
