import fc from 'fast-check';
import { holdingRows } from './holding.js';
import type { ModuleName, StatedRow, UploadRow } from './modules.js';
import { aRow, load, words } from './rows.fixture.js';

const orEmpty = (...values: string[]) => fc.constantFrom('', ...values);

const episodes = fc.record({
  CHILD: fc.constantFrom('K1', 'K1', 'K1', ''),
  DECOM: fc.constantFrom('01/05/2020', '02/06/2020', '2020-05-01', '03/07/2030'),
  DEC: orEmpty('02/06/2020', '01/05/2020', '31/02/2021', '04/07/2021'),
  REC: orEmpty('X1', 'E11', 'NO'),
  LS: fc.constantFrom('C1', 'C2', 'XX'),
  PLACE: fc.constantFrom('U4', 'H5', 'Z11'),
  CIN: orEmpty('N1', 'N9'),
});
const headers = fc.record({ SEX: orEmpty('1', 'M', '2.0', 'X'), DOB: orEmpty('15/03/2012', '15/04/2012', '1/4/2012'), ETHNIC: orEmpty('WBRI', 'NOBT'), MOTHER: orEmpty('0', '1.0') });
const reviews = fc.record({ REVIEW: fc.constantFrom('20/05/2020', '21/05/2021', ''), REVIEW_CODE: orEmpty('PN1', 'PN2') });
const names = fc.oneof(fc.record({ FORENAME: orEmpty('Isla') }), fc.record({ SIBLING_GROUP: orEmpty('A', 'B') }));

const rowOf = (module: ModuleName, cells: fc.Arbitrary<Record<string, string>>) => cells.map((each) => aRow(module, each));
const uploads = fc
  .array(fc.oneof({ weight: 3, arbitrary: rowOf('Episodes', episodes) }, rowOf('Header', headers), rowOf('Reviews', reviews), rowOf('Names', names), rowOf('OC2', fc.record({ CONVICTED: orEmpty('0', '1') }))), { maxLength: 12 })
  .map((rows): UploadRow[] => rows.map((row, at) => ({ ...row, row: at + 2 })));
const collections = fc.uniqueArray(fc.tuple(fc.integer({ min: 2019, max: 2026 }), uploads), { selector: ([year]) => year, minLength: 1, maxLength: 5 });

const loadInOrder = (order: readonly (readonly [number, readonly UploadRow[]])[]): readonly StatedRow[] =>
  order.reduce<readonly StatedRow[]>((held, [year, rows]) => load(year, rows, { held }).statedAfter, []);

const sorted = (rows: readonly StatedRow[]): string[] => rows.map((row) => JSON.stringify([row.module, row.key, row.year, Object.entries(row.cells).sort()])).sort();

/** What holds, whichever year says so: a cell that is empty says as much as a column that is not there. */
const holding = (rows: readonly StatedRow[]): string[] =>
  sorted(holdingRows(rows).map((row) => ({ ...row, year: 0, cells: Object.fromEntries(Object.entries(row.cells).filter(([, value]) => value !== '')) })));

describe('outcomes of any upload', () => {
  it('gives every row one outcome, in the order of the rows', () => {
    fc.assert(fc.property(collections, (loads) => {
      const [last, ...earlier] = loads.toReversed();
      const [year, rows] = last as [number, UploadRow[]];
      const { outcomes } = load(year, rows, { held: loadInOrder(earlier) });
      expect(outcomes.map(({ row }) => row)).toEqual(rows);
    }));
  });

  it('leaves nothing to apply or correct when the same upload comes again, even after others', () => {
    fc.assert(fc.property(collections, (loads) => {
      const held = loadInOrder(loads);
      for (const [year, rows] of loads) {
        const again = load(year, rows, { held });
        expect(words(again).filter((word) => word === 'applied' || word === 'corrected')).toEqual([]);
        expect(again.changed).toEqual([]);
      }
    }));
  });

  it('holds the same after any order of loading', () => {
    fc.assert(fc.property(collections.chain((loads) => fc.tuple(fc.constant(loads), fc.shuffledSubarray(loads, { minLength: loads.length }))), ([loads, shuffled]) => {
      const [one, other] = [loadInOrder(loads), loadInOrder(shuffled)];
      expect(sorted(one)).toEqual(sorted(other));
      expect(holdingRows(one)).toEqual(holdingRows(other));
    }));
  });

  it('changes what holds exactly when a row is applied or corrected', () => {
    fc.assert(fc.property(collections, uploads, fc.integer({ min: 2019, max: 2026 }), (loads, rows, year) => {
      const held = loadInOrder(loads);
      const result = load(year, rows, { held });
      const isChanged = words(result).some((word) => word === 'applied' || word === 'corrected');
      expect(holding(held).join() !== holding(result.statedAfter).join()).toBe(isChanged);
    }));
  });

  it('reports as changed exactly the rows that are not held already', () => {
    fc.assert(fc.property(collections, uploads, fc.integer({ min: 2019, max: 2026 }), (loads, rows, year) => {
      const held = loadInOrder(loads);
      const { changed, statedAfter } = load(year, rows, { held });
      const before = new Set(sorted(held));
      expect(sorted(statedAfter).filter((row) => !before.has(row))).toEqual(sorted(changed));
    }));
  });
});
