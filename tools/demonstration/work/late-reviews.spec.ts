import { LocalDate } from '@permanence/kernel/values';
import { type DemonstrationCouncil, makeCouncil } from '../council.js';
import { codesIn } from '../load-year.js';
import { LATE_COUNCIL, asFirstSent, collectionOfLate, frozenMonths } from './late-reviews.js';

const TODAY = LocalDate('2026-11-24');
const make = (authority: string): DemonstrationCouncil => makeCouncil({ authority, seed: 1, today: TODAY, lookedAfterNow: 120, years: [2026, 2027] });
const linesOf = (council: DemonstrationCouncil): string[] => council.years.flatMap(({ year, files }) => files.flatMap(({ name, csv }) => [...csv()].map((line) => `${year} ${name} ${line.trimEnd()}`)));

describe('reviews that come late', () => {
  const council = make(LATE_COUNCIL);
  const all = linesOf(council);
  const first = linesOf(asFirstSent(council, TODAY));
  const late = all.filter((line) => !first.includes(line));

  it('are ten of the month that is frozen too soon, and nothing else is missing', () => {
    expect(late).toHaveLength(10);
    expect(late.every((line) => /^2027 reviews\.csv \w+,[\d/]+,\d\d\/09\/2026,/.test(line))).toBe(true);
    expect(first).toHaveLength(all.length - 10);
  });

  it('are of children of whom the collection before tells: a first review starts other dates', () => {
    const [before] = council.years;
    const known = before === undefined ? new Set<string>() : codesIn(before);
    expect(late.map((line) => line.split(' ')[2]?.split(',')[0] ?? '').filter((code) => !known.has(code))).toEqual([]);
  });

  it('are of one council', () => {
    const other = make('E06000020');
    expect(asFirstSent(other, TODAY)).toBe(other);
  });
});

describe('the months that are frozen', () => {
  it.each([
    ['2026-11-24', '2026-09', '2026-10', 2027], ['2026-11-01', '2026-09', '2026-10', 2027], ['2027-01-15', '2026-11', '2026-12', 2027], ['2027-05-10', '2027-03', '2027-04', 2027], ['2027-06-10', '2027-04', '2027-05', 2028], ['2027-04-05', '2027-02', '2027-03', 2027],
  ])('on %s are %s and %s, of the collection of %i', (today, tooSoon, afterwards, collection) => {
    expect(frozenMonths(LocalDate(today))).toEqual({ tooSoon, afterwards });
    expect(collectionOfLate(LocalDate(today))).toBe(collection);
  });
});
