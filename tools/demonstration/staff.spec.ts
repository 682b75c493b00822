import { LocalDate } from '@permanence/kernel/values';
import { COUNCILS } from './councils.js';
import { makeCouncil } from './council.js';
import { rowsIn } from './reading.fixture.js';

const TODAY = LocalDate('2026-11-24');

const caseloads = (authority: string): ReadonlyMap<string, number> => {
  const loads = new Map<string, number>();
  const running = makeCouncil({ authority, seed: 1, today: TODAY, lookedAfterNow: 300 }).years.at(-1);
  for (const { cells } of running?.files.filter(({ name }) => name === 'sw_episodes.csv').flatMap(rowsIn) ?? []) {
    if (cells['SW_DEC'] === '') loads.set(cells['SW_ID'] ?? '', (loads.get(cells['SW_ID'] ?? '') ?? 0) + 1);
  }
  return loads;
};

describe('the staff of a council', () => {
  it.each(COUNCILS.map(({ authority, name, signIn, teams }) => ({ authority, name, signIn, teams })))('of $name has its two workers who sign in, in the first team', ({ authority, signIn, teams }) => {
    const { workers } = makeCouncil({ authority, seed: 1, today: TODAY, lookedAfterNow: 40 });
    expect(workers.slice(0, 2)).toEqual(signIn.map((person) => ({ ...person, team: teams[0] })));
    expect(new Set(workers.map(({ registration }) => registration)).size).toBe(workers.length);
    expect(workers.every(({ registration, team }) => /^SW\d{6}$/.test(registration) && teams.includes(team))).toBe(true);
  });

  it('shares all children: 14 to 18 each for those two, 12 to 20 for everybody', () => {
    for (const { authority, signIn } of COUNCILS) {
      const loads = caseloads(authority);
      const own = signIn.map(({ registration }) => loads.get(registration) ?? 0);
      expect(Math.min(...own)).toBeGreaterThanOrEqual(14);
      expect(Math.max(...own)).toBeLessThanOrEqual(18);
      expect(Math.min(...loads.values())).toBeGreaterThanOrEqual(12);
      expect(Math.max(...loads.values())).toBeLessThanOrEqual(20);
      expect([...loads.values()].reduce((sum, load) => sum + load, 0)).toBe(300);
    }
  });
});
