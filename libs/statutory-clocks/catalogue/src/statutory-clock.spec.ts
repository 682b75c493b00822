import fc from 'fast-check';
import { LocalDate, addDays } from '@permanence/kernel/values';
import { CLOCKS, lengthOf } from './catalogue.js';
import { type Moved, type StatutoryClock, extendClock, meetClock, startClock, stateOn, voidClock } from './statutory-clock.js';

const day = LocalDate;
const clock = (moved: Moved): StatutoryClock => {
  if (!moved.ok) throw new Error(moved.refusal.code);
  return moved.clock;
};
const code = (moved: Moved) => (moved.ok ? 'ok' : moved.refusal.code);

const countedInDays = CLOCKS.map((c) => c.id).filter((id) => !['hours', undefined].includes(lengthOf(id).span?.unit));
const anyClock = fc.constantFrom(...countedInDays);
const anyDay = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(day('2015-01-01'), n));

describe('a statutory clock', () => {
  const firstReview = startClock('C13', day('2025-12-08'));

  it('runs to its due date and is overdue from the next day (T6)', () => {
    expect(stateOn(firstReview, day('2026-01-08'))).toBe('running');
    expect(stateOn(firstReview, day('2026-01-09'))).toBe('overdue');
  });

  it('is met on the due date, late the day after, and then stays as it is', () => {
    expect(clock(meetClock(firstReview, day('2026-01-08'))).status).toBe('met');
    const late = clock(meetClock(firstReview, day('2026-01-09')));
    expect(stateOn(late, day('2030-01-01'))).toBe('met-late');
    expect(code(meetClock(late, day('2026-01-10')))).toBe('CLOCK_NOT_RUNNING');
  });

  it('is not met before it started', () => expect(code(meetClock(firstReview, day('2025-12-07')))).toBe('CLOCK_MET_BEFORE_START'));

  it('is void when its reason is gone, and never overdue after that', () => {
    const left = clock(voidClock(firstReview, day('2025-12-20'), 'left care'));
    expect(stateOn(left, day('2026-06-01'))).toBe('void');
    expect(code(meetClock(left, day('2026-01-01')))).toBe('CLOCK_NOT_RUNNING');
    expect(code(extendClock(left, day('2026-02-01')))).toBe('CLOCK_NOT_RUNNING');
  });

  it('is extended only where its rule allows it, and only forwards', () => {
    expect(code(extendClock(firstReview, day('2026-02-01')))).toBe('CLOCK_NOT_EXTENDABLE');
    const adviser = startClock('C42', day('2010-05-20'), 'to-21');
    expect(adviser.dueOn).toBe('2031-05-20');
    expect(code(extendClock(adviser, day('2031-05-20')))).toBe('CLOCK_NOT_LATER');
    expect(clock(extendClock(adviser, day('2035-05-20'))).dueOn).toBe('2035-05-20');
  });

  it('is met exactly when the day is not after the due date, whichever clock it is', () =>
    fc.assert(fc.property(anyClock, anyDay, fc.nat(400), (id, start, later) => {
      const running = startClock(id, start);
      const on = addDays(start, later);
      expect(clock(meetClock(running, on)).status).toBe(stateOn(running, on) === 'overdue' ? 'met-late' : 'met');
    })));

  it('never comes due before it started', () =>
    fc.assert(fc.property(anyClock, anyDay, (id, start) => startClock(id, start).dueOn > start)));
});
