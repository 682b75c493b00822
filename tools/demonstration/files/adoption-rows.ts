import { written } from '../calendar.js';
import type { CarePeriod, Life } from '../life.js';
import type { Random, Weighted } from '../random.js';
import { type View, isInView, told } from './view.js';

/** Decisions that a child should be placed for adoption, from the year they are made to the year they end. */
export const placedRows = (life: Life, view: View): string[][] =>
  life.periods.flatMap(({ plan }) => {
    const { adoption } = plan;
    if (adoption === undefined || !isInView({ from: adoption.decidedOn, to: adoption.reversed?.on ?? plan.end }, view)) return [];
    const reversed = told(adoption.reversed?.on, view);
    return [[life.person.code, written(life.person.born), written(adoption.decidedOn), reversed, reversed === '' ? '' : adoption.reversed?.reason ?? '']];
  });

/** The adopters, told in the year of the order. */
export const adoptedRows = (life: Life, view: View): string[][] =>
  life.periods
    .filter(({ plan, leavingCode }) => ['E11', 'E12'].includes(leavingCode) && plan.end >= view.first && plan.end <= view.last)
    .map((period) => adoptedRow(life, period));

const adoptedRow = ({ person, random }: Life, { plan, episodes }: CarePeriod): string[] => {
  const byCarers = ['A3', 'A5'].includes(episodes.at(-1)?.stay.code ?? '');
  const { decidedOn, matchedOn } = plan.adoption ?? {};
  return [
    person.code, written(person.born), decidedOn === undefined ? '' : written(decidedOn), matchedOn === undefined ? '' : written(matchedOn),
    byCarers ? '1' : '0', ...adopters(random.fork('adopters')),
  ];
};

const adopters = (random: Random): readonly [string, string, string] => random.weighted(ADOPTERS);

const ADOPTERS: Weighted<readonly [string, string, string]> = [
  [['2', 'MF', 'L11'], 62], [['2', 'MF', 'L3'], 12], [['2', 'MM', 'L12'], 8], [['2', 'FF', 'L12'], 5], [['2', 'FF', 'L4'], 2], [['1', 'F1', 'L0'], 10], [['1', 'M1', 'L0'], 1],
];
