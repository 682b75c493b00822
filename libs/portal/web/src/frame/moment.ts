import { type Instant, type LocalDate, dayInEngland } from '@permanence/kernel/values';
import { dateAndTime, fullDate, longDate, shortDate, tableDate, tableDateAndTime } from '../words/dates.js';

/** A day or an instant as a page shows it: `<time datetime="iso">words</time>`. */
export type Moment = Readonly<{ iso: string; words: string }>;

export const inFull = (day: LocalDate): Moment => ({ iso: day, words: fullDate(day) });
export const inLong = (day: LocalDate): Moment => ({ iso: day, words: longDate(day) });
export const inShort = (day: LocalDate): Moment => ({ iso: day, words: shortDate(day) });
export const inTable = (day: LocalDate): Moment => ({ iso: day, words: tableDate(day) });
export const atInFull = (at: Instant): Moment => ({ iso: at, words: dateAndTime(at) });
export const atInTable = (at: Instant): Moment => ({ iso: at, words: tableDateAndTime(at) });
export const dayInFull = (at: Instant): Moment => inFull(dayInEngland(at));
