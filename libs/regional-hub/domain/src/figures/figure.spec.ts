import fc from 'fast-check';
import { figureOf, shareOf, sumOf } from './figure.js';

const counts = fc.integer({ min: 1, max: 100_000 }).chain((denominator) => fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }));

describe('a share', () => {
  it.each([
    [6, 10, 60], [3, 4, 75], [2, 8, 25], [3, 8, 37.5], [3, 61, 4.9], [58, 61, 95.1], [30, 34, 88.2],
    [1, 16, 6.3], [1, 2000, 0.1], [9, 2000, 0.5], [1999, 2000, 100], [1, 3, 33.3], [2, 3, 66.7],
  ])('of %s in %s is %s', (numerator, denominator, share) => expect(shareOf({ numerator, denominator })).toBe(share));

  it('is the exact share rounded half up to one decimal', () =>
    fc.assert(fc.property(counts, ({ numerator, denominator }) => {
      const tenths = BigInt(Math.round(shareOf({ numerator, denominator }) * 10));
      // tenths - 1/2 <= 1000 n / d < tenths + 1/2, in whole numbers
      const [n, d] = [BigInt(numerator) * 2000n, BigInt(denominator)];
      expect((2n * tenths - 1n) * d <= n && n < (2n * tenths + 1n) * d).toBe(true);
    })));

  it('never falls when a case moves above the line', () =>
    fc.assert(fc.property(counts.filter(({ numerator, denominator }) => numerator < denominator), ({ numerator, denominator }) =>
      shareOf({ numerator: numerator + 1, denominator }) >= shareOf({ numerator, denominator }))));

  it('stays between 0 and 100', () => fc.assert(fc.property(counts, (each) => shareOf(each) >= 0 && shareOf(each) <= 100)));
});

describe('a figure', () => {
  it('of nothing is not applicable, with its counts', () => expect(figureOf('percentage', { numerator: 0, denominator: 0 })).toEqual({ status: 'not-applicable', value: null, numerator: 0, denominator: 0 }));
  it('that counts nobody is nought', () => expect(figureOf('count', { numerator: 0, denominator: 0 })).toEqual({ status: 'value', value: 0, numerator: 0, denominator: null }));
});

it('sums over sums: the region’s share lies between its councils’', () =>
  fc.assert(fc.property(fc.array(counts, { minLength: 1, maxLength: 4 }), (cells) => {
    const shares = cells.map(shareOf);
    const region = shareOf(sumOf(cells));
    expect(region).toBeGreaterThanOrEqual(Math.min(...shares));
    expect(region).toBeLessThanOrEqual(Math.max(...shares));
  })));
