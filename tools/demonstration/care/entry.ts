import type { Random, Weighted } from '../random.js';
import type { Route } from './plan.js';

/** Age band of the oldest child who enters, in years. */
export const ENTRY_AGES: Weighted<readonly [number, number]> = [
  [[0, 0], 24], [[1, 4], 19], [[5, 9], 18], [[10, 12], 10], [[13, 15], 18], [[16, 17], 11],
];

/** How many children of one family enter together. */
export const FAMILY_SIZES: Weighted<number> = [[1, 70], [2, 18], [3, 8], [4, 4]];

export const routeFor = (age: number, random: Random): Route => random.weighted((ROUTES.find(([below]) => age < below) ?? TEENAGERS)[1]);

export const needFor = (route: Route, random: Random): string => random.weighted(NEEDS[route]);

type Band = readonly [below: number, routes: Weighted<Route>];

const TEENAGERS: Band = [18, [['proceedings', 14], ['short', 34], ['accommodated', 44], ['remand', 8]]];

const ROUTES: readonly Band[] = [
  [1, [['proceedings', 84], ['short', 9], ['accommodated', 5], ['relinquished', 2]]],
  [5, [['proceedings', 76], ['short', 19], ['accommodated', 5]]],
  [10, [['proceedings', 66], ['short', 24], ['accommodated', 10]]],
  [14, [['proceedings', 48], ['short', 26], ['accommodated', 26]]],
  TEENAGERS,
];

const FAMILY_NEEDS: Weighted<string> = [['N1', 66], ['N2', 2], ['N3', 5], ['N4', 7], ['N5', 15], ['N6', 1], ['N7', 1], ['N8', 3]];

const NEEDS: Readonly<Record<Route, Weighted<string>>> = {
  proceedings: [['N1', 80], ['N3', 4], ['N4', 3], ['N5', 13]],
  short: FAMILY_NEEDS,
  accommodated: [['N1', 40], ['N2', 9], ['N3', 6], ['N4', 12], ['N5', 24], ['N6', 6], ['N8', 3]],
  unaccompanied: [['N8', 1]],
  remand: [['N6', 1]],
  relinquished: [['N8', 1]],
};
