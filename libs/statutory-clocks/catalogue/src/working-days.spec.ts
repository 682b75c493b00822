import fc from 'fast-check';
import { LocalDate, addDays } from '@permanence/kernel/values';
import { addWorkingDays, bankHolidaysOf, isWorkingDay, workingDaysBetween } from './working-days.js';
import { KEPT_IN_ENGLAND } from './kept-in-england.fixture.js';

const aDay = fc.integer({ min: 0, max: 9000 }).map((n) => addDays(LocalDate('2005-01-01'), n));
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

describe('bank holidays of England', () => {
  it.each(Object.entries(KEPT_IN_ENGLAND))('%s: those kept on working weekdays are those published', (year, kept) => {
    expect([...bankHolidaysOf(year)].filter((day) => weekday(day) % 6 !== 0).sort()).toEqual(kept.map((day) => `${year}-${day}`));
  });

  it.each(['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08'])('the special bank holiday of %s is no working day', (day) => {
    expect(isWorkingDay(LocalDate(day))).toBe(false);
  });

  it.each(['2020-05-04', '2022-05-30', '2012-05-28', '2002-05-27'])('the usual day of a moved holiday, %s, is a working day', (day) => {
    expect(isWorkingDay(LocalDate(day))).toBe(true);
  });
});

describe('working days', () => {
  it('counts from day 0 and steps over Good Friday, Easter Monday and May Day (kpi.md example 7)', () => {
    expect(addWorkingDays(LocalDate('2026-04-02'), 20)).toBe('2026-05-05');
    expect(addWorkingDays(LocalDate('2026-08-20'), 20)).toBe('2026-09-18');
  });

  it('counts a month’s tenth working day, the end of "as known then"', () => {
    expect(addWorkingDays(LocalDate('2026-03-31'), 10)).toBe('2026-04-16');
  });

  it('always lands on a working day', () =>
    fc.assert(fc.property(aDay, fc.integer({ min: 1, max: 40 }), (day, n) => isWorkingDay(addWorkingDays(day, n)))));

  it('is undone by counting', () =>
    fc.assert(fc.property(aDay, fc.integer({ min: 0, max: 40 }), (day, n) => workingDaysBetween(day, addWorkingDays(day, n)) === n)));

  it('adds up', () =>
    fc.assert(fc.property(aDay, fc.nat(20), fc.nat(20), (day, a, b) => addWorkingDays(addWorkingDays(day, a), b) === addWorkingDays(day, a + b))));

  it('never goes back when the day is later', () =>
    fc.assert(fc.property(aDay, fc.nat(30), fc.nat(25), (day, later, n) => addWorkingDays(day, n) <= addWorkingDays(addDays(day, later), n))));

  it.each([-1, 1.5])('refuses %s working days', (n) => expect(() => addWorkingDays(LocalDate('2026-01-05'), n)).toThrow(RangeError));
});
