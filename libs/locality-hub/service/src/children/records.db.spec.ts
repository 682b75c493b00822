import { randomUUID } from 'node:crypto';
import type { Uuid } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import { type NewEvent, appendEvents } from '@permanence/platform/tenant-db';
import { Workers } from '../workers/workers.service.js';
import { RecordsReader } from './records.reader.js';
import { CLOCK_ON, type Council, STAFFORDSHIRE, TODAY, council, episodes, header, missing, names, people, person, reviews, workers } from './council.fixture.js';
import { clockAt } from '../imports/import.fixture.js';

const { tamsin, gwendolen } = people;

describe('a child’s record from files', () => {
  let staffordshire: Council;
  let records: RecordsReader;
  beforeAll(async () => {
    staffordshire = await council();
    records = new RecordsReader(staffordshire.database.db, staffordshire.postcodes, CLOCK_ON);
    await staffordshire.load(
      tamsin, 2026,
      header(['A1', 'F', '02/03/2020', 'WBRI', 'A123456789012', '', ''], ['A2', 'M', '09/06/2018', 'WBRI', '', '', '']),
      episodes(
        ['A1', '12/05/2025', 'S', 'C1', 'N1', 'U6', 'PR1', '01/11/2025', 'X1', 'CARPL', 'ST16 2LH', 'ST16 3RB', '1234567'],
        ['A1', '01/11/2025', 'B', 'C2', 'N1', 'U4', 'PR4', '', '', '', 'ST16 2LH', 'ST13 5RB', '7654321'],
        ['A2', '12/05/2025', 'S', 'C1', 'N1', 'U4', 'PR4', '', '', '', 'ST16 2LH', 'ST13 5RB', '7654321'],
      ),
      reviews(['A1', '02/03/2020', '05/06/2025', 'PN0'], ['A1', '02/03/2020', '01/09/2025', 'PN0']),
      workers(['A1', '02/03/2020', 'SW100001', '12/05/2025', '', '']),
      missing(['A1', '02/03/2020', 'M', '03/02/2026', '04/02/2026']),
      names(['A1', 'Bryony', 'Castell', 'S1'], ['A2', 'Kayden', 'Castell', 'S1']),
    );
  });
  afterAll(() => staffordshire.close());

  const first = async (who: Who, q: string): Promise<Uuid> => {
    const [row] = (await records.list(who, { q })).items;
    if (row === undefined) throw new Error(`${who.name} sees nobody under ${q}`);
    return row.id;
  };

  it('says who, where, since when and what is due, from the files', async () => {
    const { record } = await records.record(tamsin, await first(tamsin, 'A1'));
    expect(record).toMatchObject({
      child: { councilCode: 'A1', name: { forename: 'Bryony', surname: 'Castell' }, born: '2020-03-02', lookedAfter: true, legalStatus: 'C2', asAt: '2026-03-31', allowedCommands: [] },
      sex: 'F', ethnicGroup: 'WBRI', restriction: null,
      care: [{ from: '2025-05-12', startKnown: true, to: null }],
      homes: [{ placement: 'U6', place: 'Stafford', to: '2025-11-01', reason: 'CARPL' }, { placement: 'U4', place: 'Staffordshire Moorlands', to: null, outsideAuthority: false }],
      reviews: [{ on: '2025-06-05', clock: 'C13', dueOn: '2025-06-10' }, { on: '2025-09-01', clock: 'C14', dueOn: '2025-09-05' }],
      due: [{ clock: 'C15', dueOn: '2026-03-01', workingDaysLeft: null }],
      workers: [{ registration: 'SW100001', name: null, from: '2025-05-12', to: null }],
      siblings: [{ kind: 'child', name: { forename: 'Kayden', surname: 'Castell' }, sameHome: true }],
      entries: 14, openedAt: '2026-09-30T09:41:00.000Z',
    });
    expect(record.latest[0]).toMatchObject({ type: 'locality-hub.missing-episode-ended', kind: 'missing', source: 'missing_2026.csv', by: { name: 'Tamsin Iqbal', role: 'performance-officer' } });
    expect(JSON.stringify(record)).not.toMatch(/ST16|ST13/);
  });

  it('tells one thing after another, a page at a time, each kind by itself', async () => {
    const id = await first(tamsin, 'A1');
    const whole = await records.chronology(tamsin, id, { limit: '500' });
    const seen: string[] = [];
    for (let cursor: string | undefined = undefined, more = true; more; ) {
      const page: Awaited<ReturnType<RecordsReader['chronology']>> = await records.chronology(tamsin, id, { limit: '3', ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map((entry) => entry.id));
      [cursor, more] = [page.next ?? undefined, page.next !== null];
    }
    expect(seen).toEqual(whole.items.map((entry) => entry.id));
    expect(whole).toMatchObject({ total: 14, next: null });
    expect((await records.chronology(tamsin, id, { order: 'old', limit: '500' })).items.map((entry) => entry.id)).toEqual(seen.toReversed());
    expect((await records.chronology(tamsin, id, { kind: 'review' })).items.map(({ on, type }) => [on, type])).toEqual([['2025-09-01', 'locality-hub.review-held'], ['2025-06-05', 'locality-hub.review-held']]);
    expect((await records.chronology(tamsin, id, { cursor: await first(tamsin, 'A2') })).items).toEqual([]);
  });

  it('keeps a correction in the entry that it mends, however often it is mended', async () => {
    const id = await first(tamsin, 'A2');
    for (const status of ['C2', 'E1'])
      await staffordshire.load(tamsin, 2026, { ...episodes(['A2', '12/05/2025', 'S', status, 'N1', 'U4', 'PR4', '', '', '', 'ST16 2LH', 'ST13 5RB', '7654321']), name: `episodes_${status}.csv` });
    const started = (await records.chronology(tamsin, id, { kind: 'care', limit: '500' })).items.find(({ type }) => type === 'locality-hub.care-period-started');
    expect(started).toMatchObject({ source: 'episodes_2026.csv', data: { legalStatus: 'C1' }, corrections: [{ source: 'episodes_C2.csv', data: { legalStatus: 'C2' }, withdrawn: false }, { source: 'episodes_E1.csv', data: { legalStatus: 'E1' } }] });
    expect((await records.record(tamsin, id)).record).toMatchObject({ child: { legalStatus: 'E1' }, legal: [{ status: 'E1', to: null }] });
  });

  it('shows a brother of another worker by reference, and whom to ask', async () => {
    const worker = person('Nadia Ferris', 'locality-social-worker', { team: 'Stafford', swRegistration: 'SW100001' });
    await new Workers(staffordshire.database.db, clockAt('2026-09-30')).me(worker);
    const { items } = await records.siblings(worker, await first(worker, 'A1'), {});
    expect(items).toEqual([{ kind: 'restricted', id: await first(tamsin, 'A2'), reference: expect.stringMatching(/^CH-/), ask: 'Ask your team manager.' }]);
  });

  it('lists what is wrong in the rows about the child, and every time missing', async () => {
    expect((await records.missing(tamsin, await first(tamsin, 'A1'), {})).items).toEqual([{ from: '2026-02-03', to: '2026-02-04', kind: 'M' }]);
    expect((await records.findings(tamsin, await first(tamsin, 'A1'), {})).items.every(({ year, sentence }) => year === 2026 && sentence.length > 10)).toBe(true);
  });

  it('shows what a person wrote to those who may read it, of a row its module and year, and of what it does not know nothing', async () => {
    const id = await first(tamsin, 'A1');
    const event = (type: string, data: object): NewEvent => ({ eventId: randomUUID() as Uuid, tenantId: STAFFORDSHIRE, streamId: id, type, effectiveOn: TODAY, data: { ...data } });
    const recording = { actor: tamsin.id, correlationId: 'by-hand', recordedAt: CLOCK_ON.now() };
    await staffordshire.database.db.inTenants(tamsin, (tx) => appendEvents(tx, recording, [
      event('stated-row-withdrawn', { module: 'Missing', year: 2026, key: 'A1|2026-02-03', reason: 'Entered for the wrong child.', cells: { CHILD: 'A1' } }), event('thought-of-later', { words: 'secret' }),
    ]));
    const told = async (who: Who) => (await records.chronology(who, id, { kind: 'import' })).items.map(({ data }) => data);
    expect(await told(tamsin)).toEqual([{}, { module: 'Missing', year: 2026 }]);
    expect(await told(gwendolen)).toEqual([{}, { module: 'Missing', year: 2026, reason: 'Entered for the wrong child.' }]);
  });
});
