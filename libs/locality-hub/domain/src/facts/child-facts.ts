import { collectionWindow, derivedId } from '@permanence/kernel/values';
import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { StatedRow } from '../ssda903/modules.js';
import type { ChildRecord } from './child-records.js';
import type { Subject } from './context.js';
import type { Fact, FactData } from './fact.js';
import { cell, dayIn, known, newestFirst } from './stated.js';

/** Birth date, sex and ethnic group: of the newest header in which the cell is filled, cell by cell (rule 7). */
export type Characteristics = Readonly<{ birthDate?: LocalDate; sex?: 'M' | 'F' | 'U'; ethnicityCode?: string }>;

/** What the headers of a record say of the child; nothing where no header came (rule 1). */
export const characteristicsOf = (rows: readonly StatedRow[]): Characteristics => {
  const headers = newestFirst(rows, 'Header');
  return known({ birthDate: firstOf(headers, (row) => dayIn(row, 'DOB')), sex: firstOf(headers, sexIn), ethnicityCode: firstOf(headers, (row) => cell(row, 'ETHNIC')) });
};

/** Sex as one value: `1` and `M`, `2` and `F` are the same. */
export const sexIn = (row: StatedRow): 'M' | 'F' | 'U' | undefined => SEXES[row.cells['SEX'] ?? ''];

const SEXES: Readonly<Record<string, 'M' | 'F' | 'U'>> = { 1: 'M', 2: 'F', M: 'M', F: 'F', U: 'U' };

const firstOf = <T>(rows: readonly StatedRow[], read: (row: StatedRow) => T | undefined): T | undefined => {
  for (const row of rows) {
    const found = read(row);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Whether the child is or was unaccompanied and seeking asylum: named in a UASC file, whose newest row holds. */
export const asylumOf = (rows: readonly StatedRow[]): { uasc: boolean; uascCeasedOn?: LocalDate } => {
  const [row] = newestFirst(rows, 'UASC');
  return known({ uasc: row !== undefined, uascCeasedOn: row && dayIn(row, 'DUC') });
};

/** The sibling groups that the names file puts the child in. */
export const siblingGroupIds = (rows: readonly StatedRow[], owner: Uuid): Uuid[] => {
  const [row] = newestFirst(rows, 'Names');
  const group = row && cell(row, 'SIBLING_GROUP');
  return group === undefined ? [] : [derivedId(owner, `sibling-group:${group}`)];
};

/** Who the child is, and the child's name where the council gave one. In force since the record begins. */
export const childFacts = (subject: Subject, record: ChildRecord, characteristics: Characteristics): Fact[] => {
  const since = record.begunOn ?? collectionWindow(record.rows.reduce((year, row) => Math.min(year, row.year), Infinity)).first;
  const { uasc, uascCeasedOn } = subject;
  const updated: Fact = {
    key: 'child',
    type: 'child-updated',
    effectiveOn: since,
    data: known<FactData['child-updated']>({ ...characteristics, uasc, uascCeasedOn, siblingGroupIds: subject.siblingGroupIds }),
  };
  const [names] = newestFirst(record.rows, 'Names');
  if (names === undefined) return [updated];
  return [updated, { key: 'name', type: 'child-named', effectiveOn: since, data: known({ forename: cell(names, 'FORENAME'), surname: cell(names, 'SURNAME') }) }];
};
