import { ageOn, birthday, written } from '../calendar.js';
import type { Life } from '../life.js';
import type { Person } from '../people/person.js';
import type { Random, Weighted } from '../random.js';
import { type View, isInView, told } from './view.js';

/** One header a child. */
export const headerRow = (life: Life, view: View): string[] => {
  const { person } = life;
  return [
    person.code,
    sexOf(person, view),
    written(person.born),
    view.year <= person.ethnicityUnknownThrough ? 'NOBT' : person.ethnicity,
    isAtSchool(person.born, view) || person.upn === 'UN2' ? person.upn : 'UN1',
    ...motherhood(life, view),
  ];
};

/** 1 or 2 until the collection of 2024, M or F after it. */
const sexOf = ({ sex }: Person, view: View): string => {
  if (view.year >= 2025) return sex;
  return sex === 'M' ? '1' : '2';
};

/** Asked of girls looked after in the year, not of those who had left or have short breaks (rules 393, 399, 628). */
const motherhood = ({ person, periods }: Life, view: View): [string, string] => {
  const inCare = periods.some(({ plan }) => isInView({ from: plan.start, to: plan.end }, view));
  if (person.sex === 'M' || !inCare) return ['', ''];
  const since = told(person.motherSince, view);
  return [since === '' ? '0' : '1', since];
};

/** A child has a pupil number from the September after the fourth birthday. */
const isAtSchool = (born: number, view: View): boolean => ageOn(born, view.last - 212) >= 4;

export const unaccompaniedRows = (life: Life, view: View): string[][] => {
  const { person, periods } = life;
  const period = person.unaccompanied ? periods.find(({ plan }) => isInView({ from: plan.start, to: plan.end }, view)) : undefined;
  if (period === undefined) return [];
  const ceased = ['adult', 'E15'].includes(period.plan.leaving) ? told(period.plan.end, view) : '';
  return [[person.code, sexOf(person, view), written(person.born), ceased]];
};

/** Previous permanence of each child who starts to be looked after in the year. */
export const permanenceRows = (life: Life, view: View): string[][] => {
  const starts = [...life.periods.map(({ plan }) => plan.start), ...life.shortBreaks.map(({ from }) => from)];
  if (!starts.some((start) => start >= view.first && start <= view.last)) return [];
  const first = Math.min(...starts);
  return [[life.person.code, written(life.person.born), ...earlierOrder(life, first, life.random.fork('permanence'))]];
};

const earlierOrder = ({ person }: Life, first: number, random: Random): [string, string, string] => {
  const kind = ageOn(person.born, first) < 3 || person.unaccompanied ? 'Z1' : random.weighted(EARLIER);
  if (kind === 'Z1') return ['Z1', '', ''];
  const [, month, year] = written(random.between(birthday(person.born, 1), first - 400)).split('/');
  return [kind, random.weighted(ARRANGED_BY), random.chance(0.5) ? `zz/zz/${year}` : `zz/${month}/${year}`];
};

const EARLIER: Weighted<string> = [['Z1', 88], ['P1', 3], ['P2', 6], ['P3', 3]];

const ARRANGED_BY: Weighted<string> = [['860', 40], ['861', 25], ['893', 15], ['894', 15], ['NUK', 2], ['WAL', 3]];
