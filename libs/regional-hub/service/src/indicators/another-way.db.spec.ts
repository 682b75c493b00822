import fc from 'fast-check';
import { LocalDate, addDays, addMonths, ageOn, financialYearStart } from '@permanence/kernel/values';
import { Region, STAFFORDSHIRE } from '../region.fixture.js';
import { Told } from '../told.fixture.js';

/** A life, in days since 1 January 2022. Periods of care, and in each its stays, one after the other. */
type Stay = Readonly<{ type: string; provider: string; from: number; to?: number; continues?: number; asked: boolean }>;
type Care = Readonly<{ from: number; to?: number; reason: string; stays: readonly Stay[]; reviews: readonly Readonly<{ on: number; code: string }>[] }>;
type Life = Readonly<{ born: LocalDate; care: readonly Care[] }>;

const day = (n: number): LocalDate => addDays(LocalDate('2022-01-01'), n);
const LAST = 1700;

type Drawn = Readonly<{ days: number; type: string; provider: string; same: boolean; asked: boolean }>;

/** Stays one after the other from the first day to the last, which is open when care is. */
const inARow = (drawn: readonly Drawn[], from: number, to: number | undefined): Stay[] => {
  const starts = [from];
  for (const { days: length } of drawn.slice(0, -1)) starts.push(starts.at(-1)! + length);
  const begun = starts.filter((start) => start < (to ?? LAST));
  return begun.map((start, i): Stay => {
    const { type, provider, same, asked } = drawn[i]!;
    const end = begun[i + 1] ?? to;
    return { type, provider, asked, from: start, ...(end === undefined ? {} : { to: end }), ...(same && i > 0 ? { continues: begun[i - 1]! } : {}) };
  });
};

const length = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 100 }) }, { weight: 1, arbitrary: fc.integer({ min: 750, max: 1200 }) });

const stays = (from: number, to: number | undefined): fc.Arbitrary<Stay[]> =>
  fc.array(fc.record({ days: length, type: fc.constantFrom('U6', 'U4', 'U1', 'K2', 'P1', 'U5'), provider: fc.constantFrom('PR1', 'PR4', 'PR5'), same: fc.boolean(), asked: fc.boolean() }), { minLength: 1, maxLength: 6 })
    .map((drawn) => inARow(drawn, from, to));

const life: fc.Arbitrary<Life> = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.oneof(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 900, max: 2000 })), fc.constantFrom('E4A', 'E13', 'E45', 'E11', 'E3')), { minLength: 1, maxLength: 4 }).chain((turns) => {
  const periods: { from: number; to?: number; reason: string }[] = [];
  for (const [gap, length, reason] of turns) {
    const previous: number | undefined = periods.length === 0 ? -400 : periods.at(-1)!.to;
    if (previous === undefined) break;
    const from = previous + gap;
    if (from >= LAST - 1) break;
    periods.push({ from, reason, ...(from + length < LAST ? { to: from + length } : {}) });
  }
  return fc.record({
    born: fc.integer({ min: 0, max: 6000 }).map((n) => addDays(LocalDate('2005-01-01'), n)),
    care: fc.tuple(...periods.map((period) => fc.record({
      from: fc.constant(period.from), to: fc.constant(period.to), reason: fc.constant(period.reason), stays: stays(period.from, period.to),
      reviews: fc.array(fc.record({ on: fc.integer({ min: period.from, max: (period.to ?? LAST) - 1 }), code: fc.constantFrom('PN0', 'PN1', 'PN3', 'PN7') }), { maxLength: 5 })
        .map((held) => [...new Map(held.map((each) => [each.on, each])).values()]),
    }))) as fc.Arbitrary<Care[]>,
  });
});

const tell = (told: Told, { born, care }: Life, name: string): void => {
  const child = told.child(name).born(born);
  for (const period of care) {
    child.inCare(day(period.from), period.to === undefined ? {} : { to: day(period.to), reason: period.reason });
    for (const stay of period.stays)
      child.stay(stay.type, day(stay.from), { provider: stay.provider, ...(stay.to === undefined ? {} : { to: day(stay.to) }), ...(stay.continues === undefined ? {} : { continues: day(stay.continues) }), ...(stay.asked ? { unplannedByCarer: true } : {}) });
    for (const { on, code } of period.reviews) child.review(day(on), { participation: code });
  }
};

const covers = ({ from, to }: Readonly<{ from: number; to?: number }>, on: LocalDate): boolean => day(from) <= on && (to === undefined || day(to) > on);
const isFoster = ({ type }: Stay): boolean => type.startsWith('U');

/** The first stay of the chain of the same carers, by its first day. */
const chainOf = (stay: Stay, care: Care): number => {
  const before = care.stays.find(({ from }) => from === stay.continues);
  return before === undefined ? stay.from : chainOf(before, care);
};

