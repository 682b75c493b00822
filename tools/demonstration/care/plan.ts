import type { Day } from '../calendar.js';

export type LegalStatus = 'C1' | 'C2' | 'E1' | 'V2' | 'L1' | 'L2' | 'J1';

/** How children come into care, which shapes all that follows. */
export type Route = 'proceedings' | 'short' | 'accommodated' | 'unaccompanied' | 'remand' | 'relinquished';

export type LegalChange = Readonly<{ from: Day; status: LegalStatus }>;

/** Code of leaving care, or `guardianship` and `adult` where the last placement settles which code it is. */
export type Leaving = 'E11' | 'E12' | 'E13' | 'E14' | 'E15' | 'E16' | 'E2' | 'E3' | 'E4A' | 'E4B' | 'E41' | 'E8' | 'E9' | 'guardianship' | 'adult';

export type AdoptionPath = Readonly<{
  decidedOn: Day;
  matchedOn?: Day;
  placedOn?: Day;
  /** Ends a placement that the adopters could not go on with. */
  disruptedOn?: Day;
  plan: 'adopters' | 'carers' | 'early-permanence';
  /** Since when the child lives with carers who would adopt (U5). */
  earlyFrom?: Day;
  reversed?: Readonly<{ on: Day; reason: 'RD1' | 'RD2' | 'RD3' | 'RD4' }>;
  consent: boolean;
}>;

/** One period of care as it will go, drawn when it starts; what lies after today is never told to anybody. */
export type CarePlan = Readonly<{
  start: Day;
  end: Day;
  leaving: Leaving;
  route: Route;
  need: string;
  legal: readonly LegalChange[];
  adoption?: AdoptionPath;
  /** Placed with own parents under the care order. */
  parents?: Readonly<{ from: Day; to: Day }>;
}>;

/** What is known of a child on the day of entry. */
export type Entry = Readonly<{ start: Day; born: Day; route: Route; need: string }>;
