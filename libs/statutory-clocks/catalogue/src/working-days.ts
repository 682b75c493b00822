import Holidays from 'date-holidays';
import { type LocalDate, addDays } from '@permanence/kernel/values';
import { HOLIDAYS_MISSING, HOLIDAYS_THAT_WERE_MOVED } from './holiday-exceptions.js';

const england = new Holidays('GB', 'ENG');
const holidaysOfYear = new Map<string, ReadonlySet<string>>();

/** The public and bank holidays of England in a year, Saturdays and Sundays among them. */
export const bankHolidaysOf = (year: string): ReadonlySet<string> => {
  const known = holidaysOfYear.get(year);
  if (known) return known;
  const days = new Set<string>();
  for (const { date, type } of england.getHolidays(year)) if (type === 'public' || type === 'bank') days.add(date.slice(0, 10));
  for (const day of HOLIDAYS_THAT_WERE_MOVED) days.delete(day);
  for (const day of HOLIDAYS_MISSING) if (day.startsWith(year)) days.add(day);
  holidaysOfYear.set(year, days);
  return days;
};

/** Monday to Friday, and no bank or public holiday in England. */
export const isWorkingDay = (day: LocalDate): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !bankHolidaysOf(day.slice(0, 4)).has(day);
};

/**
 * The nth working day after a day, which itself is day 0 whatever it is (locality-hub T1).
 * @throws RangeError when `count` is not a whole number of at least 0
 */
export const addWorkingDays = (day: LocalDate, count: number): LocalDate => {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
};

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export const workingDaysBetween = (from: LocalDate, to: LocalDate): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
};
