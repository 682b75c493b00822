import { type Day, afterWorkingDays, ageOn, workingDay } from '../calendar.js';
import type { Random, Weighted } from '../random.js';
import type { CarePlan } from './plan.js';

export type Review = Readonly<{ on: Day; participation: string }>;

/** Reviews within 20 working days, 3 months, then 6 months each (Care Planning Regulations 2010, regulation 33); about one in twelve is late. */
export const reviewsOf = (plan: CarePlan, born: Day, random: Random): readonly Review[] => {
  const reviews: Review[] = [];
  for (let on = firstReview(plan.start, random); on < plan.end; on = workingDay(on + interval(reviews.length, random))) {
    reviews.push({ on, participation: participation(ageOn(born, on), random) });
  }
  return reviews;
};

const LATE = 0.08;

const firstReview = (start: Day, random: Random): Day => afterWorkingDays(start, random.chance(LATE) ? random.between(24, 36) : random.between(11, 19));

const interval = (held: number, random: Random): number => {
  const late = random.chance(LATE);
  if (held === 1) return late ? random.between(95, 125) : random.between(66, 87);
  return late ? random.between(190, 225) : random.between(140, 178);
};

const participation = (age: number, random: Random): string => random.weighted((BY_AGE.find(([below]) => age < below) ?? OLDEST)[1]);

type Band = readonly [below: number, codes: Weighted<string>];

const OLDEST: Band = [18, [['PN1', 56], ['PN2', 7], ['PN4', 3], ['PN5', 11], ['PN6', 14], ['PN7', 9]]];

const BY_AGE: readonly Band[] = [
  [4, [['PN0', 1]]],
  [8, [['PN1', 24], ['PN2', 8], ['PN3', 12], ['PN4', 8], ['PN5', 18], ['PN6', 20], ['PN7', 10]]],
  [12, [['PN1', 44], ['PN2', 8], ['PN3', 3], ['PN4', 5], ['PN5', 16], ['PN6', 18], ['PN7', 6]]],
  OLDEST,
];
