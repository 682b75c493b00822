import { type Day, birthday } from '../calendar.js';
import type { Random, Weighted } from '../random.js';
import type { CarePlan, Leaving } from './plan.js';

type Begun = Pick<CarePlan, 'start' | 'route' | 'need' | 'legal'>;

/** From the full care order on: most stay until 18, some leave for a special guardian or go home. */
export const settledInCare = (begun: Begun, orderedOn: Day, born: Day, random: Random): CarePlan => {
  const adult = birthday(born, 18);
  const legal = [...begun.legal, { from: orderedOn, status: 'C2' } as const];
  const discharged = orderedOn + 90 + random.wait(DISCHARGE_MEAN);
  const plan: CarePlan = discharged < adult
    ? { ...begun, legal, end: discharged, leaving: random.weighted(DISCHARGES) }
    : { ...begun, legal, end: adult, leaving: 'adult' };
  return random.chance(0.22) ? withParents(plan, orderedOn, random) : plan;
};

/** Mean wait for a discharge: about one in eleven a year. */
const DISCHARGE_MEAN = 11 * 365;

const DISCHARGES: Weighted<Leaving> = [['guardianship', 48], ['E4A', 34], ['E4B', 6], ['E41', 8], ['E8', 4]];

/** Placed with parents under the order, mostly until it is discharged. */
const withParents = (plan: CarePlan, orderedOn: Day, random: Random): CarePlan => {
  const from = orderedOn + random.between(3, 240);
  const to = from + random.between(180, 800);
  if (to >= plan.end - 30) return plan;
  return random.chance(0.7) ? { ...plan, end: to, leaving: 'E4A', parents: { from, to } } : { ...plan, parents: { from, to } };
};
