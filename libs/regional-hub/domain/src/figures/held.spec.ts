import { LocalDate, Month } from '@permanence/kernel/values';
import { isProvisional, knownThenOn } from './as-known.js';
import { type HeldModule, dayCounted, holdingOf, isHeldOn, monthsHeld } from './held.js';

const day = LocalDate;
const collection = (year: number, completeTo = `${year}-03-31`, modules = ['Episodes', 'Reviews', 'PlacedAdoption']): HeldModule[] => modules.map((module) => ({ year, module, completeTo: day(completeTo) }));
const TODAY = day('2026-10-05');

describe('what is held (ssda903-import.md, What a figure may claim)', () => {
  const held = [...collection(2019), ...collection(2021), ...collection(2022, '2021-09-30')];

  it('runs from April of the first collection to the horizon', () => {
    expect(holdingOf(held)).toEqual({ firstMonth: '2018-04', completeTo: '2021-09-30', yearsMissing: [2020] });
    expect(holdingOf([])).toBeUndefined();
  });

  it.each([
    ['2018-03-31', false], ['2018-04-30', true], ['2019-03-31', true], ['2019-04-30', false], ['2020-03-31', false], ['2020-04-30', true], ['2021-09-30', true], ['2021-10-31', false],
  ])('on %s: %s; a collection left out between two is not held', (on, is) => expect(isHeldOn(held, ['Episodes'], day(on))).toBe(is));

  it('is not held for an indicator whose module was not loaded', () => {
    const some = [...collection(2021), ...collection(2022, '2022-03-31', ['Episodes'])];
    expect(isHeldOn(some, ['Episodes', 'Reviews'], day('2021-03-31'))).toBe(true);
    expect(isHeldOn(some, ['Episodes', 'Reviews'], day('2021-04-30'))).toBe(false);
    expect(isHeldOn(some, ['Episodes'], day('2021-04-30'))).toBe(true);
  });

  it('is moved by episodes only', () => expect(holdingOf([...collection(2021), ...collection(2022, '2022-03-31', ['Reviews'])])?.completeTo).toBe('2021-03-31'));

  it('lists the months, the gap left out', () => {
    const months = monthsHeld(held, ['Episodes'], TODAY);
    expect([months.length, months[0], months[11], months[12], months.at(-1)]).toEqual([30, '2018-04', '2019-03', '2020-04', '2021-09']);
  });

  it('counts the month in progress to today', () => {
    const now = collection(2027, '2026-10-05');
    expect(monthsHeld(now, ['Episodes'], TODAY).at(-1)).toBe('2026-10');
    expect(monthsHeld(now, ['Episodes'], day('2026-10-06')).at(-1)).toBe('2026-09');
    expect(dayCounted(Month('2026-10'), TODAY)).toBe('2026-10-05');
    expect(dayCounted(Month('2026-09'), TODAY)).toBe('2026-09-30');
  });
});

describe('as known', () => {
  it('then is the tenth working day after the month', () => {
    expect(knownThenOn(Month('2026-03'))).toBe('2026-04-16');
    expect(knownThenOn(Month('2026-12'))).toBe('2027-01-15');
  });

  it('is provisional while the month is in progress, now or when it was known', () => {
    expect(isProvisional(Month('2026-10'), TODAY, TODAY)).toBe(true);
    expect(isProvisional(Month('2026-09'), TODAY, TODAY)).toBe(false);
    expect(isProvisional(Month('2026-09'), day('2026-09-15'), TODAY)).toBe(true);
    expect(isProvisional(Month('2026-09'), day('2026-09-30'), day('2026-09-30'))).toBe(true);
  });
});