const placementsIn = (one: Life, from: LocalDate, on: LocalDate): number =>
  new Set(one.care.flatMap((care) => care.stays.filter((stay) => isFoster(stay) && day(stay.from) <= on && (stay.to === undefined || day(stay.to) > from)).map((stay) => chainOf(stay, care)))).size;

const wentHome = (one: Life, on: LocalDate, months: number): readonly Care[] => {
  const closes = addMonths(on, -months);
  return one.care.filter(({ to, reason }) => to !== undefined && ['E4A', 'E13'].includes(reason) && day(to) <= closes && day(to) >= addMonths(addDays(closes, 1), -12));
};

const cameBack = (one: Life, { to }: Care, months: number): boolean => one.care.some(({ from }) => from > to! && day(from) <= addMonths(day(to!), months));

/** Numerator and denominator of each indicator, child by child and day by day. */
const counted = (lives: readonly Life[], on: LocalDate): Record<string, [number, number]> => {
  const year = financialYearStart(on);
  const inYear = (n: number | undefined): boolean => n !== undefined && day(n) >= year && day(n) <= on;
  const size = (keep: (one: Life) => boolean, among: readonly Life[] = lives): number => among.filter(keep).length;
  const inCare = lives.filter(({ care }) => care.some((period) => covers(period, on)));
  const homes = inCare.flatMap(({ care, born }) => care.filter((period) => covers(period, on)).flatMap((period) => period.stays.filter((stay) => covers(stay, on)).map((stay) => ({ stay, period, born }))));
  const fostered = homes.filter(({ stay }) => isFoster(stay));
  const settled = fostered.filter(({ period, born }) => ageOn(born, on) < 16 && day(period.from) <= addMonths(on, -30));
  const own = fostered.filter(({ stay }) => stay.provider === 'PR1').length;
  const exits = lives.filter(({ care }) => care.some(({ to }) => inYear(to)));
  const reviews = lives.flatMap(({ care, born }) => care.flatMap((period) => period.reviews.filter((review) => inYear(review.on) && ageOn(born, day(review.on)) >= 4).map((review) => ({ ...review, born }))));
  const home = (months: number): [number, number] => {
    const cohort = lives.filter((one) => wentHome(one, on, months).length > 0);
    return [size((one) => wentHome(one, on, months).some((care) => cameBack(one, care, months)), cohort), cohort.length];
  };
  const endings = lives.flatMap(({ care }) => care.flatMap((period) => period.stays.filter((stay) => isFoster(stay) && stay.asked && inYear(stay.to)))).length;
  return {
    'cla-number-looked-after': [inCare.length, inCare.length],
    'fos-in-house-percentage': [own, fostered.length],
    'fos-agency-percentage': [fostered.length - own, fostered.length],
    'fos-stability-long-term-percentage': [settled.filter(({ stay, period }) => day(chainOf(stay, period)) <= addMonths(on, -24)).length, settled.length],
    'fos-three-or-more-placements-percentage': [size((one) => placementsIn(one, year, on) >= 3, inCare), inCare.length],
    'fos-unplanned-endings-carer-request': [endings, endings],
    'fos-review-participation-percentage': [reviews.filter(({ code }) => code === 'PN1' || code === 'PN3').length, reviews.length],
    'sgo-share-of-care-exits-percentage': [size(({ care }) => care.some(({ to, reason }) => inYear(to) && reason === 'E45'), exits), exits.length],
    'rth-re-entry-within-6-months': home(6),
    'rth-re-entry-within-12-months': home(12),
  };
};

describe('200 lives, counted in SQL and counted child by child', () => {
  const lives = fc.sample(life, { numRuns: 200, seed: 2026 });
  let region: Region;
  beforeAll(async () => {
    region = await Region.open();
    const told = new Told(STAFFORDSHIRE, '2026-10-01');
    lives.forEach((one, i) => tell(told, one, `child ${i}`));
    await region.hear(STAFFORDSHIRE, told.events);
  });
  afterAll(() => region.close());

  const days = ['2022-02-28', '2022-03-31', '2022-04-30', '2023-08-31', '2024-02-29', '2024-03-31', '2025-06-30', '2026-04-30', '2026-08-31'];

  const expected = new Map(days.map((on) => [on, counted(lives, LocalDate(on))]));

  it('have something to count for each', () => {
    const inSome = (id: string): boolean => days.some((on) => expected.get(on)![id]![0] > 0);
    expect(Object.keys(expected.get(days[0]!)!).filter((id) => !inSome(id))).toEqual([]);
  });

  it.each(days)('come to the same on %s', async (on) => {
    const found: Record<string, [number, number]> = {};
    for (const id of Object.keys(expected.get(on)!)) found[id] = await region.share(id, STAFFORDSHIRE, on);
    expect(found).toEqual(expected.get(on));
  });
});
