import { AUTHORITIES } from '@permanence/contracts/partnership';
import type { Tally } from './counter.js';
import type { Day } from './days.js';
import { type Answered, figureOf } from './figure.js';
import { FIRST_MONTH } from './loadings.js';
import { COUNTERS, type Counted, Recount } from './recount.js';
import type { CountedRegion } from './region.js';

const REGION = 'region';

/** The councils, and the region that they are together. */
export const PLACES: readonly string[] = [...AUTHORITIES.map(({ code }) => code), REGION];

const INDICATORS = Object.keys(COUNTERS);

/** What every council comes to, month by month. */
export type ByCouncil = ReadonlyMap<string, ReadonlyMap<string, Counted>>;

/** Every council's log, counted anew by the other code. */
export class OtherCount {
  private readonly councils: ReadonlyMap<string, Recount>;

  constructor(logOf: CountedRegion['logOf']) {
    const codes = AUTHORITIES.map(({ code }) => code);
    this.councils = new Map(codes.map((code) => [code, new Recount(code, codes, logOf(code))]));
  }

  /** As known at the end of a day: all months to it, or one. */
  asKnownOn(day: Day, only?: string): ByCouncil {
    return new Map([...this.councils].map(([code, recount]) => [code, recount.asKnownOn(day, FIRST_MONTH, only)]));
  }
}

/** What a place comes to: the region, the sum of the councils that hold the month (kpi.md, convention 8). */
export const countedIn = (all: ByCouncil, place: string, id: string, month: string): Pick<Tally, 'of' | 'all'> | undefined => {
  if (place !== REGION) return all.get(place)?.get(month)?.get(id);
  const held = [...all.values()].flatMap((months) => months.get(month)?.get(id) ?? []);
  return held.length === 0 ? undefined : held.reduce((sum, { shared, all: below }) => ({ of: sum.of + shared, all: sum.all + below }), { of: 0, all: 0 });
};

type Month = Answered & Readonly<{ month: string; asKnownOn: Day; knownThenOn: Day }>;
type Figures = Readonly<{ items: readonly (Month & Readonly<{ id: string; history: readonly Month[] }>)[] }>;

/** A figure of the region's hub: whose, of what, of which month, and as known when. */
export type Given = Readonly<{ place: string; id: string; month: string; asKnownOn: Day; knownThenOn: Day; figure: Answered }>;

const asAnswered = ({ status, value, numerator, denominator, cohort }: Month): Answered => ({ status, value, numerator, denominator, cohort });

const monthsBetween = (first: string, last: string): number => 12 * (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) + Number(last.slice(5)) - Number(first.slice(5));

/** Every figure of a place, of every month from the first to that of a day. `how`: as known on a day, or each month as it was known then. */
export const answeredOf = async ({ ask }: CountedRegion, place: string, last: Day, how: string): Promise<readonly Given[]> => {
  const month = last.slice(0, 7);
  const { items } = await ask<Figures>(`indicators?authority=${place}&month=${month}&history=${monthsBetween(FIRST_MONTH, month)}&limit=500&${how}`);
  return items.flatMap(({ id, history, ...newest }) => [...history, newest].map((each) => ({ place, id, month: each.month, asKnownOn: each.asKnownOn, knownThenOn: each.knownThenOn, figure: asAnswered(each) })));
};

const told = ({ status, numerator, denominator, value, cohort }: Answered): string => [status, numerator, denominator, value, cohort].map((each) => each ?? '–').join(' ');

/** Where the two counts are not the same, in words; nothing where they are. */
export const differences = (given: readonly Given[], expected: (each: Given) => Pick<Tally, 'of' | 'all'> | undefined): readonly string[] =>
  given.flatMap((each) => {
    const [here, there] = [told(each.figure), told(figureOf(each.id, expected(each)))];
    return here === there ? [] : [`${each.id} of ${each.place} in ${each.month} as known on ${each.asKnownOn}: kept ${here}, counted ${there}`];
  });

/** Indicators that the hub gives and the other code does not count, or the other way round. */
export const uncounted = (given: readonly Given[]): readonly string[] => {
  const ids = new Set(given.map(({ id }) => id));
  return [...INDICATORS.filter((id) => !ids.has(id)), ...[...ids].filter((id) => !INDICATORS.includes(id))];
};
