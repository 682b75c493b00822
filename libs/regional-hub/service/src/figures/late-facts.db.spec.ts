import { type Instant, LocalDate, Month } from '@permanence/kernel/values';
import { Region, STAFFORDSHIRE } from '../region.fixture.js';
import { Told } from '../told.fixture.js';
import { keptCounts } from './counts.store.js';
import { type Behind, type Patience, behind, markChanged } from './figure-refresh.store.js';
import { refreshFigures } from './refresh-figures.js';

/** March is reported as it was known on 16 April. */
const TODAY = LocalDate('2026-05-01');
const QUIET: Patience = { quiet: 0, atMost: 0 };
const BUSY: Patience = { quiet: 3600, atMost: 0 };

describe('figures as known then, and facts that arrive late', () => {
  const told = new Told(STAFFORDSHIRE, '2026-04-10');
  let region: Region;
  beforeAll(async () => {
    region = await Region.open();
    told.collection(2026);
    await hear('in time', '2026-04-10');
    await refresh(QUIET);
  });
  afterAll(() => region.close());

  /** Somebody is in care, which was recorded on a day and is heard of now. */
  const hear = async (name: string, recordedOn: string): Promise<void> => {
    told.on(recordedOn).child(name).inCare('2025-06-02');
    await region.hear(STAFFORDSHIRE, told.events);
    await region.in(STAFFORDSHIRE, (tx) => markChanged(tx, STAFFORDSHIRE, `${recordedOn}T09:00:00.000Z` as Instant));
  };
  const late = (patience: Patience): Promise<Behind[]> => region.in(STAFFORDSHIRE, (tx) => behind(tx, [STAFFORDSHIRE], TODAY, patience));
  const refresh = async (patience: Patience): Promise<void> => {
    for (const each of await late(patience)) await refreshFigures((work) => region.in(STAFFORDSHIRE, work), each, TODAY);
  };
  const ofMarch = async (basis: 'now' | 'then'): Promise<number | undefined> => {
    const [march] = await region.in(STAFFORDSHIRE, (tx) => keptCounts(tx, { tenants: [STAFFORDSHIRE], indicators: ['cla-number-looked-after'], from: Month('2026-03'), to: Month('2026-03'), basis }));
    return march?.numerator;
  };
  const both = async () => [await ofMarch('now'), await ofMarch('then')];

  it('are counted once the day has passed', async () => {
    expect(await both()).toEqual([1, 1]);
    expect(await late(QUIET)).toEqual([]);
  });

  it('are counted again with what was recorded by then and heard after', async () => {
    await hear('late', '2026-04-16');
    expect(await late(QUIET)).toMatchObject([{ heardFrom: '2026-04-16', isQuiet: true }]);
    await refresh(QUIET);
    expect(await both()).toEqual([2, 2]);
    expect(await late(QUIET)).toEqual([]);
  });

  it('are left alone by what was recorded later', async () => {
    await hear('later', '2026-04-17');
    await refresh(QUIET);
    expect(await both()).toEqual([3, 2]);
  });

  it('wait while facts still come in, as in a rebuild, and are not forgotten', async () => {
    await hear('in a rebuild', '2026-04-12');
    await refresh(BUSY);
    expect(await both()).toEqual([4, 2]);
    expect(await late(BUSY)).toEqual([]);
    await refresh(QUIET);
    expect(await both()).toEqual([4, 3]);
    expect(await late(QUIET)).toEqual([]);
  });
});
