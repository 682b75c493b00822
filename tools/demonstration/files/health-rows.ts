import { ageOn, written } from '../calendar.js';
import type { Life } from '../life.js';
import type { Random, Weighted } from '../random.js';
import type { View } from './view.js';

/** OC2: looked after at 31 March and for the whole twelve months before; a year in progress has no such day yet. */
export const healthRows = (life: Life, view: View): string[][] => {
  const cohort = view.complete && life.periods.some(({ plan }) => plan.start < view.first && plan.end > view.last);
  return cohort ? [healthRow(life, view, life.random.fork('health', view.year))] : [];
};

const healthRow = ({ person }: Life, view: View, random: Random): string[] => {
  const age = ageOn(person.born, view.last);
  return [
    person.code,
    written(person.born),
    ...strengths(ageOn(person.born, view.first), age, random),
    age >= 10 ? flag(0.02, random) : '',
    age < 5 ? flag(0.9, random) : '',
    flag(0.87, random),
    flag(0.8, random),
    flag(0.9, random),
    ...substances(age, random),
  ];
};

const flag = (chance: number, random: Random): string => (random.chance(chance) ? '1' : '0');

/** Score and reason without score: one of the two from 4 to 16 (rules 157, 186, 188, 189). */
const strengths = (atStart: number, atEnd: number, random: Random): [string, string] => {
  if (atEnd < 4 || atStart >= 17) return ['', ''];
  if (atStart < 4 || atEnd > 16) return ['', 'SDQ1'];
  return random.chance(0.82) ? [String(Math.min(40, random.between(0, 12) + random.between(0, 16))), ''] : ['', random.weighted(REASONS)];
};

const REASONS: Weighted<string> = [['SDQ2', 30], ['SDQ3', 8], ['SDQ4', 42], ['SDQ5', 20]];

/** Problem identified, help received, help offered where none was received (rules 158, 159, 192, 193). */
const substances = (age: number, random: Random): [string, string, string] => {
  if (age < 12 || !random.chance(0.07)) return ['0', '', ''];
  return random.chance(0.6) ? ['1', '1', ''] : ['1', '0', flag(0.9, random)];
};
