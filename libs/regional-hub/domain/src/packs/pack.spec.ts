import { Instant, Month, TenantId, Uuid } from '@permanence/kernel/values';
import fc from 'fast-check';
import { type PackFigure, type PackState, evolvePack, freezePack, packDueOn, packText } from './pack.js';

const STOKE = TenantId('E06000021');
const JULY = Month('2026-07');
const OPEN: PackState = { status: 'open' };
const freeze = (at: string, state: PackState = OPEN, isHeld = true) => freezePack(state, { authority: STOKE, month: JULY, at: Instant(at) }, { isHeld });
const uuid = (number: number): Uuid => Uuid(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);

describe('a month’s pack', () => {
  it('of July 2026 is due on Friday 14 August (journey 6)', () => expect(packDueOn(JULY)).toBe('2026-08-14'));

  it('is frozen with the instant that it is known on, and is late after the tenth working day', () => {
    expect(freeze('2026-08-07T15:02:00.000Z')).toEqual({ ok: true, events: [{ type: 'indicator-pack-frozen', authority: STOKE, month: JULY, knownAt: '2026-08-07T15:02:00.000Z', dueOn: '2026-08-14', late: false }] });
    expect(freeze('2026-08-14T22:59:00.000Z')).toMatchObject({ events: [{ late: false }] });
    expect(freeze('2026-08-14T23:00:00.000Z')).toMatchObject({ events: [{ late: true }] });
  });

  it.each([
    ['twice', () => freeze('2026-08-07T15:02:00.000Z', { status: 'frozen', frozenAt: Instant('2026-08-06T09:00:00.000Z') }), 'PACK_FROZEN'],
    ['before the month is over', () => freeze('2026-07-31T22:59:00.000Z'), 'MONTH_NOT_ENDED'],
    ['with nothing in it', () => freeze('2026-08-07T15:02:00.000Z', OPEN, false), 'PACK_EMPTY'],
  ])('is not frozen %s', (_, attempt, code) => expect(attempt()).toMatchObject({ ok: false, refusal: { code } }));

  it('may be frozen on the first day after the month', () => expect(freeze('2026-07-31T23:00:00.000Z').ok).toBe(true));

  it('is frozen once, whatever is tried', () =>
    fc.assert(fc.property(fc.array(fc.integer({ min: -40, max: 90 })), (days) => {
      const attempts = days.map((day) => Instant(`${new Date(Date.UTC(2026, 7, 1 + day)).toISOString()}`));
      const { events } = attempts.reduce<{ state: PackState; events: number }>(({ state, events: before }, at) => {
        const decision = freezePack(state, { authority: STOKE, month: JULY, at }, { isHeld: true });
        return decision.ok ? { state: decision.events.reduce(evolvePack, state), events: before + decision.events.length } : { state, events: before };
      }, { state: OPEN, events: 0 });
      expect(events).toBeLessThanOrEqual(1);
    })));

  it('is one text, in whatever order it is read, and another where one case is another', () => {
    const figure = (indicator: string, cases: readonly number[]): PackFigure =>
      ({ indicator, authority: STOKE, numerator: cases.length, regionalNumerator: cases.length, denominator: cases.length, cases: cases.map((number) => ({ id: uuid(number), childId: uuid(number), counted: true, inRegion: true })) });
    const text = (...figures: PackFigure[]) => packText({ authority: STOKE, month: JULY, knownAt: Instant('2026-08-07T15:02:00.000Z'), figures });
    expect(text(figure('b', [2, 1]), figure('a', [3]))).toBe(text(figure('a', [3]), figure('b', [1, 2])));
    expect(text(figure('a', [3]))).not.toBe(text(figure('a', [4])));
  });
});
