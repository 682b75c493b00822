import type { Day } from '../calendar.js';
import type { Random, Weighted } from '../random.js';
import type { PlaceKind } from './market.js';
import type { CarePlan } from './plan.js';

export type Kind = Readonly<{ code: string; source: PlaceKind | 'relative' }>;

/** What kind of placement a child of this age is offered. */
export const kindOfPlacement = (plan: CarePlan, age: number, at: Day, before: string | undefined, random: Random): Kind => {
  const table = tableOf(plan, age);
  const kind = random.weighted(table);
  return table === FOSTER_ONLY || plan.route === 'unaccompanied' ? kind : suited(kind, plan, at, before, random);
};

const tableOf = (plan: CarePlan, age: number): Weighted<Kind> => {
  if (plan.route === 'remand') return REMANDED;
  if (plan.route === 'unaccompanied') return age < 16 ? YOUNG_ALONE : ALONE;
  if (plan.adoption !== undefined && age < 10) return FOSTER_ONLY;
  return (BY_AGE.find(([below]) => age < below) ?? OLDEST)[1];
};

const suited = (kind: Kind, plan: CarePlan, at: Day, before: string | undefined, random: Random): Kind => {
  if (kind.source === 'relative' && before?.startsWith('U') === true && random.chance(0.7)) return AGENCY;
  // An order made in supported accommodation would be told with and without its number, which came with registration in 2023.
  if (kind === SUPPORTED && plan.legal.some(({ from }) => from > at)) return AGENCY;
  return isLongTerm(plan, at) && kind.code === 'U6' && random.chance(0.5) ? { ...kind, code: 'U4' } : kind;
};

/** Long-term placements are matched once the care order is made. */
const isLongTerm = (plan: CarePlan, at: Day): boolean => plan.legal.some(({ from, status }) => status === 'C2' && from + 90 <= at);

const OWN: Kind = { code: 'U6', source: 'own' };
const AGENCY: Kind = { code: 'U6', source: 'agency' };
const RELATIVE: Kind = { code: 'U3', source: 'relative' };
const HOME: Kind = { code: 'K2', source: 'home' };
const OWN_HOME: Kind = { code: 'K2', source: 'ownHome' };
const SUPPORTED: Kind = { code: 'K3', source: 'supported' };
const MOTHER_AND_BABY: Kind = { code: 'R3', source: 'mother' };
const SCHOOL: Kind = { code: 'S1', source: 'school' };
const SECURE: Kind = { code: 'K1', source: 'secure' };
const CUSTODY: Kind = { code: 'R5', source: 'custody' };

type Band = readonly [below: number, kinds: Weighted<Kind>];

const OLDEST: Band = [18, [[SUPPORTED, 42], [OWN, 12], [AGENCY, 14], [RELATIVE, 8], [HOME, 20], [OWN_HOME, 4]]];

const BY_AGE: readonly Band[] = [
  [1, [[OWN, 52], [AGENCY, 16], [RELATIVE, 26], [MOTHER_AND_BABY, 6]]],
  [10, [[OWN, 38], [AGENCY, 28], [RELATIVE, 32], [HOME, 2]]],
  [13, [[OWN, 29], [AGENCY, 30], [RELATIVE, 23], [HOME, 14], [OWN_HOME, 3], [SCHOOL, 1]]],
  [16, [[OWN, 22], [AGENCY, 26], [RELATIVE, 17], [HOME, 28], [OWN_HOME, 5], [SCHOOL, 2]]],
  OLDEST,
];

const FOSTER_ONLY: Weighted<Kind> = [[OWN, 70], [AGENCY, 30]];

const REMANDED: Weighted<Kind> = [[CUSTODY, 52], [SECURE, 12], [HOME, 20], [OWN, 16]];

const YOUNG_ALONE: Weighted<Kind> = [[AGENCY, 70], [OWN, 25], [RELATIVE, 5]];

const ALONE: Weighted<Kind> = [[SUPPORTED, 66], [AGENCY, 24], [OWN, 10]];
