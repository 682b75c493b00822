import type { Council } from '../councils.js';
import type { Random } from '../random.js';
import { COUNTRIES, namesOf, surname } from './names.js';
import type { NameListKey } from './name-lists.js';

/** What children of one family share when they start to be looked after. */
export type Family = Readonly<{
  code: string;
  surname: string;
  names: NameListKey;
  ethnicity: string;
  homePost: string;
  dfeNumber: string;
  unaccompanied: boolean;
}>;

type Household = Readonly<{ council: Council; code: string; homes: readonly string[]; unaccompanied: boolean }>;

export const drawFamily = ({ council, code, homes, unaccompanied }: Household, random: Random): Family => {
  const origin = unaccompanied ? random.weighted(COUNTRIES) : undefined;
  const ethnicity = origin?.ethnicity ?? random.weighted(council.ethnicity);
  const names = origin?.list ?? namesOf(ethnicity, random);
  return { code, surname: surname(names, random), names, ethnicity, homePost: random.pick(homes), dfeNumber: council.dfeNumber, unaccompanied };
};
