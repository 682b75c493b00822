import { AUTHORITIES } from '@permanence/contracts/partnership';
import { isFull } from '@permanence/testing/counts';
import fc from 'fast-check';
import { type ByCouncil, type Given, OtherCount, PLACES, answeredOf, countedIn, differences, uncounted } from './comparison.js';
import { type Day, plusDays } from './days.js';
import { FIRST_MONTH, LOADING_DAYS, TODAY } from './loadings.js';
import type { Logged } from './log.js';
import { COUNTERS, Recount } from './recount.js';
import { type CountedRegion, openCountedRegion } from './region.js';

/** Children looked after today in each council: in npm test as few as let every indicator count something in the region. */
const LOOKED_AFTER = isFull() ? 100 : 20;

/** Days on which something is known: every day may be drawn, and more often those on which files came in, the day before and the day after. */
const A_DAY = fc.oneof(
  { weight: 2, arbitrary: fc.noBias(fc.integer({ min: 0, max: 1690 })).map((days) => plusDays('2022-04-08', days)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...LOADING_DAYS), fc.noBias(fc.integer({ min: -1, max: 1 }))).map(([day, off]) => plusDays(day, off)) },
);

const SAMPLE = { numRuns: isFull() ? 30 : 3, seed: 3 };

/** How long the larger run may take over one step. */
const MOST_MS = 1_200_000;

describe('every figure of the demonstration councils, counted from the log by other code', () => {
  let region: CountedRegion;
  let other: OtherCount;
  let now: readonly Given[];
  let counted: ByCouncil;

  const answered = async (last: Day, how: string): Promise<Given[]> => {
    const all: Given[] = [];
    for (const place of PLACES) all.push(...(await answeredOf(region, place, last, how)));
    return all;
  };
  const from = (all: ByCouncil) => ({ place, id, month }: Given) => countedIn(all, place, id, month);

  beforeAll(async () => {
    region = await openCountedRegion(LOOKED_AFTER);
    other = new OtherCount(region.logOf);
    now = await answered(TODAY, `asKnownOn=${TODAY}`);
    counted = other.asKnownOn(TODAY);
  }, MOST_MS);
  afterAll(() => region?.stop(), 60_000);

  it('is there: every indicator, in each status, and each of them counts something in some month', () => {
    expect(uncounted(now)).toEqual([]);
    expect(new Set(now.map(({ figure }) => figure.status))).toEqual(new Set(['value', 'not-applicable', 'not-held']));
    const above = new Set(now.filter(({ place, figure }) => place === 'region' && (figure.numerator ?? 0) > 0).map(({ id }) => id));
    expect(Object.keys(COUNTERS).filter((id) => !above.has(id))).toEqual([]);
  });

  it('is the same as known now, in every month, council and in the region', () => {
    expect(differences(now, from(counted))).toEqual([]);
  });

  it('is the same as known then, on the tenth working day after each month', async () => {
    const then = await answered(TODAY, 'known=then');
    const days = new Map(then.map(({ month, knownThenOn }) => [month, knownThenOn]));
    const byMonth = new Map([...days].filter(([, day]) => day < TODAY).map(([month, day]) => [month, other.asKnownOn(day, month)]));
    expect(then.filter(({ figure }) => figure.status === 'value').length).toBeGreaterThan(100);
    expect(differences(then, (each) => countedIn(byMonth.get(each.month) ?? new Map(), each.place, each.id, each.month))).toEqual([]);
  });

  it('is the same as known on any of a sample of days', async () => {
    const held = new Map<Day, number>();
    await fc.assert(fc.asyncProperty(A_DAY, async (day) => {
      const given = await answered(day, `asKnownOn=${day}`);
      held.set(day, given.filter(({ figure }) => figure.status === 'value').length);
      expect(differences(given, from(other.asKnownOn(day)))).toEqual([]);
    }), SAMPLE);
    expect(Math.max(...held.values())).toBeGreaterThan(3_000);
  }, MOST_MS);

  describe('and would be found out if it were another: one council’s log, read with one mistake', () => {
    const [{ code }] = AUTHORITIES as readonly [(typeof AUTHORITIES)[0]];

    /** The indicators of the council that come to something else when its log is read in another way. */
    const changed = (asKnownOn: Day, read: (log: readonly Logged[]) => readonly Logged[]): readonly string[] => {
      const months = new Recount(code, PLACES, read(region.logOf(code))).asKnownOn(asKnownOn, FIRST_MONTH);
      const found = differences(now.filter(({ place }) => place === code), ({ id, month }) => months.get(month)?.get(id));
      return [...new Set(found.map((each) => each.slice(0, each.indexOf(' '))))];
    };
    /** Without what the first child of whom it says so, or the first collection, is told to be. */
    const without = (type: string, says: (data: Logged['data']) => boolean) => (log: readonly Logged[]): readonly Logged[] => {
      const first = log.find((event) => event.type === type && event.on > '2023-04-01' && says(event.data));
      return log.filter((event) => event.type !== type || event.stream !== first?.stream);
    };

    it.each([
      ['care-period-started', () => true, 'cla-number-looked-after'],
      ['placement-started', ({ provider }: Logged['data']) => provider === 'PR1', 'fos-in-house-count'],
      ['review-held', () => true, 'fos-review-participation-percentage'],
      ['statutory-visit-recorded', ({ nextDueOn }: Logged['data']) => nextDueOn !== undefined, 'cla-visits-in-timescale-percentage'],
      ['health-assessment-completed', ({ kind }: Logged['data']) => kind === 'initial', 'cla-initial-health-assessment-percentage'],
      ['placement-move-recorded', ({ late }: Logged['data']) => late === false, 'rec-placement-change-24h-percentage'],
      ['leaving-care-status-changed', ({ unit }: Logged['data']) => unit === 'permanency-hub', 'lvc-supported'],
      ['collection-loaded', ({ year }: Logged['data']) => year === 2024, 'ado-children-adopted'],
    ])('left out: %s', (type, says, id) => {
      expect(changed(TODAY, without(type, says))).toContain(id);
    });

    it('not mended: a correction read as a second fact', () => {
      const mended = changed(TODAY, (log) => log.map((event) => (event.type === 'placement-started' ? { ...event, corrects: null } : event)));
      expect(mended).toContain('rec-placement-change-24h-percentage');
    });
  });
});
