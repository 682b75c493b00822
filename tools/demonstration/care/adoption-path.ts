import { type Day, birthday, collectionOf, windowOf } from '../calendar.js';
import type { Random, Weighted } from '../random.js';
import { settledInCare } from './care-order.js';
import type { AdoptionPath, CarePlan, Entry, LegalChange } from './plan.js';

type Begun = Pick<CarePlan, 'start' | 'route' | 'need' | 'legal'>;
type Proceedings = Readonly<{ interim: Day; hearing: Day; born: Day }>;

/** The agency decides before the hearing; the court makes the placement order, or does not. */
export const adoptionAfter = (begun: Begun, court: Proceedings, random: Random): CarePlan => {
  const decidedOn = Math.max(begun.start + 40, court.hearing - random.between(10, 70));
  const early = random.chance(0.16) ? { earlyFrom: court.interim + random.between(2, 90) } : {};
  const path = { decidedOn, consent: false, plan: planOf(early, random), ...early } as const;
  if (random.chance(0.05)) return orderRefused(begun, court, path, random);
  const ordered: Begun = { ...begun, legal: [...begun.legal, { from: court.hearing, status: 'E1' }] };
  if (random.chance(0.13)) return planReversed(ordered, court, path, random);
  return adopted(ordered, court.hearing, path, random);
};

/** A baby given up at birth with the parents' consent. */
export const relinquished = (entry: Entry, random: Random): CarePlan => {
  const legal: LegalChange[] = [{ from: entry.start, status: 'V2' }];
  const decidedOn = entry.start + random.between(45, 110);
  return adopted({ start: entry.start, route: entry.route, need: entry.need, legal }, decidedOn, { decidedOn, consent: true, plan: 'adopters' }, random);
};

const planOf = (early: { earlyFrom?: Day }, random: Random): AdoptionPath['plan'] => {
  if (early.earlyFrom !== undefined) return 'early-permanence';
  return random.chance(0.06) ? 'carers' : 'adopters';
};

/** Most wait some months for their family, some for more than a year and a half. */
const adopted = (begun: Begun, orderOn: Day, path: AdoptionPath, random: Random): CarePlan => {
  const search = path.plan === 'adopters' ? random.weighted(SEARCHES) : ([15, 60] as const);
  const matchedOn = orderOn + random.between(...search);
  const placedOn = matchedOn + random.between(8, 45);
  const end = placedOn + random.between(100, 340);
  return { ...begun, end, leaving: random.chance(path.consent ? 1 : 0.12) ? 'E11' : 'E12', adoption: { ...path, matchedOn, placedOn } };
};

const SEARCHES: Weighted<readonly [number, number]> = [[[25, 120], 45], [[120, 300], 35], [[300, 560], 14], [[560, 900], 6]];

/** RD2: the court makes a care order where a placement order was asked for. */
const orderRefused = (begun: Begun, court: Proceedings, path: AdoptionPath, random: Random): CarePlan => {
  const on = court.hearing + random.between(0, 21);
  const plan = settledInCare(begun, court.hearing, court.born, random);
  return { ...plan, end: Math.max(plan.end, on + 30), parents: undefined, adoption: { ...path, reversed: { on, reason: 'RD2' } } };
};

/** No family is found, or the placement with adopters ends: the plan changes and the placement order is revoked. */
const planReversed = (ordered: Begun, court: Proceedings, path: AdoptionPath, random: Random): CarePlan => {
  const disrupted = random.chance(0.25) ? disruption(court.hearing, random) : {};
  const on = (disrupted.disruptedOn ?? court.hearing) + random.between(90, 700);
  if (on + 120 >= birthday(court.born, 18)) return adopted(ordered, court.hearing, path, random);
  // The order ends in the same collection, so that no year tells of an order without its decision (rule 553).
  const revoked = Math.min(on + random.between(7, 90), Math.max(on, windowOf(collectionOf(on)).last));
  const plan = settledInCare(ordered, revoked, court.born, random);
  const reason = disrupted.disruptedOn === undefined ? random.weighted(REVERSALS) : 'RD1';
  return { ...plan, parents: undefined, adoption: { ...path, plan: 'adopters', earlyFrom: undefined, ...disrupted, reversed: { on, reason } } };
};

const REVERSALS: Weighted<'RD1' | 'RD3' | 'RD4'> = [['RD3', 55], ['RD1', 30], ['RD4', 15]];

const disruption = (orderOn: Day, random: Random): { matchedOn?: Day; placedOn?: Day; disruptedOn?: Day } => {
  const matchedOn = orderOn + random.between(40, 240);
  const placedOn = matchedOn + random.between(8, 40);
  return { matchedOn, placedOn, disruptedOn: placedOn + random.between(40, 220) };
};
