import { type LocalDate, addDays, addMonths } from '@permanence/kernel/values';

/** A school term: its name as an event has it, its first day and the Friday on which it ends. */
export type SchoolTerm = Readonly<{ termId: string; from: LocalDate; to: LocalDate }>;

const fridayUpTo = (day: string): LocalDate => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day as LocalDate, -((weekday + 2) % 7));
};

const TERMS = [['spring', '01-02', '03-31'], ['summer', '04-01', '07-23'], ['autumn', '09-01', '12-20']] as const;

/** The terms that begin in a year. Councils set their own days; these are a default that lies near all of them. */
export const termsOfYear = (year: number): SchoolTerm[] => TERMS.map(([name, from, to]) => ({ termId: `${year}-${name}`, from: `${year}-${from}` as LocalDate, to: fridayUpTo(`${year}-${to}`) }));

/** The terms that end on or after a day and begin on or before another. */
export const termsBetween = (from: LocalDate, to: LocalDate): SchoolTerm[] => {
  const years = Array.from({ length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, index) => Number(from.slice(0, 4)) + index);
  return years.flatMap(termsOfYear).filter((term) => term.to >= from && term.from <= to);
};

/** A child has a personal education plan from the 4th birthday, about when school begins, to the 18th. */
export const isOfPlanAge = (birthDate: LocalDate, day: LocalDate): boolean => day >= addMonths(birthDate, 48) && day < addMonths(birthDate, 216);
