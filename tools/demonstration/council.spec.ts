import { createHash } from 'node:crypto';
import { LocalDate } from '@permanence/kernel/values';
import { makeCouncil } from './council.js';
import { DEMONSTRATION } from './demonstration.js';
import { everything, lookedAfter, rowsIn, rowsOfYear } from './reading.fixture.js';

const TODAY = LocalDate('2026-11-24');
const small = { authority: 'E06000051', seed: 1, today: TODAY, lookedAfterNow: 60 } as const;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a council of the demonstration', () => {
  it('is the same for the same seed, and another for another', () => {
    const first = hash(everything(makeCouncil(small)));
    expect(hash(everything(makeCouncil(small)))).toBe(first);
    expect(hash(everything(makeCouncil({ ...small, seed: 2 })))).not.toBe(first);
  });

  it.each(DEMONSTRATION)('looks after $lookedAfterNow children now in $folder', ({ authority, lookedAfterNow }) => {
    const running = makeCouncil({ authority, seed: 1, today: TODAY, lookedAfterNow }).years.at(-1);
    expect(running?.asAt).toBe(TODAY);
    const rows = running?.files.filter(({ name }) => name === 'episodes.csv').flatMap(rowsIn) ?? [];
    expect(lookedAfter(rows, TODAY).size).toBe(lookedAfterNow);
  });

  it.each(['2020-02-29', '2024-03-31', '2024-04-01', '2026-09-30', '2029-12-31'])('can be made for %s at any size', (day) => {
    for (const lookedAfterNow of [1, 25]) {
      const council = makeCouncil({ ...small, today: LocalDate(day), lookedAfterNow });
      expect(council.years).toHaveLength(7);
      const running = council.years.at(-1);
      expect(running?.asAt).toBe(day);
      expect(lookedAfter(rowsOfYear(running ?? { year: 0, files: [] }), day).size).toBe(lookedAfterNow);
    }
  });

  it('sends the modules that each collection knows, six complete years and the year so far', () => {
    const { years } = makeCouncil(small);
    const names = (year: number): string[] => years.find((each) => each.year === year)?.files.map(({ name }) => name) ?? [];
    expect(years.map(({ year, asAt }) => [year, asAt])).toEqual([...[2021, 2022, 2023, 2024, 2025, 2026].map((year) => [year, undefined]), [2027, TODAY]]);
    expect(names(2023)).not.toContain('sw_episodes.csv');
    expect(names(2024)).toContain('sw_episodes.csv');
    expect(names(2026)).not.toContain('dolo.csv');
    expect(names(2027)).toContain('dolo.csv');
    expect(names(2027)).not.toContain('oc2.csv');
  });

  it('grows slowly: each year ends within a tenth of today’s number', () => {
    const { years } = makeCouncil({ ...small, lookedAfterNow: 377 });
    for (const year of years.filter(({ asAt }) => asAt === undefined)) {
      const held = lookedAfter(rowsOfYear(year), `${year.year}-03-31`).size;
      expect(held).toBeGreaterThan(377 * 0.9);
      expect(held).toBeLessThanOrEqual(377);
    }
  });

  it('names every child of its files once, brothers and sisters by one group', () => {
    const council = makeCouncil(small);
    const named = rowsIn(council.names).map(({ cells }) => cells);
    const headers = new Set(council.years.flatMap(({ files }) => files.filter(({ name }) => name === 'header.csv').flatMap(rowsIn)).map(({ cells }) => cells['CHILD']));
    expect(new Set(named.map(({ CHILD }) => CHILD))).toEqual(headers);
    expect(named).toHaveLength(headers.size);
    expect(named.every(({ FORENAME, SURNAME }) => FORENAME !== '' && SURNAME !== '')).toBe(true);
    const groups = named.map(({ SIBLING_GROUP }) => SIBLING_GROUP).filter((group) => group !== '');
    expect(groups.length).toBeGreaterThan(new Set(groups).size);
  });

  it('refuses an authority that is not one of the four', () => {
    expect(() => makeCouncil({ ...small, authority: 'E06000001' })).toThrow(RangeError);
  });
});
