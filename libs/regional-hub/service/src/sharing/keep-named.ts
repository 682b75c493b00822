import { type Storable, storedValue } from '@permanence/regional-hub/domain';
import type { FactTable } from '../projections/fact-table.js';
import { storedColumnsOf } from './stored-columns.js';

type Row = Readonly<Record<string, unknown>>;

/** Whether rows of a table may be stored at all: all that identifies one is named. */
export const mayStore = (storable: Storable, table: Pick<FactTable, 'name'>): boolean => {
  const { identifiedBy, columns } = storedColumnsOf(table);
  return identifiedBy.every((column) => columns[column] !== undefined && storable.has(columns[column]));
};

/**
 * The rows as they may be stored: a column whose field no agreement in force names is empty, one that is shared in
 * another form has that form, and a table whose rows could not be told apart gets none (regional-hub rule 8).
 */
export const keepNamed = <R extends Row>(storable: Storable, table: Pick<FactTable, 'name'>, rows: readonly R[]): readonly R[] => {
  if (!mayStore(storable, table)) return [];
  const { columns } = storedColumnsOf(table);
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => {
    const name = columns[column];
    return [column, name === undefined ? undefined : storedValue(storable, name, value)];
  })) as R);
};
