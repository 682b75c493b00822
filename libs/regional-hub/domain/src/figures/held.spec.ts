import { LocalDate, Month } from '@permanence/kernel/values';
import { isProvisional, knownThenOn } from './as-known.js';
import type { RecordsSince } from '../indicators/definition.js';
import { type Held, type HeldModule, type KeptRecord, type Needs, dayCounted, firstDayNeeded, holdingOf, isHeldOn, monthsHeld } from './held.js';

const day = LocalDate;
const collection = (year: number, completeTo = `${year}-03-31`, modules = ['Episodes', 'Reviews', 'PlacedAdoption']): HeldModule[] => modules.map((module) => ({ year, module, completeTo: day(completeTo) }));
const TODAY = day('2026-10-05');
const files = (modules: readonly HeldModule[], records: readonly KeptRecord[] = [], population = false): Held => ({ modules, records, population });
const needs = (...modules: Needs['modules'][number][]): Needs => ({ modules, period: 'month-end' });
const keeping = (since: RecordsSince): Needs => ({ ...needs('Episodes'), records: { kinds: ['visits', 'health'], since } });

describe('what is held (ssda903-import.md, What a figure may claim)', () => {
  const held = [...collection(2019), ...collection(2021), ...collection(2022, '2021-09-30')];

  it('runs from April of the first collection to the horizon', () => {
    expect(holdingOf(held)).toEqual({ firstMonth: '2018-04', completeTo: '2021-09-30', yearsMissing: [2020] });
    expect(holdingOf([])).toBeUndefined();
  });

  it.each([
    ['2018-03-31', false], ['2018-04-30', true], ['2019-03-31', true], ['2019-04-30', false], ['2020-03-31', false], ['2020-04-30', true], ['2021-09-30', true], ['2021-10-31', false],
  ])('on %s: %s; a collection left out between two is not held', (on, is) => expect(isHeldOn(files(held), needs('Episodes'), day(on))).toBe(is));

  it('is not held for an indicator whose module was not loaded', () => {
    const some = [...collection(2021), ...collection(2022, '2022-03-31', ['Episodes'])];
    expect(isHeldOn(files(some), needs('Episodes', 'Reviews'), day('2021-03-31'))).toBe(true);
    expect(isHeldOn(files(some), needs('Episodes', 'Reviews'), day('2021-04-30'))).toBe(false);
    expect(isHeldOn(files(some), needs('Episodes'), day('2021-04-30'))).toBe(true);
  });

  it('is moved by episodes only', () => expect(holdingOf([...collection(2021), ...collection(2022, '2022-03-31', ['Reviews'])])?.completeTo).toBe('2021-03-31'));

  it('lists the months, the gap left out', () => {
    const months = monthsHeld(files(held), needs('Episodes'), TODAY);
    expect([months.length, months[0], months[11], months[12], months.at(-1)]).toEqual([30, '2018-04', '2019-03', '2020-04', '2021-09']);
  });

  it('counts the month in progress to today', () => {
    const now = collection(2027, '2026-10-05');
    expect(monthsHeld(files(now), needs('Episodes'), TODAY).at(-1)).toBe('2026-10');
    expect(monthsHeld(files(now), needs('Episodes'), day('2026-10-06')).at(-1)).toBe('2026-09');
    expect(dayCounted(Month('2026-10'), TODAY)).toBe('2026-10-05');
    expect(dayCounted(Month('2026-09'), TODAY)).toBe('2026-09-30');
  });
});

describe('what is held of the council’s own record (kpi.md convention 13)', () => {
  const year = [...collection(2026), ...collection(2027, '2026-10-05')];
  const kept = (visits: string, health: string): Held => files(year, [{ kind: 'visits', from: day(visits) }, { kind: 'health', from: day(health) }]);

  it.each<[RecordsSince, string, string]>([
    ['day', '2026-09-30', '2026-09-30'], ['month', '2026-09-30', '2026-09-01'], ['6-months', '2026-09-30', '2026-04-01'], ['12-months', '2026-09-30', '2025-10-01'],
    ['year', '2026-09-30', '2026-04-01'], ['month-before-year', '2026-09-30', '2026-03-01'], ['12-months', '2024-02-29', '2023-03-01'], ['6-months', '2026-08-31', '2026-03-01'],
  ])('a figure that looks back to %s needs, on %s, all since %s', (since, on, first) => expect(firstDayNeeded(since, day(on))).toBe(first));

  it.each<[RecordsSince, string]>([['day', '2026-09-30'], ['month', '2026-09-01'], ['year', '2026-04-01'], ['12-months', '2025-10-01']])('%s: held when every kind is kept since %s, not a day later', (since, first) => {
    const later = day(first.replace(/\d\d$/, (last) => (last === '30' ? '31' : '02')).replace('09-31', '10-01'));
    expect(isHeldOn(kept(first, first), keeping(since), day('2026-09-30'))).toBe(true);
    expect(isHeldOn(kept('2020-01-01', later), keeping(since), day('2026-09-30'))).toBe(false);
    expect(isHeldOn(files(year, [{ kind: 'visits', from: day('2020-01-01') }]), keeping(since), day('2026-09-30'))).toBe(false);
  });

  it('needs the files too', () => expect(isHeldOn(kept('2020-01-01', '2020-01-01'), keeping('day'), day('2026-10-31'))).toBe(false));

  it('an annual figure is of 31 March alone', () => {
    const annual: Needs = { ...needs('Episodes'), period: 'annual' };
    expect(monthsHeld(files(year), annual, TODAY)).toEqual(['2026-03']);
    expect(isHeldOn(files(year), annual, day('2026-09-30'))).toBe(false);
  });

  it('a rate needs the population', () => {
    const rate: Needs = { ...needs('Episodes'), population: true };
    expect([isHeldOn(files(year), rate, day('2026-09-30')), isHeldOn(files(year, [], true), rate, day('2026-09-30'))]).toEqual([false, true]);
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
