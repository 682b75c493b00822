import { Instant, LocalDate, addDays, addMonths, ageOn, collectionYearOf, dayInEngland, daysBetween, financialYearStart, monthEnd, monthOf } from '@permanence/kernel/values';
import { addWorkingDays, dueAt, dueOn, isWorkingDay, workingDaysBetween } from '@permanence/statutory-clocks/catalogue';

/** What the product says about a generated day: by name, so that a difference names itself. */
export type Answers = Readonly<Record<string, string | number | boolean>>;

/** A day, a number to count with, and an instant near midnight or near a change of the clocks. */
export type Question = Readonly<{ day: string; n: number; instant: string }>;

export const answersTo = ({ day: text, n, instant: at }: Question): Answers => {
  const [day, instant] = [LocalDate(text), Instant(at)];
  return {
    addDays: addDays(day, n), addMonths: addMonths(day, n), daysBetween: daysBetween(day, addDays(day, n)), monthEnd: monthEnd(monthOf(day)),
    ageOn: ageOn(day, addDays(addMonths(day, 12 * n), n % 2 === 0 ? 0 : -1)), collectionYearOf: collectionYearOf(day), financialYearStart: financialYearStart(day),
    isWorkingDay: isWorkingDay(day), addWorkingDays: addWorkingDays(day, n), workingDaysBetween: workingDaysBetween(day, addDays(day, n)),
    C13: dueOn('C13', day), C14: dueOn('C14', day), C15: dueOn('C15', day), C32: dueAt('C32', instant), dayInEngland: dayInEngland(instant),
  };
};
