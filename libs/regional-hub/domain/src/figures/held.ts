import { type LocalDate, type Month, addDays, addMonths, addMonthsTo, collectionWindow, collectionYearOf, financialYearStart, monthEnd, monthOf } from '@permanence/kernel/values';
import type { IndicatorDefinition, RecordKind, RecordsSince } from '../indicators/definition.js';

/** A module of a collection, and the day to which it is complete: 31 March of its year, or the day declared for a year in progress. */
export type HeldModule = Readonly<{ year: number; module: string; completeTo: LocalDate }>;

/** A kind of fact that a council records whole in its own hub, and the day since which it does. */
export type KeptRecord = Readonly<{ kind: RecordKind; from: LocalDate }>;

/** All that a council's figures may stand on, as known on a day. */
export type Held = Readonly<{ modules: readonly HeldModule[]; records: readonly KeptRecord[]; population: boolean }>;

/** What an indicator needs to be held. */
export type Needs = Pick<IndicatorDefinition, 'modules' | 'records' | 'population' | 'period'>;

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

/** A module counts as far as the year's Episodes go. */
const areLoaded = (held: readonly HeldModule[], { modules }: Needs, day: LocalDate): boolean => {
  const year = collectionYearOf(day);
  const ofYear = held.filter((each) => each.year === year);
  const episodes = ofYear.find(({ module }) => module === 'Episodes');
  return episodes !== undefined && day <= episodes.completeTo && modules.every((module) => ofYear.some((each) => each.module === module));
};

const FIRST_DAY: Readonly<Record<RecordsSince, (day: LocalDate) => LocalDate>> = {
  day: (day) => day,
  month: (day) => `${monthOf(day)}-01` as LocalDate,
  '6-months': (day) => addMonths(addDays(day, 1), -6),
  '12-months': (day) => addMonths(addDays(day, 1), -12),
  year: financialYearStart,
  // What falls due on 1 April began 20 working days before it: never before 1 March.
  'month-before-year': (day) => addMonths(financialYearStart(day), -1),
};

/** The first day of which a figure of `day` must know everything. */
export const firstDayNeeded = (since: RecordsSince, day: LocalDate): LocalDate => FIRST_DAY[since](day);

const areKept = (kept: readonly KeptRecord[], { records }: Needs, day: LocalDate): boolean => {
  if (records === undefined) return true;
  const needed = firstDayNeeded(records.since, day);
  return records.kinds.every((kind) => kept.some((each) => each.kind === kind && each.from <= needed));
};

/** 31 March is the only day of an annual figure (kpi.md convention 1). */
const isDayOf = ({ period }: Needs, day: LocalDate): boolean => period !== 'annual' || day.endsWith('-03-31');

/** Whether all that an indicator needs of the state on a day and of the time that it looks back on is held (convention 13). */
export const isHeldOn = (held: Held, needs: Needs, day: LocalDate): boolean =>
  isDayOf(needs, day) && areLoaded(held.modules, needs, day) && areKept(held.records, needs, day) && (needs.population === undefined || held.population);

/** The day that a month is counted on: its last, or the day on which it was known while it was in progress. */
export const dayCounted = (month: Month, asKnownOn: LocalDate): LocalDate => {
  const end = monthEnd(month);
  return end < asKnownOn ? end : asKnownOn;
};

/** Each month of a holding in which all that an indicator needs is held, oldest first. */
export const monthsHeld = (held: Held, needs: Needs, asKnownOn: LocalDate): readonly Month[] => {
  const holding = holdingOf(held.modules);
  if (!holding) return [];
  const months: Month[] = [];
  const last = monthOf(holding.completeTo < asKnownOn ? holding.completeTo : asKnownOn);
  for (let month = holding.firstMonth; month <= last; month = addMonthsTo(month, 1)) if (isHeldOn(held, needs, dayCounted(month, asKnownOn))) months.push(month);
  return months;
};
