import { addDays, LocalDate } from '@permanence/kernel/values';
import fc from 'fast-check';
import { canonical, isReadable, readDate, readPartialDate } from './cells.js';

const written = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
const days = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays(LocalDate('1900-01-01'), count));

describe('a date', () => {
  it('is read as the day that was written', () => {
    fc.assert(fc.property(days, (day) => expect(readDate(written(day))).toBe(day)));
  });

  it('is a day of the calendar or nothing', () => {
    const parts = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1678, max: 2300 }));
    fc.assert(fc.property(parts, ([day, month, year]) => {
      const text = `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
      const utc = new Date(Date.UTC(year, month - 1, day));
      const isDay = utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
      expect(readDate(text)).toBe(isDay ? utc.toISOString().slice(0, 10) : undefined);
    }));
  });

  it.each(['1/4/2020', '2020-04-01', '01-04-2020', '01/04/20', '01/04/2020 ', '29/02/2021', '00/01/2020', '01/04/0202', 'O1/04/2020', '01/0:/2020', ''])('is not read from %j', (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it.each([
    ['12/05/2020', '2020-05-12'],
    ['ZZ/05/2020', '2020-05'],
    ['ZZ/ZZ/2021', '2021'],
    ['ZZ/ZZ/ZZZZ', 'unknown'],
    ['ZZ/13/2020', undefined],
    ['ZZ/05/ZZZZ', undefined],
    ['12/ZZ/2020', undefined],
    ['ZZ/ZZ/20', undefined],
  ])('of which parts are unknown: %s', (text, read) => {
    expect(readPartialDate(text)).toBe(read);
  });
});

describe('one value in several writings', () => {
  it.each([
    ['SEX', '1', 'M'], ['SEX', '2', 'F'], ['SEX', '2.0', 'F'], ['SEX', 'F', 'F'], ['SEX', 'X', 'X'],
    ['MOTHER', '1.0', '1'], ['CONVICTED', '0.0', '0'], ['NB_ADOPTR', '2.0', '2'], ['SDQ_SCORE', '12.0', '12'],
    ['PL_POST', 'A.0', 'A.0'], ['CHILD', '1.0', '1.0'],
  ])('%s %s is %s', (column, text, value) => {
    expect(canonical(column, text)).toBe(value);
  });
});

describe('a cell that can be read', () => {
  it.each([
    ['DOB', '15/03/2012', true], ['DOB', '15/3/2012', false], ['DOB', '', true],
    ['CIN', 'N1', true], ['CIN', 'N9', false],
    ['SDQ_SCORE', '0', true], ['SDQ_SCORE', '40', true], ['SDQ_SCORE', '41', false], ['SDQ_SCORE', '-1', false], ['SDQ_SCORE', '1.5', false],
    ['LA_PERM', '860', true], ['LA_PERM', 'WAL', true], ['LA_PERM', '86', false], ['LA_PERM', 'ABC', false],
    ['DATE_PERM', 'ZZ/05/2020', true], ['DATE_PERM', '05/2020', false],
    ['PL_POST', 'anything', true],
  ])('%s %j: %s', (column, text, expected) => {
    expect(isReadable(column, text)).toBe(expected);
  });
});
