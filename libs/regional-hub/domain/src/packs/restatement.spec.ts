import { Month } from '@permanence/kernel/values';
import fc from 'fast-check';
import { type CountedCases, movedBy, recordRestatement, restatementOf } from './restatement.js';

const counted = (...cases: string[]): CountedCases => ({ counts: { numerator: cases.length, denominator: cases.length }, cases });
const share = (numerator: number, denominator: number): CountedCases => ({ counts: { numerator, denominator }, cases: Array.from({ length: numerator }, (_, at) => `case ${at}`) });

describe('a restatement (kpi.md convention 6, example 9)', () => {
  const FROZEN = counted('AO0', 'AO1', 'AO2', 'AO5');

  it('of children adopted in July 2026, as known on 1 November: 1 more, AO3 and AO4 added, AO2 removed', () => {
    const found = restatementOf('count', FROZEN, counted('AO0', 'AO1', 'AO3', 'AO4', 'AO5'));
    expect(found).toMatchObject({ former: { numerator: 4 }, restated: { numerator: 5 }, added: ['AO3', 'AO4'], removed: ['AO2'], asksForReason: false });
    expect(movedBy('count', { numerator: 4, denominator: 4 }, { numerator: 5, denominator: 5 })).toBe(1);
  });

  it('is one though the number is the same, where the cases are others', () => expect(restatementOf('count', FROZEN, counted('AO0', 'AO1', 'AO4', 'AO5'))).toMatchObject({ added: ['AO4'], removed: ['AO2'] }));

  it('is none where nothing has changed', () => {
    expect(restatementOf('count', FROZEN, counted('AO5', 'AO2', 'AO1', 'AO0'))).toBeUndefined();
    expect(restatementOf('count', FROZEN, { ...FROZEN, counts: { numerator: 4, denominator: 90 } })).toBeUndefined();
  });

  it.each([
    ['count', counted('a', 'b'), counted('a', 'b', 'c', 'd'), false], ['count', counted('a', 'b'), counted('a', 'b', 'c', 'd', 'e'), true], ['count', counted('a', 'b', 'c'), counted(), true],
    ['percentage', share(95, 100), share(97, 100), false], ['percentage', share(950, 1000), share(971, 1000), true], ['percentage', share(950, 1000), share(929, 1000), true], ['percentage', share(0, 0), share(1, 1), true],
  ] as const)('asks for a reason beyond 2 cases or 2 points: %#', (measure, former, restated, asks) => expect(restatementOf(measure, former, restated)?.asksForReason).toBe(asks));

  it('may be asked for sooner or later', () => expect(restatementOf('count', counted('a'), counted('a', 'b'), { cases: 0, points: 0 })?.asksForReason).toBe(true));

  it('adds and removes what makes one list of the other', () =>
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')), (before, after) => {
      const { added = [], removed = [] } = restatementOf('count', counted(...before), counted(...after)) ?? {};
      expect([...before.filter((id) => !removed.includes(id)), ...added].sort()).toEqual([...after].sort());
      expect(after.length - before.length).toBe(added.length - removed.length);
    })));

  const about = { indicator: 'ado-children-adopted', month: Month('2026-07'), reason: 'Two orders were written up late.' };

  it('is recorded with its reason and the number of cases, not which', () => {
    const found = restatementOf('count', FROZEN, counted('AO0', 'AO1', 'AO3', 'AO4', 'AO5'));
    const decision = recordRestatement(about, found, undefined);
    expect(decision).toEqual({ ok: true, events: [{ type: 'indicator-restated', ...about, former: { numerator: 4, denominator: 4 }, restated: { numerator: 5, denominator: 5 }, added: 2, removed: 1 }] });
    expect(recordRestatement(about, found, { restated: { numerator: 5, denominator: 5 }, reason: about.reason })).toEqual({ ok: true, events: [] });
  });

  it('is not recorded where nothing has changed', () => expect(recordRestatement(about, undefined, undefined)).toMatchObject({ ok: false, refusal: { code: 'NOTHING_RESTATED' } }));
});
