import { type Day, windowOf, written } from '../calendar.js';

/** What a council knows when it sends a year: nothing after `last`, which is 31 March or the day to which a year in progress is told. */
export type View = Readonly<{ year: number; first: Day; last: Day; complete: boolean }>;

export const viewOf = (year: number, today: Day): View => {
  const { first, last } = windowOf(year);
  return { year, first, last: Math.min(last, today), complete: last < today };
};

/** Whether anything of a stretch falls in the year as seen; a stretch may end on the first day of the year that tells of its end. */
export const isInView = ({ from, to }: Readonly<{ from: Day; to: Day }>, view: View): boolean => from <= view.last && to >= view.first;

/** A day as the file of the year can tell it. */
export const told = (day: Day | undefined, view: View): string => (day === undefined || day > view.last ? '' : written(day));
