import fc from 'fast-check';
import { type FieldName, type Storable, TRANSFORMS, type Transform, storableOf } from '@permanence/regional-hub/domain';
import { FACT_COLUMNS } from '../projections/fact-table.js';
import { FACT_TABLES } from '../projections/fact-tables.js';
import { FIRST_AGREEMENT } from './first-agreement.js';
import { keepNamed, mayStore } from './keep-named.js';
import { storedColumnsOf, unnamedColumns } from './stored-columns.js';

const NAMES = [...new Set(FACT_TABLES.flatMap((table) => Object.values(storedColumnsOf(table).columns)))];

/** A row with something in every column. */
const full = (table: (typeof FACT_TABLES)[number]): Record<string, unknown> => Object.fromEntries(Object.keys({ ...FACT_COLUMNS, ...table.columns }).map((column) => [column, '2016-03-14']));

describe('the read model stores named fields only', () => {
  it('has a field of the agreement for every column of every table', () => expect(unnamedColumns(FACT_TABLES)).toEqual([]));

  it('finds a column that nobody named, and a table that nobody knows', () => {
    expect(unnamedColumns([{ name: 'child', columns: { first_name: 'text' }, indexes: [] }])).toEqual(['child.first_name']);
    expect(() => storedColumnsOf({ name: 'diary' })).toThrow('diary');
  });

  it('stores by the first agreement everything that it has a column for, and each field of it has a reason', () => {
    const storable = storableOf(FIRST_AGREEMENT.fields);
    expect(NAMES.filter((name) => !storable.has(name))).toEqual([]);
    for (const table of FACT_TABLES) expect(keepNamed(storable, table, [full(table)])).toEqual([full(table)]);
    expect(FIRST_AGREEMENT.fields.filter(({ justification }) => justification.length < 20)).toEqual([]);
  });

  it('names by the first agreement no figure’s field that nothing stores', () => {
    const stored = new Set<FieldName>(NAMES);
    expect(FIRST_AGREEMENT.fields.filter(({ level, name }) => level === 'L0' && !stored.has(name)).map(({ name }) => name)).toEqual([]);
  });

  it('stores nothing outside the fields that are shared, whichever they are', () => {
    const shared = fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...TRANSFORMS)), { selector: ([name]) => name });
    fc.assert(fc.property(shared, fc.constantFrom(...FACT_TABLES), (pairs, table) => {
      const storable: Storable = new Map<FieldName, Transform>(pairs);
      const { columns } = storedColumnsOf(table);
      for (const row of keepNamed(storable, table, [full(table)]))
        for (const [column, value] of Object.entries(row)) {
          const transform = storable.get(columns[column] as FieldName);
          if (value !== undefined) expect(transform).toBeDefined();
          if (value === '2016-03-14') expect(['as-is', 'ref-only']).toContain(transform);
        }
    }));
  });

  it('stores no row of a table whose rows could not be told apart', () => {
    for (const table of FACT_TABLES) {
      const { identifiedBy, columns } = storedColumnsOf(table);
      for (const column of identifiedBy) {
        const storable = new Map(storableOf(FIRST_AGREEMENT.fields));
        storable.delete(columns[column] as FieldName);
        expect([mayStore(storable, table), keepNamed(storable, table, [full(table)])]).toEqual([false, []]);
      }
    }
  });
});
