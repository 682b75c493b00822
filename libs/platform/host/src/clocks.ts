import { type Clock, Instant, type LocalDate, dayInEngland, daysBetween } from '@permanence/kernel/values';

const MS_A_DAY = 86_400_000;

/** The real clock. */
export const systemClock: Clock = {
  now: () => Instant(new Date().toISOString()),
  today: () => dayInEngland(Instant(new Date().toISOString())),
};

/** A clock whose day is fixed for good and whose time of day runs: for tests and demonstrations. */
export const clockOn = (day: LocalDate): Clock => ({
  now: () => {
    const real = new Date();
    const shift = daysBetween(dayInEngland(Instant(real.toISOString())), day);
    return Instant(new Date(real.getTime() + shift * MS_A_DAY).toISOString());
  },
  today: () => day,
});
