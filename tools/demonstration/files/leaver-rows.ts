import { birthday, written } from '../calendar.js';
import type { Life } from '../life.js';
import type { Random, Weighted } from '../random.js';
import type { View } from './view.js';

/** OC3: young people around their 17th to 21st birthday who had left care before it, having been looked after long enough to be owed support. */
export const leaverRows = (life: Life, view: View): string[][] => {
  const { born } = life.person;
  const age = [17, 18, 19, 20, 21].find((each) => birthday(born, each) >= view.first && birthday(born, each) <= view.last);
  if (age === undefined || !isOwedSupport(life, birthday(born, age))) return [];
  const contact = life.random.fork('leaver', view.year).weighted(CONTACT);
  const circumstances: readonly string[] = contact === 'YES' ? inTouch(age, life.random.fork('leaver', view.year, 'circumstances')) : ['0', '0'];
  return [[life.person.code, written(born), contact, ...circumstances]];
};

/** Left at 16 or later after 13 weeks or more since 14, by no way that ends the duty (Children Act 1989, schedule 2 paragraph 19B, sections 23A and 23C). */
const isOwedSupport = ({ person, periods }: Life, day: number): boolean => {
  const last = periods.at(-1);
  if (last === undefined || last.plan.end >= day || !OWED.has(last.leavingCode)) return false;
  const since14 = periods.reduce((sum, { plan }) => sum + Math.max(0, plan.end - Math.max(plan.start, birthday(person.born, 14))), 0);
  return last.plan.end > birthday(person.born, 16) && since14 >= 91;
};

const OWED: ReadonlySet<string> = new Set(['E5', 'E6', 'E7', 'E8', 'E9', 'E13', 'E14', 'E17']);

const CONTACT: Weighted<string> = [['YES', 91], ['NO', 6], ['REFU', 2], ['NREQ', 1]];

const inTouch = (age: number, random: Random): [string, string] => [random.weighted(ACTIVITIES), random.weighted(age < 18 ? YOUNG_HOMES : HOMES)];

const ACTIVITIES: Weighted<string> = [
  ['F1', 5], ['P1', 1], ['F2', 24], ['P2', 3], ['F4', 3], ['F5', 15], ['P5', 6], ['G4', 12], ['G5', 25], ['G6', 6],
];

/** Former foster carers and foyers are for those of 18 and over (rules 347, 3001). */
const YOUNG_HOMES: Weighted<string> = [['B1', 40], ['D1', 36], ['E1', 14], ['U1', 6], ['R1', 2], ['V1', 2]];

const HOMES: Weighted<string> = [
  ['U1', 34], ['D1', 19], ['Z1', 12], ['B1', 13], ['K1', 4], ['E1', 4], ['C1', 3], ['T1', 2], ['X2', 3], ['S2', 1], ['W2', 1], ['V2', 1], ['R2', 3],
];
