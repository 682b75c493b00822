import type { Day } from './days.js';
import type { Care, Life, Stay } from './life.js';

const isOpen = (span: Readonly<{ to?: Day }>, day: Day): boolean => span.to === undefined || span.to > day;

/** The time in care that a day falls in: of those begun by then the last, if it had not ended. */
export const careOn = ({ care }: Life, day: Day): Care | undefined => {
  const last = care.findLast(({ from }) => from <= day);
  return last !== undefined && isOpen(last, day) ? last : undefined;
};

/** Where a child stayed at the end of a day. */
export const stayOn = ({ stays }: Life, day: Day): Stay | undefined => {
  const last = stays.findLast(({ from }) => from <= day);
  return last !== undefined && isOpen(last, day) ? last : undefined;
};

/** Where a child lives: away for a time, it is the place to which the child is to return. */
const homeOn = (life: Life, day: Day): Stay | undefined => {
  const stay = stayOn(life, day);
  return stay?.returnsTo === undefined ? stay : life.stays.find(({ id }) => id === stay.returnsTo);
};

const FOSTER_CARE: ReadonlySet<string> = new Set(['U1', 'U2', 'U3', 'U4', 'U5', 'U6']);
const WITH_ADOPTERS: ReadonlySet<string> = new Set(['A3', 'A4', 'A5', 'A6']);

export const isFosterCare = ({ type }: Stay): boolean => FOSTER_CARE.has(type);
export const isWithAdopters = ({ type }: Stay): boolean => WITH_ADOPTERS.has(type);

/** The foster home of a child looked after on a day. */
export const fosterHomeOn = (life: Life, day: Day): Stay | undefined => {
  const home = careOn(life, day) === undefined ? undefined : homeOn(life, day);
  return home !== undefined && isFosterCare(home) ? home : undefined;
};

/** The first stay with the same carers. */
export const firstWithSameCarers = (life: Life, stay: Stay): Stay => {
  const before = life.stays.find(({ id }) => id === stay.continues);
  return before === undefined ? stay : firstWithSameCarers(life, before);
};
