import { scaleLinear } from 'd3-scale';
import { type LocalDate, addMonths, daysBetween, monthOf } from '@permanence/kernel/values';
import { shortMonthYear } from '../../words/dates.js';

export type DayScale = (day: LocalDate) => number;

/** Time in proportion: `start` at one end, `end` at the other. */
export const dayScale = (start: LocalDate, end: LocalDate, range: readonly [number, number]): DayScale => {
  const scale = scaleLinear().domain([0, Math.max(daysBetween(start, end), 1)]).range(range);
  return (day) => scale(daysBetween(start, day));
};

export type Tick = Readonly<{ day: LocalDate; label: string }>;

/** A tick at each first of January; each first of a third month where the whole is under two years. */
export const yearTicks = (start: LocalDate, end: LocalDate): readonly Tick[] => {
  const long = daysBetween(start, end) > 730;
  const step = long ? 12 : 3;
  const ticks: Tick[] = [];
  for (let day = `${start.slice(0, 4)}-01-01` as LocalDate; day <= end; day = addMonths(day, step))
    if (day > start) ticks.push({ day, label: long ? day.slice(0, 4) : shortMonthYear(monthOf(day)) });
  return ticks;
};

/** Birthdays between two days, with the age reached. */
export const birthdays = (born: LocalDate, start: LocalDate, end: LocalDate): readonly Tick[] => {
  const ticks: Tick[] = [];
  for (let age = 1; age <= 25; age += 1) {
    const day = addMonths(born, age * 12);
    if (day >= start && day <= end) ticks.push({ day, label: String(age) });
  }
  return ticks;
};
