import type { Day, Period } from './days.js';
import type { Life } from './life.js';

/** What a child, or a council, adds: cases counted, cases that they are counted of, and those counted in the region where they are others. */
export type Tally = Readonly<{ of: number; all: number; shared?: number }>;

/** What is the same for all children of a council: its code, its partners', and the day since which it keeps a record of disability. */
export type Council = Readonly<{ code: string; partners: ReadonlySet<string>; disabilityKept?: Day }>;

/** What one child adds to an indicator at the end of a period. */
export type Counter = (life: Life, period: Period, council: Council) => Tally;

const NOTHING: Tally = { of: 0, all: 0 };

/** A case that counts below the line, and above it where `isCounted`. */
const one = (isCounted: boolean): Tally => ({ of: isCounted ? 1 : 0, all: 1 });

/** One case, if there is one. */
export const oneIf = (is: boolean, isCounted = true): Tally => (is ? one(isCounted) : NOTHING);

/** Each case, those that `isCounted` above the line. */
export const casesOf = <T>(cases: readonly T[], isCounted: (item: T) => boolean): Tally => ({ of: cases.filter(isCounted).length, all: cases.length });

/** Sums what the children add. */
export const sumOf = (tallies: readonly Tally[]): Required<Tally> =>
  tallies.reduce<Required<Tally>>((sum, { of, all, shared }) => ({ of: sum.of + of, all: sum.all + all, shared: sum.shared + (shared ?? of) }), { of: 0, all: 0, shared: 0 });

/** Whether a day is in a period that begins with `from` and ends with D. */
export const within = (day: Day | undefined, from: Day, { on }: Period): boolean => day !== undefined && day >= from && day <= on;
