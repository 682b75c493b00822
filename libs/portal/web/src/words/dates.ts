import { Temporal } from 'temporal-polyfill';
import { type Instant, type LocalDate, type Month, dayInEngland } from '@permanence/kernel/values';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const monthName = (iso: string): string => MONTHS[Number(iso.slice(5, 7)) - 1] ?? '';
const dayNumber = (day: LocalDate): string => String(Number(day.slice(8, 10)));
const weekday = (day: LocalDate): string => DAYS[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? '';

/** `Tuesday 3 March 2026`: a date in running text. */
export const fullDate = (day: LocalDate): string => `${weekday(day)} ${longDate(day)}`;

/** `3 March 2026`: where the weekday says nothing (a birth date, a record's history). */
export const longDate = (day: LocalDate): string => `${dayNumber(day)} ${monthName(day)} ${day.slice(0, 4)}`;

/** `Tue 3 Mar 2026`: in tables of five columns or more. */
export const tableDate = (day: LocalDate): string => `${weekday(day).slice(0, 3)} ${shortDate(day)}`;

/** `3 Mar 2026`: from and to of a time in a narrow column. */
export const shortDate = (day: LocalDate): string => `${dayNumber(day)} ${monthName(day).slice(0, 3)} ${day.slice(0, 4)}`;

/** `March 2026`. */
export const monthYear = (month: Month | LocalDate): string => `${monthName(month)} ${month.slice(0, 4)}`;

/** `Mar 2026`: under an axis. */
export const shortMonthYear = (month: Month): string => `${monthName(month).slice(0, 3)} ${month.slice(0, 4)}`;

/** `9:41am`, `3pm`, `11:59pm`, in England. */
export const timeOfDay = (instant: Instant): string => {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London');
  const hour = at.hour % 12 === 0 ? 12 : at.hour % 12;
  return `${String(hour)}${at.minute === 0 ? '' : `:${String(at.minute).padStart(2, '0')}`}${at.hour < 12 ? 'am' : 'pm'}`;
};

/** `Tuesday 3 March 2026 at 9:41am`. */
export const dateAndTime = (instant: Instant): string => `${fullDate(dayInEngland(instant))} at ${timeOfDay(instant)}`;

/** `Tue 3 Mar 2026, 9:41am`: in tables. */
export const tableDateAndTime = (instant: Instant): string => `${tableDate(dayInEngland(instant))}, ${timeOfDay(instant)}`;

/** `2025 to 2026`: the collection that ends in a year. */
export const collectionYears = (year: number): string => `${String(year - 1)} to ${String(year)}`;
