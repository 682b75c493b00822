import { type LocalDate, type Month, addMonthsTo, collectionWindow, collectionYearOf, monthEnd, monthOf } from '@permanence/kernel/values';
import type { FeedingModule } from '../indicators/definition.js';

/** A module of a collection, and the day to which it is complete: 31 March of its year, or the day declared for a year in progress. */
export type HeldModule = Readonly<{ year: number; module: string; completeTo: LocalDate }>;

/** What an authority's figures may claim (ssda903-import.md, What a figure may claim 1). */
export type Holding = Readonly<{
  firstMonth: Month;
  /** The horizon: nothing is known of the day after. Only Episodes move it. */
  completeTo: LocalDate;
  /** Collections left out between two. */
  yearsMissing: readonly number[];
}>;

/** From April of the first collection with Episodes to the horizon; undefined while there is none. */
export const holdingOf = (held: readonly HeldModule[]): Holding | undefined => {
  const episodes = held.filter(({ module }) => module === 'Episodes').sort((a, b) => a.year - b.year);
  const [first, last] = [episodes[0], episodes.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const years = new Set(episodes.map(({ year }) => year));
  const between = Array.from({ length: last.year - first.year }, (_, i) => first.year + i);
  return { firstMonth: monthOf(collectionWindow(first.year).first), completeTo: last.completeTo, yearsMissing: between.filter((year) => !years.has(year)) };
};

/** Whether the state and the events up to a day are held by each module that feeds an indicator. A module counts as far as the year's Episodes go. */
export const isHeldOn = (held: readonly HeldModule[], modules: readonly FeedingModule[], day: LocalDate): boolean => {
  const year = collectionYearOf(day);
  const ofYear = held.filter((each) => each.year === year);
  const episodes = ofYear.find(({ module }) => module === 'Episodes');
  return episodes !== undefined && day <= episodes.completeTo && modules.every((module) => ofYear.some((each) => each.module === module));
};

/** The day that a month is counted on: its last, or the day on which it was known while it was in progress. */
export const dayCounted = (month: Month, asKnownOn: LocalDate): LocalDate => {
  const end = monthEnd(month);
  return end < asKnownOn ? end : asKnownOn;
};

/** Each month of a holding that an indicator's modules hold, oldest first. */
export const monthsHeld = (held: readonly HeldModule[], modules: readonly FeedingModule[], asKnownOn: LocalDate): readonly Month[] => {
  const holding = holdingOf(held);
  if (!holding) return [];
  const months: Month[] = [];
  const last = monthOf(holding.completeTo < asKnownOn ? holding.completeTo : asKnownOn);
  for (let month = holding.firstMonth; month <= last; month = addMonthsTo(month, 1)) if (isHeldOn(held, modules, dayCounted(month, asKnownOn))) months.push(month);
  return months;
};
