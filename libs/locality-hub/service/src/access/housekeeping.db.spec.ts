import { type Clock, Instant, LocalDate } from '@permanence/kernel/values';
import { verifyAccessLog } from '@permanence/platform/access-log';
import { rootLogger } from '@permanence/platform/telemetry';
import { CLOCK_ON, type Council, STAFFORDSHIRE, council, episodes, people } from '../children/council.fixture.js';
import { RecordsReader } from '../children/records.reader.js';
import { Housekeeping } from './housekeeping.js';

const { tamsin } = people;
const on = (day: string): Clock => ({ now: () => Instant(`${day}T02:00:00.000Z`), today: () => LocalDate(day) });

describe('what is done whether or not anybody asks', () => {
  let staffordshire: Council;
  beforeAll(async () => {
    staffordshire = await council();
    await staffordshire.load(
      tamsin, 2026, episodes(['A1', '12/05/2025', 'S', 'C2', 'N1', 'U6', 'PR1', '', '', '', 'ST16 2LH', 'ST16 3RB', '1234567'], ['A2', '', 'S', 'C2', 'N1', 'U6', 'PR1', '', '', '', '', '', '']),
    );
  });
  afterAll(() => staffordshire.close());

  /** One round: begun at the start, and waited for at the end. */
  const round = async (clock: Clock): Promise<void> => {
    const housekeeping = new Housekeeping(staffordshire.database.db, clock, rootLogger({ level: 'silent' }));
    housekeeping.onApplicationBootstrap();
    await housekeeping.onApplicationShutdown();
  };
  const setAside = async (): Promise<number> => {
    const [row] = await staffordshire.database.db.inTenants(tamsin, (tx) => tx.query<{ n: number }[]>('select count(*)::int as n from set_aside_row'));
    return row?.n ?? 0;
  };

  it('seals the looks of every council', async () => {
    const records = new RecordsReader(staffordshire.database.db, staffordshire.postcodes, CLOCK_ON);
    const [row] = (await records.list(tamsin, {})).items;
    for (let looks = 0; looks < 3; looks += 1) if (row) await records.record(tamsin, row.id);
    // A seal waits for transactions that began before the looks, also those of other tests on this cluster.
    for (let sealed = 0; sealed < 3; sealed = (await verifyAccessLog(staffordshire.database.db, STAFFORDSHIRE)).rows) await round(CLOCK_ON);
    expect(await verifyAccessLog(staffordshire.database.db, STAFFORDSHIRE)).toMatchObject({ rows: 3, brokenSeals: [] });
  });

  it('forgets rows set aside after 90 days, and not before', async () => {
    expect(await setAside()).toBe(1);
    await round(on('2026-12-28'));
    expect(await setAside()).toBe(1);
    await round(on('2026-12-30'));
    expect(await setAside()).toBe(0);
  });
});
