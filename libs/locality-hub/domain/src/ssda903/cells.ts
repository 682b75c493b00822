import type { LocalDate } from '@permanence/kernel/values';
import { codeOf, type CodedColumn } from './codes.js';
import { CODE_TABLES } from './code-tables.js';
import { MODULES } from './modules.js';

const SLASH = 47;
const ZERO = 48;
/** The sector's validator reads no day of an earlier year either. */
const FIRST_READABLE_YEAR = 1678;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The number that the characters make, or NaN when one of them is no digit. */
const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const exists = (year: number, month: number, day: number): boolean =>
  year >= FIRST_READABLE_YEAR && day >= 1 && day <= (DAYS_IN_MONTH[month - 1] ?? 0) && (month !== 2 || day < 29 || isLeap(year));

/** The day of a cell written dd/mm/yyyy; undefined for anything else, `1/4/2020` and `2020-04-01` included. */
export const readDate = (text: string): LocalDate | undefined => {
  if (text.length !== 10 || text.charCodeAt(2) !== SLASH || text.charCodeAt(5) !== SLASH) return undefined;
  if (!exists(digits(text, 6, 10), digits(text, 3, 5), digits(text, 0, 2))) return undefined;
  return `${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}` as LocalDate;
};

/** A date of which parts may be unknown, as PREV_PERM's DATE_PERM: `2020-05-12`, `2020-05` (written zz/05/2020), `2020` (zz/zz/2020), or `unknown` (zz/zz/zzzz); undefined when it is none of these. */
export const readPartialDate = (text: string): string | undefined => {
  if (!text.startsWith('ZZ/')) return readDate(text);
  if (text === 'ZZ/ZZ/ZZZZ') return 'unknown';
  const month = text.startsWith('ZZ/ZZ/') ? '' : `-${text.slice(3, 5)}`;
  return readDate(`01/${month === '' ? '01' : month.slice(1)}/${text.slice(6)}`) === undefined ? undefined : text.slice(6) + month;
};

/** What a cell of a column may hold. */
export type ColumnKind = 'text' | 'date' | 'partialDate' | 'code' | 'score' | 'authority';

const DATES = new Set(['DOB', 'MC_DOB', 'DECOM', 'DEC', 'REVIEW', 'DUC', 'DATE_INT', 'DATE_MATCH', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'MIS_START', 'MIS_END', 'SW_DECOM', 'SW_DEC', 'DOLO_START', 'DOLO_END']);
const WITH_OTHER_KIND: Readonly<Record<string, ColumnKind>> = { DATE_PERM: 'partialDate', SDQ_SCORE: 'score', LA_PERM: 'authority' };

const kindOf = (column: string): ColumnKind => {
  if (DATES.has(column)) return 'date';
  if (column in CODE_TABLES) return 'code';
  return WITH_OTHER_KIND[column] ?? 'text';
};

/** Every column of every module with its kind. */
export const COLUMN_KINDS: Readonly<Record<string, ColumnKind>> = Object.fromEntries(Object.values(MODULES).flatMap((columns) => columns.map((column) => [column, kindOf(column)])));

const WHOLE_NUMBERS = new Set(['SEX', 'SDQ_SCORE', ...Object.entries(CODE_TABLES).filter(([, codes]) => codes.every(({ code }) => code >= '0' && code <= '9')).map(([column]) => column)]);

const SEX_OF_NUMBER: Readonly<Record<string, string>> = { 1: 'M', 2: 'F' };

/** A cell without the decimals that spreadsheets give to whole numbers: MOTHER `1.0` is `1`. Other columns stay as they are. */
export const withoutDecimals = (column: string, text: string): string => (text.endsWith('.0') && WHOLE_NUMBERS.has(column) ? text.slice(0, -2) : text);

/** The one way to write a value that councils write in several: `1.0` is `1` where whole numbers stand, and sex `1` and `2` are `M` and `F` (ssda903-import.md, What the product makes 7). What cannot be read stays as it is. */
export const canonical = (column: string, text: string): string => {
  const whole = withoutDecimals(column, text);
  return column === 'SEX' ? (SEX_OF_NUMBER[whole] ?? whole) : whole;
};

const SCORE_MOST = 40;
const AUTHORITIES_OUTSIDE_ENGLAND = new Set(['WAL', 'SCO', 'NIR', 'NUK']);

const READABLE: Readonly<Record<ColumnKind, (text: string, column: string) => boolean>> = {
  text: () => true,
  date: (text) => readDate(text) !== undefined,
  partialDate: (text) => readPartialDate(text) !== undefined,
  code: (text, column) => codeOf(column as CodedColumn, text) !== undefined,
  score: (text) => text.length <= 2 && digits(text, 0, text.length) <= SCORE_MOST,
  authority: (text) => (text.length === 3 && !Number.isNaN(digits(text, 0, 3))) || AUTHORITIES_OUTSIDE_ENGLAND.has(text),
};

/** Whether a cell (canonical) says something that its column may hold: an existing day, a code of some year's list. An empty cell is readable. */
export const isReadable = (column: string, text: string): boolean => text === '' || READABLE[COLUMN_KINDS[column] ?? 'text'](text, column);
