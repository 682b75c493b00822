import type { Day } from '../calendar.js';
import type { Council } from '../councils.js';
import type { Life } from '../life.js';
import type { Random, Weighted } from '../random.js';
import { forename, surname } from './names.js';
import type { NameListKey } from './name-lists.js';

export type Worker = Readonly<{ registration: string; forename: string; surname: string; team: string }>;

/** The council's social workers and whose each child is today. */
export type Staff = Readonly<{
  workers: readonly Worker[];
  /** Registration of the worker of an allocation, by its place among the child's allocations. */
  registrationOf: (life: Life, allocation: Readonly<{ from: Day; to: Day; worker: number }>) => string;
}>;

/** As many workers as make 12 to 20 children each; the two who can sign in have 14 to 18. */
export const staffOf = (council: Council, lives: readonly Life[], today: Day, random: Random): Staff => {
  const current = lives.filter((life) => isLookedAfter(life, today));
  const own = Math.min(random.between(14, 18), Math.ceil(current.length / 3));
  const others = Math.max(1, Math.round((current.length - 2 * own) / 16));
  const workers = [...signedIn(council), ...Array.from({ length: others }, (_, index) => hire(council, index, random))];
  const holders = caseloads(current, workers, own, random);
  const past = [...workers.map(({ registration }) => registration), ...formerRegistrations(council, others)];
  return {
    workers,
    registrationOf: (life, allocation) => {
      const now = holders.get(life.number);
      if (now !== undefined && allocation.from <= today && allocation.to > today) return now;
      const place = allocation.worker % past.length;
      return past[place] === now ? past[(place + 1) % past.length] ?? '' : past[place] ?? '';
    },
  };
};

export const isLookedAfter = (life: Life, day: Day): boolean => life.periods.some(({ plan }) => plan.start <= day && plan.end > day);

const signedIn = (council: Council): Worker[] => council.signIn.map((person) => ({ ...person, team: council.teams[0] ?? '' }));

const hire = (council: Council, index: number, random: Random): Worker => {
  const list = random.weighted(STAFF_NAMES);
  const sex = random.chance(0.82) ? 'F' : 'M';
  return {
    registration: `SW${council.workerDigit}${String(index + 3).padStart(5, '0')}`,
    forename: forename(list, sex, random),
    surname: surname(list, random),
    team: council.teams[index % council.teams.length] ?? '',
  };
};

const STAFF_NAMES: Weighted<NameListKey> = [['british', 78], ['african', 9], ['pakistani', 6], ['indian', 4], ['european', 3]];

/** Workers who have left since; nobody of the council has their registration. */
const formerRegistrations = (council: Council, count: number): string[] =>
  Array.from({ length: Math.max(2, Math.round(count * 0.6)) }, (_, index) => `SW${council.workerDigit}${String(90_001 + index)}`);

/** Brothers and sisters have one worker; who has least room left gets the next family. */
const caseloads = (current: readonly Life[], workers: readonly Worker[], own: number, random: Random): ReadonlyMap<number, string> => {
  const share = Math.max(1, (current.length - 2 * own) / Math.max(1, workers.length - 2));
  const room = workers.map((_, index) => (index < 2 ? own : share));
  const given = new Map<number, string>();
  for (const family of random.shuffled(familiesOf(current)).sort((a, b) => b.length - a.length)) {
    const place = room.indexOf(Math.max(...room));
    room[place] = (room[place] ?? 0) - family.length;
    for (const life of family) given.set(life.number, workers[place]?.registration ?? '');
  }
  return given;
};

const familiesOf = (lives: readonly Life[]): readonly (readonly Life[])[] => {
  const groups = new Map<string, Life[]>();
  for (const life of lives) {
    const key = life.person.siblingGroup === '' ? life.person.code : life.person.siblingGroup;
    groups.set(key, [...(groups.get(key) ?? []), life]);
  }
  return [...groups.values()];
};
