import { type Day, ageOn } from './days.js';
import { type Counter, casesOf, oneIf, within } from './counter.js';
import type { Life } from './life.js';
import { careOn, isWithAdopters } from './where.js';

/** Initial assessments that fell due from 1 April to D while the child was in care; in time where one was held between entry and that day. */
const initialInTime: Counter = (life, period) => {
  const due = life.care.filter(({ id, healthDue }) => healthDue !== undefined && within(healthDue, period.year, period) && careOn(life, healthDue)?.id === id);
  return casesOf(due, ({ from, healthDue = '' }) => life.assessments.some(({ on, kind }) => kind === 'initial' && on >= from && on <= healthDue));
};

const assessedLately: Counter = (life, period) => {
  const care = careOn(life, period.on);
  return oneIf(care !== undefined && care.from <= period.back(12), life.assessments.some(({ on }) => within(on, period.twelve, period)));
};

const isAged = (born: Day | undefined, on: Day, from: number, to: number): boolean => born === undefined || (ageOn(born, on) >= from && ageOn(born, on) <= to);

const checkedLately: Counter = (life, period) =>
  oneIf(careOn(life, period.on) !== undefined && isAged(life.born, period.on, 3, 17), life.born !== undefined && life.dentist.some((on) => within(on, period.twelve, period)));

const informedBySdq: Counter = ({ born, assessments }, period) =>
  casesOf(assessments.filter(({ on, kind }) => kind === 'review' && within(on, period.year, period) && isAged(born, on, 4, 16)), ({ informed }) => informed && born !== undefined);

/** Something that sets the day of the next visit: a new home, a visit, or a home with adopters, whom others visit. */
type Setting = Readonly<{ on: Day; due: Day | undefined; rank: number }>;

const settingsOf = ({ stays, seen }: Life, from: Day, to: Day): readonly Setting[] =>
  [
    ...stays.flatMap((stay) => (stay.visitDue === undefined ? [] : [{ on: stay.from, due: stay.visitDue, rank: 0 }])),
    ...seen.map(({ on, nextDue }) => ({ on, due: nextDue, rank: 1 })),
    ...stays.filter(isWithAdopters).map((stay) => ({ on: stay.from, due: undefined, rank: 2 })),
  ].filter(({ on }) => on >= from && on <= to).sort((a, b) => (a.on === b.on ? a.rank - b.rank : a.on < b.on ? -1 : 1));

/** Who has a next visit and of whose visits one has fallen due by now; above the line while the next is not overdue. */
const visitedInTime: Counter = (life, { on }) => {
  const care = careOn(life, on);
  const settings = care === undefined ? [] : settingsOf(life, care.from, on);
  const next = settings.at(-1)?.due;
  return oneIf(next !== undefined && settings.some(({ due }) => due !== undefined && due <= on), next !== undefined && next >= on);
};

/** Children's health, and visits to them. */
export const HEALTH: Readonly<Record<string, Counter>> = {
  'cla-initial-health-assessment-percentage': initialInTime,
  'cla-health-assessment-current-percentage': assessedLately,
  'cla-dental-current-percentage': checkedLately,
  'fos-medicals-informed-by-sdq-percentage': informedBySdq,
  'cla-visits-in-timescale-percentage': visitedInTime,
};
