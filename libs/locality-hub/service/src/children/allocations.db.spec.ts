import { LocalDate, type Uuid } from '@permanence/kernel/values';
import { EVENTS } from '@permanence/contracts/events';
import type { HttpProblem } from '@permanence/platform/http';
import type { LoggedEvent } from '@permanence/platform/tenant-db';
import type { Who } from '@permanence/platform/identity';
import { factToPublished } from '../record/fact.published.js';
import { Workers } from '../workers/workers.service.js';
import { Allocations } from './allocations.js';
import type { ChildRowDto } from './children.dto.js';
import { CLOCK_ON, type Council, STAFFORDSHIRE, council, episodes, people, workers } from './council.fixture.js';
import { RecordsReader } from './records.reader.js';
import { Restrictions } from './restrictions.js';
import { clockAt } from '../imports/import.fixture.js';

const { nadia, callum, ines, owen, greta, tamsin, saskia } = people;
const day = LocalDate;
const codes = ['A1', 'A2', 'A3', 'A4', 'A5'];

describe('allocating workers', () => {
  let staffordshire: Council;
  let records: RecordsReader;
  let allocations: Allocations;
  let staff: Workers;
  beforeAll(async () => {
    staffordshire = await council();
    const { db } = staffordshire.database;
    records = new RecordsReader(db, staffordshire.postcodes, CLOCK_ON);
    allocations = new Allocations(db, CLOCK_ON);
    staff = new Workers(db, clockAt('2026-09-30'));
    await staffordshire.load(
      tamsin, 2026,
      episodes(
        ...codes.map((code) => [code, '12/05/2025', 'S', 'C2', 'N1', 'U6', 'PR1', '', '', '', 'ST16 2LH', 'ST16 3RB', '1234567']),
        ['GONE', '12/05/2025', 'S', 'C2', 'N1', 'U6', 'PR1', '01/02/2026', 'E4A', '', 'ST16 2LH', 'ST16 3RB', '1234567'],
      ),
      workers(['A1', '', 'SW100001', '01/07/2025', '', '']),
    );
    for (const who of [nadia, callum, ines, owen, greta, tamsin]) await staff.me(who);
  });
  afterAll(() => staffordshire.close());

  const child = async (code: string): Promise<ChildRowDto> => {
    const [row] = (await records.list(tamsin, { q: code })).items;
    if (row?.kind !== 'child') throw new Error(`no child ${code}`);
    return row;
  };
  const allocate = async (who: Who, to: Who, from: string, some: readonly string[], check = false) =>
    allocations.handle(who, { childIds: await Promise.all(some.map(async (code) => (await child(code)).id)), workerId: to.id, from: day(from), check });
  const refusalsOf = ({ results }: Awaited<ReturnType<typeof allocate>>): (string | undefined)[] => results.map(({ refusal }) => refusal?.code);
  const refusedWith = async (work: Promise<unknown>): Promise<string> => work.then(() => 'not refused', (error: unknown) => (error as HttpProblem).problem.code);
  const logged = (childId: Uuid): Promise<LoggedEvent[]> =>
    staffordshire.database.db.inTenants(owen, (tx) => tx.query<LoggedEvent[]>(`select type, stream_id as "streamId", data, effective_on as "effectiveOn" from event_log where tenant_id = $1 and stream_id = $2 and type like 'social-worker%' order by position`, [STAFFORDSHIRE, childId]));

  it('makes the child theirs whose registration the file names, as soon as they are known', async () => {
    expect((await child('A1')).worker).toMatchObject({ id: nadia.id, name: 'Nadia Ferris' });
    expect((await staff.list(owen, {})).items.find(({ id }) => id === nadia.id)).toMatchObject({ children: 1, team: 'Stafford', role: 'locality-social-worker' });
  });

  it('says what would happen and does nothing', async () => {
    const checked = await allocate(owen, callum, '2026-04-01', ['A1', 'A2', 'GONE'], true);
    expect(checked).toMatchObject({ worker: { name: 'Callum Thorley' }, results: [{ now: 'Nadia Ferris', refusal: null }, { now: null, refusal: null }, { refusal: { code: 'CHILD_NOT_LOOKED_AFTER' } }] });
    expect((await child('A2')).worker).toBeNull();
  });

  it('does for each child what can be done', async () => {
    expect(refusalsOf(await allocate(owen, callum, '2026-04-01', ['A1', 'A2', 'GONE']))).toEqual([undefined, undefined, 'CHILD_NOT_LOOKED_AFTER']);
    expect(refusalsOf(await allocate(owen, callum, '2026-05-01', ['A1', 'A3']))).toEqual(['ALREADY_ALLOCATED', undefined]);
    expect(refusalsOf(await allocate(owen, nadia, '2026-03-31', ['A1']))).toEqual(['FROM_BEFORE_EARLIER_ALLOCATION']);
    expect(refusalsOf(await allocate(owen, nadia, '2025-05-11', ['A4']))).toEqual(['FROM_BEFORE_CARE']);
    expect((await records.workers(owen, (await child('A1')).id, {})).items).toMatchObject([{ name: 'Callum Thorley', from: '2026-04-01', to: null }, { name: 'Nadia Ferris', from: '2025-07-01', to: '2026-04-01' }]);
    expect(await refusedWith(records.record(nadia, (await child('A1')).id))).toBe('NOT_FOUND');
  });

  it('publishes who began and who ended, as the contract has it', async () => {
    const published = (await logged((await child('A1')).id)).map(factToPublished);
    expect(published.map((each) => each?.type)).toEqual(['locality-hub.social-worker-allocated', 'locality-hub.social-worker-allocated', 'locality-hub.social-worker-allocation-ended']);
    expect(published[1]?.data).toMatchObject({ workerId: callum.id, swRegistration: 'SW100002', from: '2026-04-01' });
    for (const each of published) expect(Object.keys(EVENTS)).toContain(each?.type);
  });

  it.each([
    ['WORKER_UNKNOWN', () => allocate(owen, saskia, '2026-04-01', ['A4'])],
    ['WORKER_NOT_QUALIFIED', () => allocate(owen, greta, '2026-04-01', ['A4'])],
    ['FROM_IN_FUTURE', () => allocate(owen, callum, '2026-10-01', ['A4'])],
    ['NOT_FOUND', () => allocate(greta, ines, '2026-04-01', ['A4', 'A2'])],
  ] as const)('refuses all of it: %s', async (code, work) => {
    expect(await refusedWith(work())).toBe(code);
    expect((await child('A4')).worker).toBeNull();
  });

  it('leaves a restricted record to those who may open it', async () => {
    const { id } = await child('A5');
    const restrictions = new Restrictions(staffordshire.database.db, CLOCK_ON);
    await restrictions.handle(greta, id, { restricted: true, named: [ines.id], reason: 'A relative of the family works in this council.' }, undefined);
    const { results } = await allocations.handle(owen, { childIds: [id], workerId: callum.id, from: day('2026-04-01'), check: false });
    expect(results).toMatchObject([{ name: null, refusal: { code: 'RECORD_RESTRICTED', sentence: 'Ask Greta Holme, team manager.' } }]);
  });

  describe('and files that are loaded later', () => {
    const load = (...rows: string[][]) => staffordshire.load(tamsin, 2026, workers(...rows));

    it('keep the allocation made here when theirs began before it', async () => {
      await load(['A1', '', 'SW100001', '01/07/2025', '', ''], ['A1', '', 'SW100003', '15/03/2026', '', ''], ['A2', '', 'SW100001', '01/01/2026', '', '']);
      expect((await child('A1')).worker).toMatchObject({ name: 'Callum Thorley' });
      expect((await child('A2')).worker).toMatchObject({ name: 'Callum Thorley' });
    });
    it('give the child to the worker of theirs who began after it', async () => {
      await load(['A1', '', 'SW100001', '01/07/2025', '', ''], ['A1', '', 'SW100003', '15/06/2026', '', '']);
      expect((await child('A1')).worker).toMatchObject({ id: ines.id });
      expect((await records.workers(tamsin, (await child('A1')).id, {})).items).toMatchObject([
        { name: 'Ines Calloway', to: null }, { name: 'Callum Thorley', to: '2026-06-15' }, { name: 'Ines Calloway', to: '2026-04-01' }, { name: 'Nadia Ferris', to: '2026-04-01' },
      ]);
    });
    it('say nothing new when they come again', async () => {
      const before = await logged((await child('A1')).id);
      await load(['A1', '', 'SW100001', '01/07/2025', '', ''], ['A1', '', 'SW100003', '15/06/2026', '', '']);
      expect(await logged((await child('A1')).id)).toEqual(before);
    });
  });

  describe('and care that ends', () => {
    const row = (from: string, to: string): string[] => ['A3', from, 'S', 'C2', 'N1', 'U6', 'PR1', to, to === '' ? '' : 'E4A', '', 'ST16 2LH', 'ST16 3RB', '1234567'];
    const load = (...rows: string[][]) => staffordshire.load(tamsin, 2027, { ...episodes(...rows), name: 'episodes_2027.csv' }, { ...workers(), name: 'sw_episodes_2027.csv' });
    const workersOf = async () => (await records.workers(tamsin, (await child('A3')).id, {})).items;
    const ofCallum = async (): Promise<string[]> => (await records.list(callum, { lookedAfter: 'all', limit: '500' })).items.flatMap((each) => (each.kind === 'child' ? [each.councilCode] : []));

    it('leave the child with the worker while it goes on', async () => {
      await load(row('12/05/2025', ''));
      expect(await ofCallum()).toContain('A3');
    });
    it('ends the allocation made here on that day: the worker has the child no more', async () => {
      const { id } = await child('A3');
      await load(row('12/05/2025', '01/07/2026'));
      expect(await child('A3')).toMatchObject({ lookedAfter: false, worker: null });
      expect(await workersOf()).toMatchObject([{ name: 'Callum Thorley', from: '2026-05-01', to: '2026-07-01' }]);
      expect(await ofCallum()).not.toContain('A3');
      expect(await refusedWith(records.record(callum, id))).toBe('NOT_FOUND');
      expect((await logged(id)).map(factToPublished).at(-1)).toMatchObject({ type: 'locality-hub.social-worker-allocation-ended', data: { childId: id, to: '2026-07-01' } });
      expect((await records.chronology(tamsin, id, { kind: 'worker' })).items[0]).toMatchObject({ on: '2026-07-01', source: 'episodes_2027.csv', data: { workerName: 'Callum Thorley' } });
    });
    it('says so once, however often the files come', async () => {
      const before = await logged((await child('A3')).id);
      await load(row('12/05/2025', '01/07/2026'));
      expect(await logged((await child('A3')).id)).toEqual(before);
    });
    it('gives the worker back when the files say that it did not end', async () => {
      await load(row('12/05/2025', ''));
      expect(await child('A3')).toMatchObject({ lookedAfter: true, worker: { id: callum.id } });
      await load(row('12/05/2025', '01/07/2026'));
    });
    it('leaves a child who comes back to nobody until a manager allocates again', async () => {
      await load(row('12/05/2025', '01/07/2026'), row('10/08/2026', ''));
      expect(await child('A3')).toMatchObject({ lookedAfter: true, worker: null });
      expect((await records.list(owen, { scope: 'not-allocated' })).items).toEqual(expect.arrayContaining([expect.objectContaining({ councilCode: 'A3' })]));
      expect(refusalsOf(await allocate(owen, callum, '2026-08-09', ['A3']))).toEqual(['FROM_BEFORE_CARE']);
      expect(refusalsOf(await allocate(owen, callum, '2026-08-10', ['A3']))).toEqual([undefined]);
      expect(await workersOf()).toMatchObject([{ from: '2026-08-10', to: null }, { from: '2026-05-01', to: '2026-07-01' }]);
      await load(row('12/05/2025', '01/07/2026'), row('10/08/2026', '01/09/2026'));
      expect(await workersOf()).toMatchObject([{ from: '2026-08-10', to: '2026-09-01' }, { from: '2026-05-01', to: '2026-07-01' }]);
    });
  });
});
