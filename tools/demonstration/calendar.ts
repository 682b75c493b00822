import { LocalDate } from '@permanence/kernel/values';

/** A day as a whole number, days since 1 January 1970: a simulation of 20 years counts many of them. */
export type Day = number;

const MS_A_DAY = 86_400_000;

export const dayOf = (date: LocalDate): Day => Date.parse(`${date}T00:00:00Z`) / MS_A_DAY;

export const dateOf = (day: Day): LocalDate => LocalDate(new Date(day * MS_A_DAY).toISOString().slice(0, 10));

/** dd/mm/yyyy, as SSDA903 files write days. */
export const written = (day: Day): string => {
  const known = writtenDays.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * MS_A_DAY).toISOString();
  const text = `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
  writtenDays.set(day, text);
  return text;
};

/** The day on which somebody becomes `age`. Nobody here is born on 29 February. */
export const birthday = (born: Day, age: number): Day => {
  const date = new Date(born * MS_A_DAY);
  return Date.UTC(date.getUTCFullYear() + age, date.getUTCMonth(), date.getUTCDate()) / MS_A_DAY;
};

/** Completed years on a day. */
export const ageOn = (born: Day, on: Day): number => {
  const years = yearOf(on) - yearOf(born);
  return birthday(born, years) <= on ? years : years - 1;
};

export const yearOf = (day: Day): number => new Date(day * MS_A_DAY).getUTCFullYear();

/** The birth date nearest to a day on which every year has a birthday. */
export const possibleBirth = (day: Day): Day => (new Date(day * MS_A_DAY).toISOString().slice(5, 10) === '02-29' ? day - 1 : day);

/** First and last day of the collection that ends in a year. */
export const windowOf = (year: number): Readonly<{ first: Day; last: Day }> => ({
  first: Date.UTC(year - 1, 3, 1) / MS_A_DAY,
  last: Date.UTC(year, 2, 31) / MS_A_DAY,
});

/** The year in which the collection that holds the day ends. */
export const collectionOf = (day: Day): number => (day > windowOf(yearOf(day)).last ? yearOf(day) + 1 : yearOf(day));

/** The day itself, or the Monday after a weekend. */
export const workingDay = (day: Day): Day => day + ([1, 0, 0, 0, 0, 0, 2][weekday(day)] ?? 0);

/** The day `count` working days later; bank holidays count as working days here. */
export const afterWorkingDays = (day: Day, count: number): Day => {
  let at = day;
  for (let left = count; left > 0; left -= 1) at = workingDay(at + 1);
  return at;
};

/** 0 is Sunday; 1 January 1970 was a Thursday. */
const weekday = (day: Day): number => (day + 4) % 7;

const writtenDays = new Map<Day, string>();
