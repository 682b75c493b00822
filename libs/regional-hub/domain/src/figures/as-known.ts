import { type LocalDate, type Month, monthEnd } from '@permanence/kernel/values';
import { addWorkingDays } from '@permanence/statutory-clocks/catalogue';

/** "As known then", until a pack of the month is frozen: the end of the tenth working day after the month (kpi.md convention 14). */
export const knownThenOn = (month: Month): LocalDate => {
  const known = tenthDayAfter.get(month);
  if (known !== undefined) return known;
  const day = addWorkingDays(monthEnd(month), 10);
  tenthDayAfter.set(month, day);
  return day;
};

/** A scorecard asks for the same few months with every figure of its history. */
const tenthDayAfter = new Map<Month, LocalDate>();

/** Whether a figure is of a month that was still in progress, when it was known or now. */
export const isProvisional = (month: Month, asKnownOn: LocalDate, today: LocalDate): boolean => monthEnd(month) >= today || monthEnd(month) > asKnownOn;
