import { dayNumber, type DayNumber } from './day-number.js';

const FIRST_YEAR_OF_RULES = 2023;
const LAST_YEAR_OF_RULES = 2027;

/** A collection as the rules see it: `year` is the one in which it ends, `rulesOf` the one whose rules and code lists it uses. */
export type CollectionYear = Readonly<{ year: number; rulesOf: number; first: DayNumber; last: DayNumber }>;

/** Years before 2023 use the rules of 2023, years not yet known those of the last known, each with its own 1 April to 31 March. */
export const collectionYear = (year: number): CollectionYear => ({
  year,
  rulesOf: Math.min(Math.max(year, FIRST_YEAR_OF_RULES), LAST_YEAR_OF_RULES),
  first: dayNumber(year - 1, 4, 1),
  last: dayNumber(year, 3, 31),
});
