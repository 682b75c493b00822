import type { Random, Weighted } from '../random.js';
import { NAME_LISTS, type NameListKey } from './name-lists.js';

export type Sex = 'F' | 'M';

/** The name list of a family: its ethnic group says which, an unaccompanied child's country does. */
export const namesOf = (ethnicity: string, random: Random): NameListKey => random.weighted(BY_ETHNICITY[ethnicity] ?? BRITISH);

export const forename = (list: NameListKey, sex: Sex, random: Random): string => random.pick<string>(NAME_LISTS[list][sex]);

export const surname = (list: NameListKey, random: Random): string => random.pick<string>(NAME_LISTS[list].surnames);

/** Where the young people come from who arrive alone, with the ethnic group by which councils record them. */
export const COUNTRIES: Weighted<Readonly<{ list: NameListKey; ethnicity: string }>> = [
  [{ list: 'sudanese', ethnicity: 'BAFR' }, 28], [{ list: 'eritrean', ethnicity: 'BAFR' }, 18], [{ list: 'afghan', ethnicity: 'AOTH' }, 20],
  [{ list: 'kurdish', ethnicity: 'OOTH' }, 18], [{ list: 'vietnamese', ethnicity: 'AOTH' }, 8], [{ list: 'albanian', ethnicity: 'WOTH' }, 8],
];

const BRITISH: Weighted<NameListKey> = [['british', 1]];

const BY_ETHNICITY: Readonly<Record<string, Weighted<NameListKey>>> = {
  WIRI: [['irish', 1]],
  WIRT: [['irish', 1]],
  WROM: [['roma', 3], ['british', 1]],
  WOTH: [['european', 1]],
  MWBC: [['british', 2], ['caribbean', 1]],
  MWBA: [['british', 1], ['african', 1]],
  MWAS: [['british', 2], ['pakistani', 1]],
  AIND: [['indian', 1]],
  APKN: [['pakistani', 1]],
  ABAN: [['bangladeshi', 1]],
  AOTH: [['pakistani', 1], ['afghan', 1]],
  BCRB: [['caribbean', 1]],
  BAFR: [['african', 1]],
  BOTH: [['african', 1], ['caribbean', 1]],
  CHNE: [['chinese', 1]],
  OOTH: [['kurdish', 1], ['european', 1]],
};
