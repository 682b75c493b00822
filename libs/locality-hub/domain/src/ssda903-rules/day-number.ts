/** Days since 1 January 1970. Rules compare and subtract days many times a row, so they use whole numbers rather than text. */
export type DayNumber = number;

const ZERO = 48;
/** A year outside is a slip of the keyboard, not a date. */
const FIRST_YEAR = 1678;
const LAST_YEAR = 2261;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysBeforeYear = (year: number): number => {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
};

const EPOCH = daysBeforeYear(1970);

const daysBeforeMonth = (year: number, month: number): number => (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0);

const lengthOf = (year: number, month: number): number => daysBeforeMonth(year, month + 1) - daysBeforeMonth(year, month);

/** The number of a day in the calendar; the day must exist. */
export const dayNumber = (year: number, month: number, day: number): DayNumber => daysBeforeYear(year) - EPOCH + daysBeforeMonth(year, month) + day - 1;

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

type Parts = Readonly<{ day: number; month: number; year: number }>;

const partsOf = (cell: string): Parts | undefined => {
  const first = cell.indexOf('/');
  const second = cell.indexOf('/', first + 1);
  if (first < 1 || first > 2 || second - first < 2 || second - first > 3 || cell.length - second !== 5) return undefined;
  const parts = { day: digits(cell, 0, first), month: digits(cell, first + 1, second), year: digits(cell, second + 1, cell.length) };
  return isDay(parts) ? parts : undefined;
};

const isDay = ({ day, month, year }: Parts): boolean =>
  year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);

/** The day that a cell states as dd/mm/yyyy (also d/m/yyyy), or undefined when it is empty or no such day exists. */
export const dayIn = (cell: string): DayNumber | undefined => {
  const parts = partsOf(cell);
  return parts && dayNumber(parts.year, parts.month, parts.day);
};

/** The day so many years after the one that a cell states; after 29 February, 28 February in a common year. */
export const dayYearsAfter = (cell: string, years: number): DayNumber | undefined => {
  const parts = partsOf(cell);
  if (parts === undefined) return undefined;
  const year = parts.year + years;
  return dayNumber(year, parts.month, Math.min(parts.day, lengthOf(year, parts.month)));
};
