import fc from 'fast-check';
import { type Cell, isTooSmall, measuresOf, suppressedAmong as hiddenAmong } from './suppression.js';
import { authorityFigure, regionFigure, seesAsItIs } from './shown.js';

const suppressedAmong = (...asked: Parameters<typeof hiddenAmong>) => hiddenAmong(...asked).authorities;

const SHROPSHIRE = 'E06000051';
const STAFFORDSHIRE = 'E10000028';
const STOKE = 'E06000021';
const TELFORD = 'E06000020';
const NAMES = [SHROPSHIRE, STAFFORDSHIRE, STOKE, TELFORD];

const row = (...numerators: number[]): Cell[] => numerators.map((numerator, i) => ({ authority: NAMES[i]!, counts: { numerator, denominator: numerator } }));
const held = (...numerators: number[]) => row(...numerators).map(({ authority, counts }) => ({ authority, own: counts, regional: counts }));

describe('suppression (kpi.md convention 7, example 10)', () => {
  it('hides Staffordshire, which is small, and Telford & Wrekin, so that 3 cannot be worked out', () =>
    expect(suppressedAmong('count', row(12, 3, 0, 9))).toEqual(new Set([STAFFORDSHIRE, TELFORD])));

  it('shows the public 12, c, 0, c and the total of 24', () => {
    const asked = { definition: { id: 'ado-children-waiting', measure: 'count' as const }, held: held(12, 3, 0, 9), reader: { kind: 'public' as const } };
    expect(NAMES.map((name) => authorityFigure(name, asked).value)).toEqual([12, null, 0, null]);
    expect(authorityFigure(STAFFORDSHIRE, asked)).toEqual({ status: 'suppressed', value: null, numerator: null, denominator: null });
    expect(regionFigure(asked).value).toBe(24);
  });

  it('hides a share of 3 of 61, and its complement', () => {
    expect(isTooSmall('percentage', { numerator: 3, denominator: 61 })).toBe(true);
    expect(isTooSmall('percentage', { numerator: 58, denominator: 61 })).toBe(true);
    expect(isTooSmall('percentage', { numerator: 5, denominator: 61 })).toBe(false);
  });

  it('hides a share of fewer than five, and not one of nobody', () => {
    expect(isTooSmall('percentage', { numerator: 0, denominator: 4 })).toBe(true);
    expect(isTooSmall('percentage', { numerator: 0, denominator: 0 })).toBe(false);
  });

  it('takes the lowest code where two others are as small', () => expect(suppressedAmong('count', row(9, 3, 9, 20))).toEqual(new Set([STAFFORDSHIRE, STOKE])));

  it('needs no second where two are small', () => expect(suppressedAmong('count', row(12, 3, 2, 9))).toEqual(new Set([STAFFORDSHIRE, STOKE])));

  it('hides the region’s own small number from the public', () => expect(regionFigure({ definition: { id: 'ado-children-waiting', measure: 'count' }, held: held(1, 2, 0, 0), reader: { kind: 'public' } }).status).toBe('suppressed'));
});

describe('what a council sees of the others', () => {
  const asked = (own: string, ...numerators: number[]) => ({ definition: { id: 'ado-children-waiting', measure: 'count' as const }, held: held(...numerators), reader: { kind: 'council' as const, own } });

  it('is its own as it is, and the others’ so that its own number does not give them away', () => {
    // Telford & Wrekin knows its own 9: Staffordshire's 3 needs another one hidden.
    const telford = asked(TELFORD, 12, 3, 0, 9);
    expect(NAMES.map((name) => authorityFigure(name, telford).value)).toEqual([null, null, 0, 9]);
    expect(NAMES.map((name) => authorityFigure(name, asked(STAFFORDSHIRE, 12, 3, 0, 9)).value)).toEqual([12, 3, 0, 9]);
  });

  it('hides a nought where nothing else is left to hide behind', () => expect(NAMES.map((name) => authorityFigure(name, asked(SHROPSHIRE, 12, 3, 0, 0)).value)).toEqual([12, null, 0, null]));
});

it('shows figures as they are to the region, and to a council its own and the region’s', () => {
  const kinds = [{ kind: 'region' }, { kind: 'council', own: STOKE }, { kind: 'public' }] as const;
  expect(kinds.map((reader) => [STOKE, TELFORD, 'region'].map((authority) => seesAsItIs(reader, authority)))).toEqual([[true, true, true], [true, false, true], [false, false, false]]);
});

it('never leaves one number to be worked out from the total', () =>
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }), (numerators) => {
    expect(suppressedAmong('count', row(...numerators)).size).not.toBe(1);
  })));

it('hides every small number and never more than two that are not', () =>
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }), (numerators) => {
    const cells = row(...numerators);
    const hidden = suppressedAmong('count', cells);
    const small = cells.filter(({ counts }) => isTooSmall('count', counts));
    expect(small.every(({ authority }) => hidden.has(authority))).toBe(true);
    expect(hidden.size - small.length).toBeLessThanOrEqual(1);
  })));

it('hides a third where two small ones could only be 1 and 1', () => expect(suppressedAmong('count', row(12, 1, 1, 9))).toEqual(new Set([STAFFORDSHIRE, STOKE, TELFORD])));

it('hides a number wherever its share is hidden, and the other way round', () => {
  expect(measuresOf({ id: 'fos-agency-count', measure: 'count' })).toEqual(['count', 'percentage']);
  expect(measuresOf({ id: 'ado-children-waiting', measure: 'count' })).toEqual(['count']);
  const counts = (numerator: number, denominator: number) => ({ own: { numerator, denominator }, regional: { numerator, denominator } });
  const held = [{ authority: SHROPSHIRE, ...counts(58, 61) }, { authority: STAFFORDSHIRE, ...counts(20, 61) }, { authority: TELFORD, ...counts(30, 61) }];
  const shown = (id: string, measure: 'count' | 'percentage') => held.map(({ authority }) => authorityFigure(authority, { definition: { id, measure }, held, reader: { kind: 'public' } }).status);
  expect(shown('fos-agency-count', 'count')).toEqual(['suppressed', 'suppressed', 'value']);
  expect(shown('fos-agency-percentage', 'percentage')).toEqual(['suppressed', 'suppressed', 'value']);
});

it('hides the region from a council that could work out the only other one', () =>
  expect(regionFigure({ definition: { id: 'ado-children-waiting', measure: 'count' }, held: held(12, 3), reader: { kind: 'council', own: SHROPSHIRE } }).status).toBe('suppressed'));
