import { COLUMN_KINDS, readDate } from './cells.js';
import type { Cells, ModuleName } from './modules.js';

/** The columns that tell a row of a module from the others of the authority (ssda903-import.md, Reading 4). */
export const KEY_COLUMNS: Readonly<Record<ModuleName, readonly string[]>> = {
  Header: ['CHILD'],
  Episodes: ['CHILD', 'DECOM'],
  Reviews: ['CHILD', 'REVIEW'],
  UASC: ['CHILD'],
  OC2: ['CHILD'],
  OC3: ['CHILD'],
  AD1: ['CHILD'],
  PlacedAdoption: ['CHILD', 'DATE_PLACED'],
  PrevPerm: ['CHILD'],
  Missing: ['CHILD', 'MIS_START'],
  SWEpisodes: ['CHILD', 'SW_ID', 'SW_DECOM'],
  DoLo: ['CHILD', 'DOLO_START'],
  Names: ['CHILD'],
};

/** Modules that state something of one year: another year's row is another row. */
const BY_YEAR: ReadonlySet<ModuleName> = new Set(['OC2', 'OC3', 'PrevPerm']);

/** What tells the row from others, such as `1234|2020-05-12`, or the column because of which there is no key, and why. */
export type KeyOf = Readonly<{ key: string } | { column: string; code: 'KEY_EMPTY' | 'KEY_UNREADABLE' | 'DATE_UNREADABLE' }>;

const MOST_CHARACTERS = 20;
/** Letters and digits, and the marks that case systems put between them. A full stop or plus is a number that a spreadsheet has rounded (1.23E+15): children would be taken for one. */
const NUMBER = /^[A-Z0-9](?:[A-Z0-9 _/-]*[A-Z0-9])?$/;

const isNumber = (text: string): boolean => text.length <= MOST_CHARACTERS && NUMBER.test(text);

/** The key of a row within its authority. `cells` are as read: trimmed, capitals. */
export const keyOf = (module: ModuleName, cells: Cells, year: number): KeyOf => {
  let key = '';
  for (const column of KEY_COLUMNS[module]) {
    const written = cells[column] ?? '';
    const part = partOf(column, written);
    if (part === undefined) return { column, code: whyNone(column, written) };
    key = key === '' ? part : `${key}|${part}`;
  }
  return { key: BY_YEAR.has(module) ? `${key}|${year}` : key };
};

const isDate = (column: string): boolean => COLUMN_KINDS[column] === 'date';

const partOf = (column: string, written: string): string | undefined => {
  if (isDate(column)) return readDate(written);
  return isNumber(written) ? written : undefined;
};

const whyNone = (column: string, written: string): 'KEY_EMPTY' | 'KEY_UNREADABLE' | 'DATE_UNREADABLE' => {
  if (written === '') return 'KEY_EMPTY';
  return isDate(column) ? 'DATE_UNREADABLE' : 'KEY_UNREADABLE';
};
