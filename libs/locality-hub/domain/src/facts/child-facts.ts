import { collectionWindow, derivedId } from '@permanence/kernel/values';
import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { ChildRecord } from './child-records.js';
import type { Subject } from './context.js';
import type { Fact, FactData } from './fact.js';
import { cell, dayIn, known, rowsOf } from './stated.js';
import type { Held } from './stated.js';

/** Birth date, sex and ethnic group: each of the newest header in which it is filled (rule 7). */
export type Characteristics = Readonly<{ birthDate?: LocalDate; sex?: 'M' | 'F' | 'U'; ethnicityCode?: string }>;

/** What the headers of a record say of the child; nothing where no header came (rule 1). */
export const characteristicsOf = (held: Held): Characteristics => {
  const [header] = rowsOf(held, 'Header');
  return header === undefined ? {} : known({ birthDate: dayIn(header, 'DOB'), sex: SEXES[header.cells['SEX'] ?? ''], ethnicityCode: cell(header, 'ETHNIC') });
};

/** `1` and `M`, `2` and `F` are the same. */
const SEXES: Readonly<Record<string, 'M' | 'F' | 'U'>> = { 1: 'M', 2: 'F', M: 'M', F: 'F', U: 'U' };

/** Whether the child is or was unaccompanied and seeking asylum: named in a UASC file, whose newest row holds. */
export const asylumOf = (held: Held): { uasc: boolean; uascCeasedOn?: LocalDate } => {
  const [row] = rowsOf(held, 'UASC');
  return known({ uasc: row !== undefined, uascCeasedOn: row && dayIn(row, 'DUC') });
};

/** The sibling groups that the names file puts the child in. */
export const siblingGroupIds = (held: Held, owner: Uuid): Uuid[] => {
  const [row] = rowsOf(held, 'Names');
  const group = row && cell(row, 'SIBLING_GROUP');
  return group === undefined ? [] : [derivedId(owner, `sibling-group:${group}`)];
};

/** Who the child is, and the child's name where the council gave one. In force since the record begins. */
export const childFacts = (subject: Subject, record: ChildRecord, held: Held, characteristics: Characteristics): Fact[] => {
  const since = record.begunOn ?? collectionWindow(record.rows.reduce((year, row) => Math.min(year, row.year), Infinity)).first;
  const { uasc, uascCeasedOn } = subject;
  const updated: Fact = {
    key: 'child',
    type: 'child-updated',
    effectiveOn: since,
    data: known<FactData['child-updated']>({ ...characteristics, uasc, uascCeasedOn, siblingGroupIds: subject.siblingGroupIds }),
  };
  const [names] = rowsOf(held, 'Names');
  if (names === undefined) return [updated];
  return [updated, { key: 'name', type: 'child-named', effectiveOn: since, data: known({ forename: cell(names, 'FORENAME'), surname: cell(names, 'SURNAME') }) }];
};
