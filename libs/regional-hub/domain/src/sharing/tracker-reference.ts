import type { Branded } from '@permanence/kernel/values';

/** What a child is called outside its council: random, and not to be worked out from anything else. `TRK-7F3K-9Q`. */
export type TrackerReference = Branded<string, 'TrackerReference'>;

/** @throws TypeError when the text is no reference of the tracker. */
export const TrackerReference = (text: string): TrackerReference => {
  if (!/^TRK-[2-9A-Z]{4}-[2-9A-Z]{2}$/.test(text)) throw new TypeError('This is not a reference of the tracker, such as TRK-7F3K-9Q.');
  return text as TrackerReference;
};
