import type { Uuid } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import { RecordsReader } from './records.reader.js';
import { CLOCK_ON, type Council, council, episodes, header, missing, names, people, reviews, workers } from './council.fixture.js';

const { tamsin } = people;

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
      reviews: [{ on: '2025-09-01', clock: 'C14', dueOn: '2025-09-05' }, { on: '2025-06-05', clock: 'C13', dueOn: '2025-06-10' }],
      due: [{ clock: 'C15', dueOn: '2026-03-01', workingDaysLeft: null }],
      workers: [{ registration: 'SW100001', name: null, from: '2025-05-12', to: null }],
      siblings: [{ kind: 'child', name: { forename: 'Kayden', surname: 'Castell' }, sameHome: true }],
      entries: 14, openedAt: '2026-09-30T09:41:00.000Z',
    });
    expect(record.latest[0]).toMatchObject({ type: 'locality-hub.missing-episode-ended', kind: 'missing', source: 'missing_2026.csv', by: { name: 'Tamsin Iqbal', role: 'performance-officer' } });
    expect(JSON.stringify(record)).not.toMatch(/ST16|ST13/);
  });
});
