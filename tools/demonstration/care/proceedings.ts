import { type Day, ageOn, birthday } from '../calendar.js';
import type { Random, Weighted } from '../random.js';
import { adoptionAfter } from './adoption-path.js';
import { settledInCare } from './care-order.js';
import type { CarePlan, Entry, LegalChange } from './plan.js';

export type FinalOrder = 'adoption' | 'guardianship' | 'home' | 'arrangements' | 'care';

/** Care proceedings: interim care order within days or weeks, the final hearing 22 to 60 weeks after it. */
export const proceedings = (entry: Entry, random: Random): CarePlan => {
  const legal = untilInterimOrder(entry, random);
  const interim = legal.at(-1)?.from ?? entry.start;
  const hearing = interim + random.between(154, 420);
  const adult = birthday(entry.born, 18);
  const shared = { start: entry.start, route: entry.route, need: entry.need, legal } as const;
  if (hearing >= adult - 30) return { ...shared, end: adult, leaving: 'adult' };
  switch (random.weighted(finalOrders(ageOn(entry.born, hearing)))) {
    case 'adoption': return adoptionAfter(shared, { interim, hearing, born: entry.born }, random);
    case 'guardianship': return { ...shared, end: hearing, leaving: 'guardianship' };
    case 'home': return { ...shared, end: hearing, leaving: 'E4A' };
    case 'arrangements': return { ...shared, end: hearing, leaving: 'E41' };
    case 'care': return settledInCare(shared, hearing, entry.born, random);
  }
};

const untilInterimOrder = ({ start }: Entry, random: Random): LegalChange[] => {
  const opening = random.weighted([['C1', 42], ['V2', 30], ['L2', 14], ['L1', 14]] as const);
  if (opening === 'C1') return [{ from: start, status: 'C1' }];
  return [{ from: start, status: opening }, { from: start + WAIT[opening](random), status: 'C1' }];
};

/** Police protection lasts 72 hours at most, an emergency order 8 days unless extended (Children Act 1989, sections 44 to 46). */
const WAIT: Readonly<Record<'V2' | 'L1' | 'L2', (random: Random) => Day>> = {
  V2: (random) => random.between(5, 60),
  L1: (random) => random.between(1, 3),
  L2: (random) => random.between(4, 8),
};

const finalOrders = (age: number): Weighted<FinalOrder> => (FINAL_ORDERS.find(([below]) => age < below) ?? OLDEST)[1];

type Band = readonly [below: number, orders: Weighted<FinalOrder>];

const OLDEST: Band = [18, [['guardianship', 6], ['home', 16], ['arrangements', 3], ['care', 75]]];

const FINAL_ORDERS: readonly Band[] = [
  [2, [['adoption', 42], ['guardianship', 22], ['home', 16], ['arrangements', 4], ['care', 16]]],
  [5, [['adoption', 26], ['guardianship', 24], ['home', 15], ['arrangements', 5], ['care', 30]]],
  [10, [['adoption', 4], ['guardianship', 18], ['home', 15], ['arrangements', 5], ['care', 58]]],
  OLDEST,
];
