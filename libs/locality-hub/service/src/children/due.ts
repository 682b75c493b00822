import type { LocalDate } from '@permanence/kernel/values';
import { type ClockId, clockOf, workingDaysBetween } from '@permanence/statutory-clocks/catalogue';
import type { DueDto } from './children.dto.js';

const countsWorkingDays = (clock: ClockId): boolean => clockOf(clock).lengths[0].span?.unit === 'working-days';

/** A running clock as a page shows it. */
export const dueOf = (clock: ClockId, dueOn: LocalDate, today: LocalDate): DueDto => ({
  clock, dueOn, workingDaysLeft: dueOn >= today && countsWorkingDays(clock) ? workingDaysBetween(today, dueOn) : null,
});
