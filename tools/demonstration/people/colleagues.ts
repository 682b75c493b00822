import type { Uuid } from '@permanence/kernel/values';
import type { Council } from '../councils.js';
import type { Random, Weighted } from '../random.js';
import { forename, surname } from './names.js';
import type { NameListKey } from './name-lists.js';
import { type Account, accountsOf } from './realm.js';

/** Somebody of the council's staff list. `id` is the account of those who can sign in. */
export type Colleague = Readonly<{ registration: string; forename: string; surname: string; role: string; team?: string; id?: Uuid }>;

/** Children whose reviews one officer chairs: 50 to 70 are usual. */
const CHILDREN_AN_OFFICER = 60;

const NAMES: Weighted<NameListKey> = [['british', 84], ['african', 6], ['pakistani', 4], ['indian', 4], ['european', 2]];

const known = ({ id, forename: first, surname: last, team }: Account, registration: string, role: string): Colleague =>
  ({ registration, forename: first, surname: last, role, id, ...(team === undefined ? {} : { team }) });

/** Numbers of registration that no social worker of the council has. */
const registrationOf = (council: Council, kind: number, place: number): string => `SW${council.workerDigit}${kind}${String(place + 1).padStart(4, '0')}`;

const ofRole = (council: Council, role: string, kind: number): Colleague[] =>
  accountsOf(council.authority).filter(({ roles }) => roles.includes(role)).map((account, place) => known(account, registrationOf(council, kind, place), role));

/** The team managers and reviewing officers of a council: the two of each who can sign in, and as many officers more as its children need. */
export const colleaguesOf = (council: Council, lookedAfterNow: number, random: Random): readonly Colleague[] => {
  const officers = ofRole(council, 'reviewing-officer', 7);
  const more = Array.from({ length: Math.max(1, Math.round(lookedAfterNow / CHILDREN_AN_OFFICER) - officers.length) }, (_, index): Colleague => {
    const list = random.weighted(NAMES);
    return { registration: registrationOf(council, 7, officers.length + index), forename: forename(list, random.chance(0.7) ? 'F' : 'M', random), surname: surname(list, random), role: 'reviewing-officer' };
  });
  return [...ofRole(council, 'team-manager', 8), ...officers, ...more];
};
