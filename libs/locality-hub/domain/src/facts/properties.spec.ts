import fc from 'fast-check';
import { addDays } from '@permanence/kernel/values';
import type { LocalDate } from '@permanence/kernel/values';
import type { StatedRow } from '../ssda903/modules.js';
import { carePeriods, legalStatuses, spanOn, stays } from './as-of.js';
import { changes } from './changes.js';
import { childRecords } from './child-records.js';
import type { Fact, KnownFact } from './fact.js';
import { factsOf } from './facts-of.js';
import { CHILD_ID, CONTEXT, day, episode, row } from './given-rows.fixture.js';
import { sameFact } from './same-fact.js';

const FIRST = day('2017-04-01');
const inFile = (date: LocalDate): string => date.split('-').reverse().join('/');
const dayAt = (offset: number): LocalDate => addDays(FIRST, offset);

const anEpisode = fc.record({
  year: fc.integer({ min: 2018, max: 2022 }), from: fc.integer({ min: 0, max: 120 }), days: fc.option(fc.integer({ min: 1, max: 90 })),
  RNE: fc.constantFrom('S', 'L', 'P', 'B', 'T', 'U', ''), LS: fc.constantFrom('V2', 'C2', 'E1', 'V3', 'V4'), PLACE: fc.constantFrom('U6', 'U4', 'K2', 'T1', 'A6'),
  PL_POST: fc.constantFrom('ST16 2LH', 'ST5 1AA'), REC: fc.constantFrom('X1', 'E4A', 'E12'),
}).map(({ year, from, days, ...cells }): StatedRow => episode(year, inFile(dayAt(from)), { ...cells, DEC: days === null ? '' : inFile(dayAt(from + days)) }));

const aReview = fc.record({ year: fc.integer({ min: 2018, max: 2022 }), on: fc.integer({ min: 0, max: 200 }) })
  .map(({ year, on }) => row('Reviews', year, { REVIEW: inFile(dayAt(on)), REVIEW_CODE: 'PN1' }));

/** A council states a key once a year: of one key and year the first is kept. */
const someRows = fc.array(fc.oneof({ weight: 4, arbitrary: anEpisode }, { weight: 1, arbitrary: aReview }), { minLength: 1, maxLength: 12 })
  .map((rows) => [...new Map(rows.map((stated) => [`${stated.module} ${stated.year} ${stated.key}`, stated])).values()]);

const factsOfAll = (rows: readonly StatedRow[]): Fact[][] => childRecords(rows).map((record) => factsOf(record, CHILD_ID, CONTEXT));
const days = Array.from({ length: 230 }, (_, offset) => dayAt(offset));
const plain = (facts: readonly Fact[]): string => JSON.stringify(facts);

describe('facts of any rows', () => {
  it('are the same in whatever order the rows were loaded', () => {
    fc.assert(fc.property(someRows.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))), ([rows, shuffled]) => {
      expect(factsOfAll(shuffled).map(plain)).toEqual(factsOfAll(rows).map(plain));
    }), { numRuns: 300 });
  });

  it('have one key each', () => {
    fc.assert(fc.property(someRows, (rows) => {
      for (const facts of factsOfAll(rows)) expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
    }), { numRuns: 300 });
  });

  it('have exactly one stay and one legal status on each day in care, and none on others', () => {
    fc.assert(fc.property(someRows, (rows) => {
      for (const facts of factsOfAll(rows)) {
        const [periods, homes, statuses] = [carePeriods(facts), stays(facts), legalStatuses(facts)];
        const covering = days.map((each) => [periods, homes, statuses].map((spans) => spans.filter((span) => spanOn([span], each) !== undefined).length).join());
        expect(covering.filter((counts) => counts !== '0,0,0' && counts !== '1,1,1')).toEqual([]);
      }
    }), { numRuns: 150 });
  });

  it('say looked after on a day exactly where a row of that record covers it that is no short break', () => {
    fc.assert(fc.property(someRows, (rows) => {
      for (const record of childRecords(rows)) {
        const newest = new Map([...record.rows].sort((a, b) => a.year - b.year).filter(({ module }) => module === 'Episodes').map(({ key, cells }) => [key, cells]));
        const iso = (text: string | undefined): string => (text ?? '').split('/').reverse().join('-');
        const care = [...newest.values()].filter(({ LS }) => LS !== 'V3' && LS !== 'V4').map(({ DECOM, DEC }) => ({ from: iso(DECOM), to: DEC === '' ? '9999' : iso(DEC) }));
        const counted = (each: LocalDate): boolean => care.some(({ from, to }) => from <= each && to > each);
        const periods = carePeriods(factsOf(record, CHILD_ID, CONTEXT));
        expect(days.filter((each) => spanOn(periods, each) !== undefined)).toEqual(days.filter(counted));
      }
    }), { numRuns: 150 });
  });

  it('come out of the log with the changes applied, whatever was logged before', () => {
    fc.assert(fc.property(someRows, someRows, (first, second) => {
      const before = logged(factsOfAll(first)[0] ?? []);
      const after = factsOfAll([...first, ...second.filter((stated) => !first.some(({ module, year, key }) => module === stated.module && year === stated.year && key === stated.key))])[0] ?? [];
      const applied = apply(before, after);
      expect([...applied].sort(byKey).every((fact, at) => sameFact(fact, [...after].sort(byKey)[at] as Fact))).toBe(true);
      expect(applied).toHaveLength(after.length);
      expect(changes(logged(applied), after)).toEqual([]);
    }), { numRuns: 200 });
  });
});

const logged = (facts: readonly Fact[]): KnownFact[] => facts.map((fact, at) => ({ ...fact, eventId: `a0000000-0000-4000-8000-${String(at).padStart(12, '0')}` as KnownFact['eventId'] }));

const apply = (before: readonly KnownFact[], after: readonly Fact[]): Fact[] => {
  const log = new Map<string, Fact>(before.map((fact) => [fact.eventId, fact]));
  const made = changes(before, after);
  for (const change of made) if (change.kind !== 'new') expect(log.delete(change.corrects)).toBe(true);
  return [...log.values(), ...made.filter(({ kind }) => kind !== 'withdrawn').map(({ fact }) => fact)];
};

const byKey = (a: Fact, b: Fact): number => (a.key < b.key ? -1 : 1);
