import { Temporal } from 'temporal-polyfill';
import type { Branded } from './branded.js';

/** A calendar day in England, `2026-09-30`. Days compare as text. */
export type LocalDate = Branded<string, 'LocalDate'>;

/** A calendar month, `2026-09`. Months compare as text. */
export type Month = Branded<string, 'Month'>;

/** @throws TypeError when the text is not a day that exists. */
export const LocalDate = (text: string): LocalDate => {
  if (!isDay(text)) throw new TypeError('This is not a day that exists, written like 2026-09-30.');
  return text as LocalDate;
};

/** @throws TypeError when the text is not a month, written like 2026-09. */
export const Month = (text: string): Month => {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new TypeError('This is not a month, written like 2026-09.');
  return text as Month;
};

/** The day of three whole numbers, or undefined when there is no such day. */
export const dayOf = (year: number, month: number, day: number): LocalDate | undefined => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? (text as LocalDate) : undefined;
};

/** The day `days` later (earlier when negative). */
export const addDays = (day: LocalDate, days: number): LocalDate => isoDay(utc(day) + days * MS_A_DAY);

/** The same day number `months` later, clamped to the last day of a shorter month (kpi.md convention 2). */
export const addMonths = (day: LocalDate, months: number): LocalDate => Temporal.PlainDate.from(day).add({ months }).toString() as LocalDate;

/** Whole days from one day to a later one; negative when it is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => Math.round((utc(to) - utc(from)) / MS_A_DAY);

/** Completed years on a day; a birthday of 29 February falls on 28 February in common years (locality-hub T9). */
export const ageOn = (birthDate: LocalDate, on: LocalDate): number => {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return addMonths(birthDate, years * 12) <= on ? years : years - 1;
};

/** The month that a day falls in. */
export const monthOf = (day: LocalDate): Month => day.slice(0, 7) as Month;

/** The last day of a month. */
export const monthEnd = (month: Month): LocalDate => isoDay(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0));

/** The month `months` later. */
export const addMonthsTo = (month: Month, months: number): Month => monthOf(isoDay(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + months, 1)));

/** 1 April of the financial year that holds the day. */
export const financialYearStart = (day: LocalDate): LocalDate => {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5) >= '04-01' ? year : year - 1}-04-01` as LocalDate;
};

/** The year in which the SSDA903 collection that holds the day ends: 1 April 2025 to 31 March 2026 is 2026. */
export const collectionYearOf = (day: LocalDate): number => Number(financialYearStart(day).slice(0, 4)) + 1;

/** First and last day of the collection that ends in a year. */
export const collectionWindow = (year: number): Readonly<{ first: LocalDate; last: LocalDate }> => ({
  first: `${year - 1}-04-01` as LocalDate,
  last: `${year}-03-31` as LocalDate,
});

const MS_A_DAY = 86_400_000;

const utc = (day: LocalDate): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));

const isoDay = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10) as LocalDate;

const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
};
