import fc from 'fast-check';
import { LocalDate, addDays, addMonths, addMonthsTo, ageOn, collectionWindow, collectionYearOf, daysBetween, monthEnd, monthOf, Month } from './index.js';

const day = fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true }).map((d) => LocalDate(d.toISOString().slice(0, 10)));

describe('a day in England', () => {
  it('prints back what it accepts', () => fc.assert(fc.property(day, (d) => LocalDate(d) === d)));

  it.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-01-01T00:00:00Z'])('does not accept %s', (text) => {
    expect(() => LocalDate(text)).toThrow(TypeError);
  });

  it('adds and counts days without a loss', () => fc.assert(fc.property(day, fc.integer({ min: -9000, max: 9000 }), (d, n) => daysBetween(d, addDays(d, n)) === n)));

  it('clamps months to the last day of a shorter month', () => {
    expect(addMonths(LocalDate('2025-11-30'), 3)).toBe('2026-02-28');
    expect(addMonths(LocalDate('2023-08-31'), 6)).toBe('2024-02-29');
    expect(monthEnd(Month('2024-02'))).toBe('2024-02-29');
  });

  it('goes from month to month, and to the last day of one, as the calendar of days does', () =>
    fc.assert(fc.property(day, fc.integer({ min: -600, max: 600 }), (d, n) => {
      const first = LocalDate(`${monthOf(d)}-01`);
      return addMonthsTo(monthOf(d), n) === monthOf(addMonths(first, n)) && monthEnd(monthOf(d)) === addDays(addMonths(first, 1), -1);
    })));

  it('counts completed years, a leap-day birthday on 28 February in common years', () => {
    expect(ageOn(LocalDate('2010-09-30'), LocalDate('2026-09-29'))).toBe(15);
    expect(ageOn(LocalDate('2010-09-30'), LocalDate('2026-09-30'))).toBe(16);
    expect(ageOn(LocalDate('2012-02-29'), LocalDate('2026-02-28'))).toBe(14);
  });

  it('holds every day in exactly the collection that names it', () =>
    fc.assert(fc.property(day, (d) => {
      const { first, last } = collectionWindow(collectionYearOf(d));
      return first <= d && d <= last;
    })));
});
