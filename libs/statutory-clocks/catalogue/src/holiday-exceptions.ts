/**
 * Where `date-holidays` 3.37 differs from the bank holidays that were kept in England, since 2000.
 * 2020 (VE day), 2022 (Platinum Jubilee, State Funeral) and 2023 (Coronation) are right there; the spec beside this file holds them.
 */

/** Days that were bank holidays by royal proclamation and are not in the package. */
export const HOLIDAYS_MISSING = [
  '2002-06-03', // Golden Jubilee
  '2002-06-04', // Spring bank holiday, moved from 27 May
  '2011-04-29', // wedding of the Duke and Duchess of Cambridge
  '2012-06-04', // Spring bank holiday, moved from 28 May
] as const;

/** Days on which the package still has a holiday that was moved in that year. */
export const HOLIDAYS_THAT_WERE_MOVED = [
  '2002-05-27',
  '2012-05-28',
] as const;
