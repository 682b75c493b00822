/** Days since 1 January 1970. Rules compare and subtract days many times a row, so they use whole numbers rather than text. */
export type DayNumber = number;

const SLASH = 47;
const ZERO = 48;
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

/** The day that a cell states as dd/mm/yyyy, or undefined when it is empty or no such day exists. */
export const dayIn = (cell: string): DayNumber | undefined => {
  if (cell.length !== 10 || cell.charCodeAt(2) !== SLASH || cell.charCodeAt(5) !== SLASH) return undefined;
  const day = digits(cell, 0, 2);
  const month = digits(cell, 3, 5);
  const year = digits(cell, 6, 10);
  if (!(month >= 1 && month <= 12 && year >= 1 && day >= 1)) return undefined;
  return day <= lengthOf(year, month) ? dayNumber(year, month, day) : undefined;
};
