import { type Day, type Period, ageOn } from './days.js';
import { type Counter, oneIf } from './counter.js';
import type { Birthday, Life } from './life.js';

const SUPPORTED: ReadonlySet<string> = new Set(['eligible', 'relevant', 'former-relevant', 'qualifying']);

/** A care leaver whom the permanency hub supports, aged 18 or over or of an age that is not known. */
const isLeaver = ({ leaving, born }: Life, on: Day): boolean => {
  const last = leaving.findLast((each) => each.on <= on);
  return last !== undefined && SUPPORTED.has(last.status) && last.unit === 'permanency-hub' && (born === undefined || ageOn(born, on) >= 18);
};

/** The latest birthday to D of which something is said. */
const latest = ({ birthdays }: Life, on: Day, says: (each: Birthday) => boolean): Birthday | undefined => birthdays.findLast((each) => each.on <= on && says(each));

/** Care leavers of whom something is said in the year, those above the line of whom the latest is `isCounted`. */
const inYear = (says: (each: Birthday) => boolean, isCounted: (each: Birthday) => boolean): Counter => (life, { on, year }: Period) => {
  const told = isLeaver(life, on) ? latest(life, on, (each) => each.on >= year && says(each)) : undefined;
  return oneIf(told !== undefined, told !== undefined && life.born !== undefined && isCounted(told));
};

const NOT_AT_WORK: ReadonlySet<string> = new Set(['G4', 'G5', 'G6']);
const NO_LONGER_OWED: ReadonlySet<string> = new Set(['DIED', 'RHOM', 'NREQ']);

const outOfTouch: Counter = (life, { on }) => {
  const contact = latest(life, on, ({ inTouch }) => inTouch !== undefined)?.inTouch ?? '';
  return oneIf(isLeaver(life, on) && !NO_LONGER_OWED.has(contact), life.born !== undefined && (contact === 'NO' || contact === 'REFU'));
};

/** Young people who have left care. */
export const LEAVERS: Readonly<Record<string, Counter>> = {
  'lvc-supported': (life, { on }) => oneIf(life.born !== undefined && isLeaver(life, on)),
  'lvc-neet-percentage': inYear(({ activity }) => activity !== undefined && activity !== '0', ({ activity = '' }) => NOT_AT_WORK.has(activity)),
  'lvc-suitable-accommodation-percentage': inYear(({ accommodation }) => accommodation !== undefined && accommodation !== '0' && accommodation !== 'R', ({ suitable }) => suitable === 1),
  'lvc-not-in-contact-percentage': outOfTouch,
};
