import { LocalDate, type Uuid, derivedId } from '@permanence/kernel/values';
import { Region, STAFFORDSHIRE, STOKE } from '../region.fixture.js';
import { clearFacts } from '../projections/facts.store.js';
import { Told } from '../told.fixture.js';
import { childrenOf } from '../projections/heard.js';
import { refreshEntries } from './refresh-entries.js';

const day = LocalDate;

describe('the rows of the tracker', () => {
  let region: Region;
  beforeAll(async () => {
    region = await Region.open();
  });
  afterAll(() => region.close());

  const entries = () => region.in(STAFFORDSHIRE, (tx) => tx.query<Record<string, unknown>[]>('select * from tracker_entry order by child_id'));

  const hear = async (told: Told): Promise<void> => {
    await region.hear(STAFFORDSHIRE, told.events);
    await region.in(STAFFORDSHIRE, (tx) => refreshEntries(tx, STAFFORDSHIRE, childrenOf(told.events)));
  };

  /** Ada has a plan of adoption and a placement order; Ben went home. */
  const lives = (): Readonly<{ told: Told; ada: Uuid }> => {
    const told = new Told(STAFFORDSHIRE, '2026-09-01');
    const ada = told.child('Ada').born('2020-02-11').inCare('2026-01-12').stay('U6', '2026-01-12', { provider: 'PR1', area: STOKE });
    told.tell('locality-hub.child-updated', ada.id, '2026-02-01', { childId: ada.id, sex: 'F', ethnicityCode: 'MWBC', siblingGroupIds: [derivedId(ada.id, 'group')] });
    told.tell('locality-hub.child-updated', ada.id, '2026-03-01', { childId: ada.id, disabilityCodes: ['MOB'], harderToPlaceReasons: ['sibling-group'] });
    const planId = derivedId(ada.id, 'plan');
    told.tell('locality-hub.permanence-plan-set', ada.id, '2026-05-07', {
      planId, childId: ada.id, primary: 'adoption', parallels: ['connected-sgo'], contingencies: [], reviewId: derivedId(ada.id, 'review'), agreedOn: day('2026-05-07'),
      milestones: [{ code: 'adm-should-be-placed', dueOn: day('2026-07-07'), doneOn: day('2026-06-30') }, { code: 'family-finding', dueOn: day('2026-09-07') }],
    });
    ada.step('adoption.court-authority-obtained', '2026-08-20');
    told.child('Ben').born('2016-02-11').inCare('2025-01-12', { to: '2026-03-02', reason: 'E4A' });
    return { told, ada: ada.id };
  };

  it('are made from what was told, one a child', async () => {
    const { told, ada } = lives();
    told.tell('locality-hub.social-worker-allocated', ada, '2026-02-01', { allocationId: derivedId(ada, 'worker'), childId: ada, swRegistration: 'SW100001', role: 'social-worker', from: day('2026-02-01') });
    told.tell('locality-hub.social-worker-allocated', ada, '2026-02-02', { allocationId: derivedId(ada, 'officer'), childId: ada, workerId: derivedId(ada, 'verity'), role: 'iro', from: day('2026-02-02') });
    await hear(told);
    // The officer who reviews her is nobody's colleague here: no team, and no case behind a figure.
    expect(await region.in(STAFFORDSHIRE, (tx) => tx.query<object[]>('select allocation_id as id from allocation'))).toEqual([{ id: derivedId(ada, 'worker') }]);
    const rows = await entries();
    expect(rows).toHaveLength(2);
    expect(rows.find(({ child_id }) => child_id === ada)).toMatchObject({
      status: 'family-finding', since: '2026-08-20', plan: 'adoption', parallel: 'special-guardianship', next_code: 'family-finding', next_due_on: '2026-09-07', searching_since: '2026-05-07', placement_kind: 'own-carer', placement_authority: STOKE,
      entered_on: '2026-01-12', plan_agreed_on: '2026-05-07', should_be_placed_on: '2026-06-30', placement_order_on: '2026-08-20', birth_date: '2020-02-11', sex: 'F', ethnicity: 'MWBC', sibling_group: derivedId(ada, 'group'),
      disabilities: ['MOB'], stated_reasons: ['sibling-group'], restricted: false,
    });
    expect(rows.find(({ child_id }) => child_id !== ada)).toMatchObject({ status: 'left-care', since: '2026-03-02' });
  });

  it('follow corrections, a milestone and a restriction, and are the same when made anew', async () => {
    const told = new Told(STAFFORDSHIRE, '2026-09-21');
    const { told: before, ada } = lives();
    const order = before.events.find(({ data }) => (data as { fact?: string }).fact === 'adoption.court-authority-obtained');
    told.on('2026-09-22');
    // Ids of told events go on after those told before.
    told.events.push(...before.events);
    told.tell('locality-hub.outside-fact-recorded', ada, '2026-08-20', { childId: ada, fact: 'adoption.court-authority-obtained', on: day('2026-08-20'), source: 'ssda903' }, { ...(order ? { corrects: order } : {}), withdrawn: true });
    told.tell('locality-hub.permanence-milestone-moved', ada, '2026-09-20', { planId: derivedId(ada, 'plan'), childId: ada, code: 'family-finding', doneOn: day('2026-09-18') });
    told.tell('locality-hub.record-restriction-changed', ada, '2026-09-21', { childId: ada, restricted: true });
    await hear(told);
    const rows = await entries();
    expect(rows.find(({ child_id }) => child_id === ada)).toMatchObject({ status: 'family-finding', since: '2026-09-18', placement_order_on: null, family_finding_on: '2026-09-18', restricted: true, next_code: null });
    await region.in(STAFFORDSHIRE, (tx) => refreshEntries(tx, STAFFORDSHIRE, 'all'));
    expect(await entries()).toEqual(rows);
  });

  it('go with the facts', async () => {
    await region.in(STAFFORDSHIRE, (tx) => clearFacts(tx, STAFFORDSHIRE));
    expect(await entries()).toEqual([]);
  });
});
