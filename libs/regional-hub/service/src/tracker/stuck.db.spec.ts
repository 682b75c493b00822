import { EVENTS } from '@permanence/contracts/events';
import { Instant, LocalDate, derivedId } from '@permanence/kernel/values';
import { rootLogger } from '@permanence/platform/telemetry';
import { LOGGED_EVENT_COLUMNS, type LoggedEvent } from '@permanence/platform/tenant-db';
import { Region, SHROPSHIRE, STAFFORDSHIRE } from '../region.fixture.js';
import { childrenOf } from '../projections/heard.js';
import { Told } from '../told.fixture.js';
import { refreshEntries } from './refresh-entries.js';
import { StuckKeeper } from './stuck-keeper.js';
import { stuckToPublished } from './stuck.store.js';

const day = LocalDate;

describe('children who are stuck', () => {
  let region: Region;
  const told = new Told(STAFFORDSHIRE, '2026-06-01');
  const looked = (name: string, born: string) => {
    const child = told.child(name).born(born).inCare('2026-01-12').stay('U6', '2026-01-12', { provider: 'PR1' });
    told.tell('locality-hub.permanence-plan-set', child.id, '2026-05-07', {
      planId: derivedId(child.id, 'plan'), childId: child.id, primary: 'adoption', parallels: [], contingencies: [], reviewId: derivedId(child.id, 'review'), agreedOn: day('2026-05-07'), milestones: [],
    });
    return child;
  };
  /** Ada is 6; Ben is 1 and no reason holds of him; Cal, 7, was matched in time. */
  const ada = looked('Ada', '2020-02-11');
  looked('Ben', '2025-02-11');
  looked('Cal', '2019-02-11').step('adoption.match-decided', '2026-07-01');

  beforeAll(async () => {
    region = await Region.open();
    await region.hear(STAFFORDSHIRE, told.events);
    await region.in(STAFFORDSHIRE, (tx) => refreshEntries(tx, STAFFORDSHIRE, childrenOf(told.events)));
  });
  afterAll(() => region.close());

  const keeper = (today: string) => new StuckKeeper(region.database.db, { today: () => day(today), now: () => Instant(`${today}T05:00:00.000Z`) }, rootLogger({ level: 'silent' }));
  const log = () => region.in(STAFFORDSHIRE, (tx) => tx.query<LoggedEvent[]>(`select ${LOGGED_EVENT_COLUMNS} from event_log where tenant_id = $1`, [STAFFORDSHIRE]));

  it('are told to their council on the first day over 90, harder-to-place children alone', async () => {
    await keeper('2026-08-05').tell(STAFFORDSHIRE);
    expect(await log()).toEqual([]);
    await keeper('2026-08-06').tell(STAFFORDSHIRE);
    expect(await log()).toMatchObject([{ streamId: ada.id, type: 'harder-to-place-became-stuck', effectiveOn: '2026-08-06', actor: 'housekeeping', data: { childId: ada.id, reasons: ['age-5-plus'], stuckOn: '2026-08-06' } }]);
  });

  it('are told once a search, by any number of processes', async () => {
    await keeper('2026-08-07').tell(STAFFORDSHIRE);
    await keeper('2026-09-07').tell(SHROPSHIRE);
    const started = keeper('2026-09-07');
    started.onApplicationBootstrap();
    await started.onApplicationShutdown();
    expect(await log()).toHaveLength(1);
  });

  it('are published as the contract has it; nothing else of the region’s log is', async () => {
    const [event] = await log();
    if (event === undefined) throw new Error('nothing was told');
    expect(stuckToPublished(event)).toMatchObject({ type: 'regional-hub.harder-to-place-became-stuck' });
    expect(Object.keys(event.data).sort()).toEqual(Object.keys(EVENTS['regional-hub.harder-to-place-became-stuck']).sort());
    expect(stuckToPublished({ ...event, type: 'pack-frozen' })).toBeNull();
  });
});
