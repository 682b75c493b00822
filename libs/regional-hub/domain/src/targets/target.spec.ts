import { LocalDate, REGION, TenantId, Uuid } from '@permanence/kernel/values';
import fc from 'fast-check';
import { type SetTarget, type Target, endTarget, evolveTargets, setTarget, shortfallOf, targetOn } from './target.js';

const STOKE = TenantId('E06000021');
const SHARE = { measure: 'percentage', polarity: 'higher' } as const;
const COUNT = { measure: 'count', polarity: 'lower' } as const;
const uuid = (number: number): Uuid => Uuid(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
const target = (more: Partial<Target> = {}): SetTarget => ({ id: uuid(1), indicator: 'cla-reviews-in-timescale-percentage', authority: STOKE, value: 95, from: LocalDate('2026-04-01'), to: null, reference: 'PMB 14/05/2026, item 4', ...more });
const codeOf = (decision: ReturnType<typeof setTarget>): string => (decision.ok ? decision.events.map(({ type }) => type).join() : decision.refusal.code);

describe('a target', () => {
  it('is set from a day on', () => expect(setTarget([], target(), SHARE)).toEqual({ ok: true, events: [{ type: 'target-set', ...target() }] }));

  it.each([
    [target({ value: 100.1 }), SHARE, 'TARGET_NOT_A_SHARE'], [target({ value: -1 }), SHARE, 'TARGET_NOT_A_SHARE'], [target({ value: 100 }), SHARE, 'target-set'], [target({ value: 0 }), SHARE, 'target-set'],
    [target({ value: 92.55 }), SHARE, 'TARGET_TOO_FINE'], [target({ value: 92.5 }), SHARE, 'target-set'], [target({ value: 2.5 }), COUNT, 'TARGET_NOT_A_COUNT'], [target({ value: -1 }), COUNT, 'TARGET_NOT_A_COUNT'], [target({ value: 120 }), COUNT, 'target-set'],
    [target(), { measure: 'count', polarity: 'context' } as const, 'TARGET_HAS_NO_DIRECTION'], [target({ to: LocalDate('2026-03-31') }), SHARE, 'TARGET_ENDS_BEFORE_IT_BEGINS'],
  ])('is one that the figure can have and that can be judged: %#', (asked, indicator, code) => expect(codeOf(setTarget([], asked, indicator))).toBe(code));

  it.each([
    ['2026-04-01', null, 'TARGET_DATES_OVERLAP'], ['2025-04-01', null, 'TARGET_DATES_OVERLAP'], ['2025-04-01', '2026-04-01', 'TARGET_DATES_OVERLAP'], ['2027-03-31', null, 'TARGET_DATES_OVERLAP'],
    ['2025-04-01', '2026-03-31', 'target-set'], ['2027-04-01', null, 'target-set'],
  ])('never overlaps another of the same place: from %s to %s is %s', (from, to, code) =>
    expect(codeOf(setTarget([target({ to: LocalDate('2027-03-31') })], target({ id: uuid(2), from: LocalDate(from), to: to === null ? null : LocalDate(to) }), SHARE))).toBe(code));

  it('of another place or indicator does not matter', () => {
    expect(codeOf(setTarget([target()], target({ authority: REGION }), SHARE))).toBe('target-set');
    expect(codeOf(setTarget([target()], target({ indicator: 'fos-in-house-percentage' }), SHARE))).toBe('target-set');
  });

  it('ends on the day said, which is not before it began, and not later than it ended', () => {
    expect(codeOf(endTarget(target(), LocalDate('2026-09-30')))).toBe('target-ended');
    expect(codeOf(endTarget(target(), LocalDate('2026-03-31')))).toBe('TARGET_ENDS_BEFORE_IT_BEGINS');
    expect(codeOf(endTarget(target({ to: LocalDate('2026-06-30') }), LocalDate('2026-09-30')))).toBe('TARGET_ENDED_ALREADY');
  });

  it('holds from its first to its last day, and where none is set, none does', () => {
    const set = [target({ to: LocalDate('2026-09-30') })];
    const on = (day: string, authority = STOKE) => targetOn(set, { indicator: 'cla-reviews-in-timescale-percentage', authority }, LocalDate(day))?.value;
    expect([on('2026-03-31'), on('2026-04-01'), on('2026-09-30'), on('2026-10-01'), on('2026-05-01', REGION)]).toEqual([undefined, 95, 95, undefined, undefined]);
  });

  it('is missed by points or cases, in the sense of better', () =>
    expect([shortfallOf(86.1, 95, 'higher'), shortfallOf(95, 95, 'higher'), shortfallOf(96.3, 95, 'higher'), shortfallOf(14, 12, 'lower'), shortfallOf(9, 12, 'lower'), shortfallOf(1, 5, 'context')]).toEqual([8.9, 0, 0, 2, 0, 0]));

  it('is one at most on any day, whatever was asked for in whatever order', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((date) => LocalDate(`2026-04-${String(date).padStart(2, '0')}`));
    const asked = fc.array(fc.record({ from: day, to: fc.option(day), end: fc.option(day) }), { maxLength: 12 });
    fc.assert(fc.property(asked, day, (commands, on) => {
      const set = commands.reduce<readonly Target[]>((targets, { from, to, end }, at) => {
        const decision = setTarget(targets, target({ id: uuid(at), from, to }), SHARE);
        const after = decision.ok ? decision.events.reduce(evolveTargets, targets) : targets;
        const [first] = after;
        const ending = end === null || first === undefined ? undefined : endTarget(first, end);
        return ending?.ok ? ending.events.reduce(evolveTargets, after) : after;
      }, []);
      expect(set.filter((each) => each.from <= on && (each.to === null || on <= each.to)).length).toBeLessThanOrEqual(1);
    }));
  });
});
