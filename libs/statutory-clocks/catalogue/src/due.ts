import { Instant, type LocalDate, addDays, addMonths } from '@permanence/kernel/values';
import { type ClockId, lengthOf } from './catalogue.js';
import { addWorkingDays } from './working-days.js';

const MS_AN_HOUR = 3_600_000;

/**
 * The last day on which a clock is met: on or before it is in time, overdue from the next day (T6). It never rolls to a working day (T4).
 * @param startedOn day 0: the event itself, or for a clock on a birthday the day of birth
 * @param part the case, where the clock knows several; without it the usual one
 * @throws TypeError when that case is counted in hours or bound to another event
 */
export const dueOn = (id: ClockId, startedOn: LocalDate, part?: string): LocalDate => {
  const { span } = lengthOf(id, part);
  switch (span?.unit) {
    case 'working-days': return addWorkingDays(startedOn, span.count);
    case 'days': return addDays(startedOn, span.count);
    case 'weeks': return addDays(startedOn, span.count * 7);
    case 'months': return addMonths(startedOn, span.count);
    case 'years': return addMonths(startedOn, span.count * 12);
    default: throw new TypeError(`clock ${id} is not counted in days`);
  }
};

/**
 * The last instant on which a clock counted in hours is met: elapsed hours, whatever the clocks on the wall do (T5).
 * @throws TypeError when the clock is not counted in hours
 */
export const dueAt = (id: ClockId, startedAt: Instant, part?: string): Instant => {
  const { span } = lengthOf(id, part);
  if (span?.unit !== 'hours') throw new TypeError(`clock ${id} is not counted in hours`);
  return Instant(new Date(new Date(startedAt).getTime() + span.count * MS_AN_HOUR).toISOString());
};

/** The clock that runs to a child's next review: to the first, from the first to the second, and from each later one (C13 to C15). */
export const clockToNextReview = (reviewsHeld: number): 'C13' | 'C14' | 'C15' => (reviewsHeld === 0 ? 'C13' : reviewsHeld === 1 ? 'C14' : 'C15');
