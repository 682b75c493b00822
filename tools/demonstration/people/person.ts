import { type Day, birthday, possibleBirth, yearOf } from '../calendar.js';
import type { Random } from '../random.js';
import type { Family } from './family.js';
import { type Sex, forename } from './names.js';

export type Person = Readonly<{
  code: string;
  born: Day;
  sex: Sex;
  ethnicity: string;
  /** The year up to which the files say that the ethnic group is not yet obtained. */
  ethnicityUnknownThrough: number;
  forename: string;
  surname: string;
  /** `''` for a child without siblings in care. */
  siblingGroup: string;
  upn: string;
  homePost: string;
  unaccompanied: boolean;
  /** Birth of her first child, for a few girls. */
  motherSince: Day | undefined;
}>;

export type Birth = Readonly<{ code: string; number: number; born: Day; entered: Day; familySize: number }>;

/** One child of a family, the same whoever else is drawn. */
export const drawPerson = (family: Family, birth: Birth, random: Random): Person => {
  const born = possibleBirth(birth.born);
  const sex: Sex = random.chance(family.unaccompanied ? 0.92 : 0.56) ? 'M' : 'F';
  return {
    code: birth.code,
    born,
    sex,
    ethnicity: family.ethnicity,
    ethnicityUnknownThrough: random.chance(0.01) ? yearOf(birth.entered) : 0,
    forename: forename(family.names, sex, random),
    surname: family.surname,
    siblingGroup: birth.familySize > 1 ? family.code : '',
    upn: family.unaccompanied ? 'UN2' : upnOf(family.dfeNumber, born, birth.number),
    homePost: family.unaccompanied ? '' : family.homePost,
    unaccompanied: family.unaccompanied,
    motherSince: sex === 'F' && random.chance(0.02) ? birthday(born, 15) + random.between(200, 1_000) : undefined,
  };
};

/** A pupil number with its true check letter: council, year of starting school, serial number. */
const upnOf = (dfeNumber: string, born: Day, serial: number): string => {
  const digits = `${dfeNumber}${String(2_000 + Math.floor(serial / 1_000))}${String((yearOf(born) + 5) % 100).padStart(2, '0')}${String(serial % 1_000).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place + 2), 0);
  return `${UPN_LETTERS[sum % UPN_LETTERS.length]}${digits}`;
};

const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
