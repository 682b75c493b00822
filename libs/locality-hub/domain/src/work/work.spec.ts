import { LocalDate } from '@permanence/kernel/values';
import { CLOCKS } from '@permanence/statutory-clocks/catalogue';
import { WORK_KINDS, clocksOfWork, workGroupOf, workKindOf } from './work.js';

const TODAY = LocalDate('2026-09-30');

describe('what a piece of work is about', () => {
  it.each([['C01', 'visits'], ['C11', 'visits'], ['C12', undefined], ['C13', 'reviews'], ['C17', undefined], ['C18', 'plan'], ['C22', 'health'], ['C27', 'learning'], ['C32', 'missing'], ['C36', 'return-home'], ['C39', 'leaving-care'], ['C48', undefined]] as const)('clock %s: %s', (clock, kind) => {
    expect(workKindOf(clock)).toBe(kind);
  });

  it('is one thing for every clock, and every kind has its clocks', () => {
    expect(WORK_KINDS.filter((kind) => clocksOfWork(kind).length === 0)).toEqual([]);
    const all = WORK_KINDS.flatMap(clocksOfWork);
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((id) => CLOCKS.some((clock) => clock.id === id))).toBe(true);
  });
});

describe('when it is to be done', () => {
  it.each([['2026-09-29', 'overdue'], ['2026-09-30', 'week'], ['2026-10-07', 'week'], ['2026-10-08', 'later']] as const)('due %s: %s', (dueOn, group) => {
    expect(workGroupOf(LocalDate(dueOn), TODAY)).toBe(group);
  });
});
