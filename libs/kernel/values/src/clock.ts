import type { Branded } from './branded.js';
import type { LocalDate } from './local-date.js';

/** A point in time, UTC, ISO 8601 with milliseconds and a Z. */
export type Instant = Branded<string, 'Instant'>;

/** @throws TypeError when the text is not an instant in UTC. */
export const Instant = (text: string): Instant => {
  const parsed = new Date(text);
  if (Number.isNaN(parsed.getTime()) || !text.endsWith('Z')) throw new TypeError('This is not an instant in UTC, written like 2026-09-30T09:41:00Z.');
  return parsed.toISOString() as Instant;
};

/** What time it is: the only way in which code outside `platform` learns it. */
export interface Clock {
  now(): Instant;
  /** Today in England. */
  today(): LocalDate;
}

const england = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day in England on which an instant falls. */
export const dayInEngland = (instant: Instant): LocalDate => england.format(new Date(instant)) as LocalDate;
