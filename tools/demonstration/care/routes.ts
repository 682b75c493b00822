import { birthday, collectionOf, windowOf } from '../calendar.js';
import type { Random, Weighted } from '../random.js';
import { relinquished } from './adoption-path.js';
import type { CarePlan, Entry, Leaving, LegalChange, Route } from './plan.js';
import { proceedings } from './proceedings.js';

type Course = (entry: Entry, random: Random) => CarePlan;

/** The whole course of a period of care, drawn on its first day. */
export const planCare: Course = (entry, random) => besideYearEnd(withRareEnd(COURSES[entry.route](entry, random), random));

/** A stay of days or weeks under section 20, a few after police protection. */
const short: Course = (entry, random) => {
  const protectedFirst = random.chance(0.15) && entry.need === 'N1';
  const settled = entry.start + random.between(1, 3);
  const legal: LegalChange[] = protectedFirst ? [{ from: entry.start, status: 'L1' }, { from: settled, status: 'V2' }] : [{ from: entry.start, status: 'V2' }];
  return untilAdult(entry, legal, settled + random.wait(75), random.weighted(SHORT_ENDS));
};

const accommodated: Course = (entry, random) =>
  untilAdult(entry, [{ from: entry.start, status: 'V2' }], entry.start + 20 + random.wait(620), random.weighted(ACCOMMODATED_ENDS));

/** Young people alone here are looked after until 18, unless found to be older. */
const unaccompanied: Course = (entry, random) => {
  const legal: LegalChange[] = [{ from: entry.start, status: 'V2' }];
  if (random.chance(0.05)) return untilAdult(entry, legal, entry.start + random.between(20, 120), 'E15');
  return untilAdult(entry, legal, Number.POSITIVE_INFINITY, 'adult');
};

const remand: Course = (entry, random) =>
  untilAdult(entry, [{ from: entry.start, status: 'J1' }], entry.start + 5 + random.wait(40), random.weighted([['E14', 60], ['E9', 40]] as const));

const COURSES: Readonly<Record<Route, Course>> = { proceedings, short, accommodated, unaccompanied, remand, relinquished };

const SHORT_ENDS: Weighted<Leaving> = [['E4A', 58], ['E4B', 24], ['E13', 10], ['E8', 8]];

const ACCOMMODATED_ENDS: Weighted<Leaving> = [['E4A', 60], ['E4B', 18], ['E13', 10], ['E41', 4], ['E8', 8]];

const untilAdult = (entry: Entry, legal: readonly LegalChange[], end: number, leaving: Leaving): CarePlan => {
  const adult = birthday(entry.born, 18);
  return { start: entry.start, route: entry.route, need: entry.need, legal, ...(end < adult ? { end, leaving } : { end: adult, leaving: 'adult' }) };
};

/** Very few children die, move abroad or become another council's; only from long stays without a plan of adoption. */
const withRareEnd = (plan: CarePlan, random: Random): CarePlan => {
  const length = plan.end - plan.start;
  const last = plan.legal.at(-1)?.from ?? plan.start;
  if (plan.adoption !== undefined || plan.parents !== undefined || length < 200 || !random.chance(0.012)) return plan;
  const leaving = random.weighted<Leaving>([['E3', 80], ['E16', 12], ['E2', 8]]);
  return { ...plan, end: Math.min(plan.end, Math.max(last, plan.start) + random.between(30, 180)), leaving };
};

/** Nobody but those who come of age leaves on 31 March, a day that the year's twelve months (OC2) count and do not count. */
const besideYearEnd = (plan: CarePlan): CarePlan => {
  const { last } = windowOf(collectionOf(plan.end));
  return plan.end === last && plan.leaving !== 'adult' ? { ...plan, end: last + 1 } : plan;
};
