import { Instant, LocalDate, Month } from '@permanence/kernel/values';
import { dateAndTime, fullDate, longDate, monthYear, shortDate, tableDate, tableDateAndTime, timeOfDay } from './dates.js';
import { dueSentence, dueWords, lasting } from './due.js';
import { counted, inWords, listed, percent, whole } from './numbers.js';

const today = LocalDate('2026-03-03');

describe('dates in words', () => {
  it('says the weekday in text and shortens in tables', () => {
    expect(fullDate(today)).toBe('Tuesday 3 March 2026');
    expect(longDate(LocalDate('2018-06-09'))).toBe('9 June 2018');
    expect(tableDate(today)).toBe('Tue 3 Mar 2026');
    expect(shortDate(LocalDate('2025-02-04'))).toBe('4 Feb 2025');
    expect(monthYear(Month('2026-10'))).toBe('October 2026');
  });

  it.each([['2026-03-03T09:41:00Z', '9:41am'], ['2026-03-03T15:00:00Z', '3pm'], ['2026-07-03T22:59:00Z', '11:59pm'], ['2026-03-03T00:05:00Z', '12:05am'], ['2026-07-03T11:00:00Z', '12pm']])('says %s in England as %s', (instant, words) => {
    expect(timeOfDay(Instant(instant))).toBe(words);
  });

  it('puts an instant on the day it has in England', () => {
    expect(dateAndTime(Instant('2026-06-30T23:30:00Z'))).toBe('Wednesday 1 July 2026 at 12:30am');
    expect(tableDateAndTime(Instant('2026-03-03T09:41:00Z'))).toBe('Tue 3 Mar 2026, 9:41am');
  });
});

describe('what is due', () => {
  it.each([
    ['2026-02-28', '3 days late, was due Saturday 28 February 2026'],
    ['2026-03-02', '1 day late, was due Monday 2 March 2026'],
    ['2026-03-03', 'due today'],
    ['2026-03-04', 'due tomorrow, Wednesday 4 March 2026'],
    ['2026-03-09', 'in 6 days, Monday 9 March 2026'],
    ['2026-03-17', 'in 14 days, Tuesday 17 March 2026'],
    ['2026-03-18', 'in 2 weeks, Wednesday 18 March 2026'],
    ['2026-04-07', 'in 5 weeks, Tuesday 7 April 2026'],
  ])('by %s is "%s"', (day, words) => {
    expect(dueSentence(LocalDate(day), today)).toBe(words);
  });

  it('counts working days where the rule does', () => {
    expect(dueSentence(LocalDate('2026-03-05'), today, 2)).toBe('2 working days left, Thursday 5 March 2026');
    expect(dueSentence(LocalDate('2026-02-28'), today, null)).toBe('3 days late, was due Saturday 28 February 2026');
  });

  it('says in a word whether it is late', () => {
    expect(dueWords(LocalDate('2026-03-02'), today).late).toBe(true);
    expect(dueWords(today, today).late).toBe(false);
  });
});

describe('how long', () => {
  it.each([
    ['2023-03-14', '2023-03-17', '3 days'], ['2023-03-14', '2023-03-15', '1 day'], ['2023-07-01', '2023-08-01', '4 weeks'],
    ['2024-01-12', '2024-08-30', '7 months'], ['2024-08-30', '2026-11-24', '2 years 2 months'], ['2024-08-30', '2025-08-30', '1 year'], ['2024-08-31', '2026-02-28', '1 year 6 months'],
  ])('from %s to %s is %s', (from, to, words) => {
    expect(lasting(LocalDate(from), LocalDate(to))).toBe(words);
  });
});

describe('numbers in words', () => {
  it('groups, counts and rounds as people write', () => {
    expect(whole(11312)).toBe('11,312');
    expect(whole(-1200)).toBe('\u22121,200');
    expect(percent(37.5)).toBe('37.5%');
    expect(counted(1, 'child', 'children')).toBe('1 child');
    expect(counted(2741, 'child', 'children')).toBe('2,741 children');
    expect([inWords(6), inWords(12)]).toEqual(['six', '12']);
    expect(listed(['Shropshire', 'Staffordshire', 'Telford & Wrekin'])).toBe('Shropshire, Staffordshire and Telford & Wrekin');
  });
});
