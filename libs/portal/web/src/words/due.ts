import { type LocalDate, addMonths, daysBetween } from '@permanence/kernel/values';
import { fullDate } from './dates.js';
import { counted } from './numbers.js';

/** A due date in words: `lead` relative, `rest` absolute; the two joined by a comma make the sentence of portal.md section 4. */
export type DueWords = Readonly<{ late: boolean; lead: string; rest: string }>;

/** Relative, then absolute. `workingDaysLeft` is told where the rule counts working days. */
export const dueWords = (dueOn: LocalDate, today: LocalDate, workingDaysLeft: number | null = null): DueWords => {
  const days = daysBetween(today, dueOn);
  if (days < 0) return { late: true, lead: `${counted(-days, 'day')} late`, rest: `was due ${fullDate(dueOn)}` };
  return { late: false, lead: toGo(days, workingDaysLeft), rest: fullDate(dueOn) };
};

const toGo = (days: number, workingDaysLeft: number | null): string => {
  if (days === 0) return 'due today';
  if (days === 1) return 'due tomorrow';
  if (workingDaysLeft !== null) return `${counted(workingDaysLeft, 'working day')} left`;
  return days <= 14 ? `in ${counted(days, 'day')}` : `in ${counted(Math.round(days / 7), 'week')}`;
};

/** `3 days late, was due Saturday 28 February 2026`; `due today`; `in 6 days, Monday 9 March 2026`. */
export const dueSentence = (dueOn: LocalDate, today: LocalDate, workingDaysLeft: number | null = null): string => {
  const { lead, rest } = dueWords(dueOn, today, workingDaysLeft);
  return lead === 'due today' ? lead : `${lead}, ${rest}`;
};

/** How long a time lasted: days under a fortnight, weeks under a quarter, then whole months and years: `1 year 9 months`. */
export const lasting = (from: LocalDate, to: LocalDate): string => {
  const days = daysBetween(from, to);
  if (days < 14) return counted(days, 'day');
  if (days < 84) return counted(Math.round(days / 7), 'week');
  const months = wholeMonths(from, to);
  if (months < 12) return counted(months, 'month');
  return [counted(Math.floor(months / 12), 'year'), months % 12 === 0 ? '' : counted(months % 12, 'month')].filter(Boolean).join(' ');
};

const wholeMonths = (from: LocalDate, to: LocalDate): number => {
  const rough = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, rough) <= to ? rough : rough - 1;
};
