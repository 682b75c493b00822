import { REGION } from '@permanence/kernel/values';
import fc from 'fast-check';
import type { Counts } from './figure.js';
import { type AuthorityCounts, type Reader, authorityFigure, regionFigure } from './shown.js';
import { isTooSmall, measuresOf } from './suppression.js';

const COUNCILS = ['E06000020', 'E06000021', 'E06000051', 'E10000028'];

/** Two indicators of the same counts, and one of each kind that stands alone. */
const PAIR = [{ id: 'fos-agency-count', measure: 'count' }, { id: 'fos-agency-percentage', measure: 'percentage' }] as const;
const COUNT = [{ id: 'ado-children-waiting', measure: 'count' }] as const;
const COHORT = [{ id: 'ado-children-placed-outside-boundary', measure: 'count', cohort: 'children placed' }] as const;
const SHARE = [{ id: 'cla-reviews-in-timescale-percentage', measure: 'percentage' }] as const;

type Shown = (typeof PAIR)[number] | (typeof COHORT)[number] | (typeof COUNT)[number] | (typeof SHARE)[number];
type Row = Readonly<Record<string, Counts>>;

const heldOf = (row: Row): AuthorityCounts[] => Object.entries(row).map(([authority, counts]) => ({ authority, own: counts, regional: counts }));

/** All that somebody reads of a row, across the indicators that show it. Where a share is hidden its denominator is taken to be known, from another indicator. */
const readBy = (reader: Reader, indicators: readonly Shown[], row: Row) => {
  const held = heldOf(row);
  const seen = (authority: string) => indicators.map((definition) => (authority === REGION ? regionFigure : (asked: Parameters<typeof regionFigure>[0]) => authorityFigure(authority, asked))({ definition, held, reader }));
  const shown = new Map(COUNCILS.map((authority) => [authority, seen(authority).find(({ status }) => status !== 'suppressed')]));
  return { shown, total: seen(REGION).find(({ status }) => status === 'value')?.numerator ?? null };
};

/** How many values a council's numerator could have, for somebody who knows what was read, the least of a hidden one and, of shares, the most. */
const possibilities = (row: Row, { shown, total }: ReturnType<typeof readBy>, at: number, least: number, bounded: boolean): number => {
  const boundsOf = (authority: string): readonly [number, number] => {
    const { numerator, denominator } = row[authority] as Counts;
    return shown.get(authority) !== undefined ? [numerator, numerator] : [least, bounded ? denominator : Infinity];
  };
  const [low, high] = boundsOf(COUNCILS[at] ?? '');
  if (total === null) return high - low + 1;
  const others = COUNCILS.filter((_, other) => other !== at).map(boundsOf);
  const [leastOfOthers, mostOfOthers] = [others.reduce((sum, [lowest]) => sum + lowest, 0), others.reduce((sum, [, highest]) => sum + highest, 0)];
  return Math.min(high, total - leastOfOthers) - Math.max(low, total - mostOfOthers) + 1;
};

const counts = fc.tuple(fc.nat(9), fc.nat(6)).map(([numerator, rest]): Counts => ({ numerator, denominator: numerator + rest }));
const rows = fc.tuple(counts, counts, counts, counts).map((cells): Row => Object.fromEntries(COUNCILS.map((authority, at) => [authority, cells[at] as Counts])));
const readers: readonly Reader[] = [{ kind: 'public' }, ...COUNCILS.map((own): Reader => ({ kind: 'council', own }))];

describe.each([['a count', COUNT, false], ['a share', SHARE, true], ['a number and its share', PAIR, true], ['a number beside its cohort', COHORT, true]] as const)('%s that is suppressed', (_, indicators, bounded) => {
  it('cannot be worked out by subtraction, whoever reads, and whatever denominators are known from elsewhere', () =>
    fc.assert(fc.property(rows, fc.constantFrom(...readers), (row, reader) => {
      const read = readBy(reader, indicators, row);
      const own = reader.kind === 'council' ? reader.own : '';
      COUNCILS.forEach((authority, at) => {
        const small = authority !== own && measuresOf(indicators[0]).some((measure) => isTooSmall(measure, row[authority] as Counts));
        if (!small || (row[authority] as Counts).denominator === 0) return;
        expect(read.shown.get(authority)).toBeUndefined();
        expect(possibilities(row, read, at, 0, bounded)).toBeGreaterThan(1);
      });
    }), { numRuns: 400 }));
});

it('a count of 1 cannot be worked out by who knows that a nought is shown', () =>
  fc.assert(fc.property(fc.tuple(fc.nat(7), fc.nat(7), fc.nat(7), fc.nat(7)), (numerators) => {
    const row: Row = Object.fromEntries(COUNCILS.map((authority, at) => [authority, { numerator: numerators[at] ?? 0, denominator: 40 }]));
    const read = readBy({ kind: 'public' }, COUNT, row);
    const hidden = COUNCILS.flatMap((authority, at) => (read.shown.get(authority) === undefined ? [at] : []));
    if (hidden.length === 0 || hidden.some((at) => numerators[at] === 0)) return;
    for (const at of hidden) expect(possibilities(row, read, at, 1, false)).toBeGreaterThan(1);
  }), { numRuns: 200 }));
