import fc from 'fast-check';
import { dayCounted, knownThenOn, monthsHeld } from '@permanence/regional-hub/domain';
import { LocalDate, Month, type TenantId } from '@permanence/kernel/values';
import type { Envelope } from '@permanence/platform/messaging';
import { countsOn, keptCounts } from '../figures/counts.store.js';
import { heldModules, heldOf } from '../figures/held.store.js';
import { refreshFigures } from '../figures/refresh-figures.js';
import { DEFINITIONS, indicatorOf } from '../indicators/indicators.js';
import { Region, SHROPSHIRE, STAFFORDSHIRE, STOKE, TELFORD } from '../region.fixture.js';
import { Told } from '../told.fixture.js';
import { FACT_TABLES } from './fact-tables.js';
import { clearFacts } from './facts.store.js';

const TODAY = LocalDate('2026-10-05');
const NOW = { changeNo: 1, refreshedFor: null, heardFrom: null, isQuiet: true };

describe('the read model', () => {
  let region: Region;
  beforeAll(async () => {
    region = await Region.open();
  });
  afterAll(() => region.close());

  /** Every row of an authority's read model, in an order of its own. */
  const everything = (tenant: TenantId) => region.in(tenant, async (tx) => {
    const tables: unknown[] = [];
    for (const { name } of FACT_TABLES) tables.push([name, await tx.query<unknown[]>(`select * from ${name} where tenant_id = $1 order by event_id`, [tenant])]);
    return tables;
  });

  const empty = (tenant: TenantId) => region.in(tenant, (tx) => clearFacts(tx, tenant));

  const kept = (tenant: TenantId, basis: 'now' | 'then') => region.in(tenant, (tx) =>
    keptCounts(tx, { tenants: [tenant], indicators: DEFINITIONS.map(({ id }) => id), from: Month('2000-01'), to: Month('2030-01'), basis }));

  const refresh = (tenant: TenantId, today = TODAY) => refreshFigures((work) => region.in(tenant, work), { tenant, ...NOW }, today);

  const aLife = (tenant: TenantId): Told => {
    const told = new Told(tenant, '2026-04-20');
    told.collection(2026);
    const ada = told.child('Ada').born('2016-02-01').inCare('2025-05-06', { firstReviewDueOn: '2025-06-03' }).stay('U6', '2025-05-06', { provider: 'PR1' }).review('2025-06-02', { participation: 'PN1', nextDueOn: '2025-09-02' });
    const start = told.events.findLast(({ type }) => type === 'locality-hub.care-period-started')!;
    told.child('Ben').born('2012-01-01').inCare('2024-05-06', { to: '2025-12-01', reason: 'E45' });
    const order = told.child('Cal').step('adoption.order-made', '2026-01-10');
    told.on('2026-10-01');
    told.tell('locality-hub.care-period-started', ada.id, '2025-04-01', { ...(start.data as { carePeriodId: never; childId: never }), startKnown: false, legalStatus: 'C2', siblingGroupIds: [], uasc: false }, { corrects: start });
    told.child('Cal').step('adoption.order-made', '2026-01-10', {}, { corrects: order, withdrawn: true });
    told.collection(2027, '2026-09-30');
    return told;
  };

  it('told twice is as if told once', async () => {
    const { events } = aLife(STAFFORDSHIRE);
    await region.hear(STAFFORDSHIRE, events);
    const once = await everything(STAFFORDSHIRE);
    await region.hear(STAFFORDSHIRE, events);
    expect(await everything(STAFFORDSHIRE)).toEqual(once);
    await empty(STAFFORDSHIRE);
    await region.hear(STAFFORDSHIRE, events, 1);
    expect(await everything(STAFFORDSHIRE)).toEqual(once);
  });

  it('told in any order, in batches of any size, is the same', async () => {
    const { events } = aLife(STAFFORDSHIRE);
    await empty(STAFFORDSHIRE);
    await region.hear(STAFFORDSHIRE, events);
    const inOrder = await everything(STAFFORDSHIRE);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...events], { minLength: events.length }), fc.integer({ min: 1, max: events.length }), async (shuffled, batch) => {
        await empty(STAFFORDSHIRE);
        await region.hear(STAFFORDSHIRE, shuffled, batch);
        expect(await everything(STAFFORDSHIRE)).toEqual(inOrder);
      }),
      { numRuns: 15 },
    );
  });

  it('applies a correction from the day on which it was recorded, and not before', async () => {
    await region.hear(STOKE, aLife(STOKE).events);
    expect((await region.counts('cla-number-looked-after', STOKE, '2025-04-30', '2026-09-30')).numerator).toBe(1);
    expect((await region.counts('cla-number-looked-after', STOKE, '2025-04-30', '2026-10-01')).numerator).toBe(2);
    expect((await region.counts('ado-children-adopted', STOKE, '2026-03-31', '2026-09-30')).numerator).toBe(1);
    expect((await region.counts('ado-children-adopted', STOKE, '2026-03-31', '2026-10-01')).numerator).toBe(0);
    // A start that is only "on or before" a day has no first-review clock.
    expect(await region.share('cla-reviews-in-timescale-percentage', STOKE, '2026-03-31', '2026-09-30')).toEqual([1, 2]);
    expect(await region.share('cla-reviews-in-timescale-percentage', STOKE, '2026-03-31', '2026-10-01')).toEqual([0, 1]);
  });

  it('learns at the end of a day in England: an hour before midnight in summer is the day after in UTC terms', async () => {
    const told = new Told(TELFORD, '2026-07-01');
    const late = { recordedAt: '2026-07-01T22:59:59.999Z' };
    const next = { recordedAt: '2026-07-01T23:00:00.000Z' };
    told.child('late').inCare('2026-06-01');
    told.child('next').inCare('2026-06-01');
    const events = told.events.map((event, i): Envelope => ({ ...event, ...(i === 0 ? late : next) } as Envelope));
    await region.hear(TELFORD, events);
    expect((await region.counts('cla-number-looked-after', TELFORD, '2026-06-30', '2026-07-01')).numerator).toBe(1);
    expect((await region.counts('cla-number-looked-after', TELFORD, '2026-06-30', '2026-07-02')).numerator).toBe(2);
    await empty(TELFORD);
  });

  it('shows another authority nothing', async () => {
    await region.hear(SHROPSHIRE, aLife(SHROPSHIRE).events);
    await refresh(SHROPSHIRE);
    for (const table of [...FACT_TABLES.map(({ name }) => name), 'figure'])
      expect(await region.in(TELFORD, (tx) => tx.query(`select * from ${table}`))).toEqual([]);
    // Asked for the other authority's figure, the query finds nobody.
    const seen = await region.in(TELFORD, (tx) => countsOn(tx, indicatorOf('cla-number-looked-after'), [LocalDate('2026-03-31')], { tenant: SHROPSHIRE, asKnownOn: TODAY }));
    expect(seen[0]?.numerator).toBe(0);
  });

  it('keeps the figures that a count from scratch comes to, of every month held and no other', async () => {
    await empty(SHROPSHIRE);
    await region.hear(SHROPSHIRE, aLife(SHROPSHIRE).events);
    await refresh(SHROPSHIRE);
    const figures = await kept(SHROPSHIRE, 'now');
    const held = await region.in(SHROPSHIRE, (tx) => heldOf(tx, SHROPSHIRE, TODAY));
    for (const definition of DEFINITIONS) {
      const { id } = definition;
      const months = monthsHeld(held, definition, TODAY);
      expect([months.length, months[0], months.at(-1)]).toEqual(definition.records || definition.population ? [0, undefined, undefined] : [18, '2025-04', '2026-09']);
      const days = months.map((month) => dayCounted(month, TODAY));
      const counted = await region.in(SHROPSHIRE, (tx) => countsOn(tx, indicatorOf(id), days, { tenant: SHROPSHIRE, asKnownOn: TODAY }));
      const mine = figures.filter(({ indicator }) => indicator === id).map(({ day, numerator, regionalNumerator, denominator }) => ({ day, numerator, regionalNumerator, denominator }));
      const byDay = (a: { day: string }, b: { day: string }) => (a.day < b.day ? -1 : 1);
      expect(mine.sort(byDay)).toEqual(counted.sort(byDay));
    }
  });

  it('keeps what was known then only where something was: the months before the first file are not held', async () => {
    await empty(STOKE);
    await region.hear(STOKE, aLife(STOKE).events);
    await refresh(STOKE);
    // The first file came on 20 April 2026; March's tenth working day was the 16th, and April 2026 came with the second file, in October.
    expect(knownThenOn(Month('2026-03'))).toBe('2026-04-16');
    expect(await kept(STOKE, 'then')).toEqual([]);
    await refresh(STOKE, LocalDate('2026-10-20'));
    const then = await kept(STOKE, 'then');
    expect([...new Set(then.map(({ month }) => month))]).toEqual(['2026-09']);
    expect(then).toHaveLength(23);
  });

  it('drops the figures of a month that is no longer held', async () => {
    await empty(STOKE);
    const told = new Told(STOKE, '2026-04-20');
    const loaded = told.collection(2026);
    told.child('Ada').inCare('2025-05-06');
    await region.hear(STOKE, told.events);
    await refresh(STOKE);
    expect((await kept(STOKE, 'now')).length).toBe(12 * 23);
    told.on('2026-04-21').tell('locality-hub.collection-loaded', loaded.streamId, '2026-03-31', { year: 2026, modules: ['Episodes'], complete: true, completeTo: LocalDate('2026-03-31') }, { corrects: loaded });
    await region.hear(STOKE, told.events);
    await refresh(STOKE);
    expect(new Set((await kept(STOKE, 'now')).map(({ indicator }) => indicator)).size).toBe(17);
  });

  it('a later load of a year in progress replaces its day', async () => {
    await empty(STOKE);
    const told = new Told(STOKE, '2026-07-01');
    told.collection(2027, '2026-06-30');
    told.on('2026-10-01').collection(2027, '2026-09-30', ['Episodes']);
    await region.hear(STOKE, told.events);
    const held = (on: string) => region.in(STOKE, (tx) => heldModules(tx, STOKE, LocalDate(on)));
    const episodes = async (on: string) => (await held(on)).find(({ module }) => module === 'Episodes');
    expect(await episodes('2026-06-30')).toBeUndefined();
    expect(await episodes('2026-09-30')).toEqual({ year: 2027, module: 'Episodes', completeTo: '2026-06-30', firstRecordedOn: '2026-07-01' });
    expect(await episodes('2026-10-01')).toEqual({ year: 2027, module: 'Episodes', completeTo: '2026-09-30', firstRecordedOn: '2026-07-01' });
  });
});
