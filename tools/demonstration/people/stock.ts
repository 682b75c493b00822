import type { Day } from '../calendar.js';

type Course = Readonly<{ firstDay: Day; today: Day; lookedAfterNow: number }>;

/** How many are looked after on a day: a filling in five years long before the first collection, then slow growth to today's number. */
export const stockOn = (day: Day, { firstDay, today, lookedAfterNow }: Course): number => {
  const before = lookedAfterNow * START_SHARE;
  if (day <= firstDay) return Math.round(before * Math.min(1, Math.max(0, 1 - (firstDay - FULL_BEFORE - day) / FILLING)));
  const grown = (day - firstDay) / (today - firstDay);
  const wave = Math.sin((day / 365.25) * 2 * Math.PI) * 0.006 * (1 - grown);
  return Math.min(lookedAfterNow, Math.round(before + (lookedAfterNow - before) * grown + lookedAfterNow * wave));
};

const START_SHARE = 0.93;
const FULL_BEFORE = 10 * 365;
const FILLING = 5 * 365;
