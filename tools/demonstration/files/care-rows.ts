import { written } from '../calendar.js';
import type { Life } from '../life.js';
import type { Staff } from '../people/staff.js';
import { type View, isInView, told } from './view.js';

const born = (life: Life): string => written(life.person.born);

export const reviewRows = (life: Life, view: View): string[][] =>
  life.periods
    .flatMap(({ reviews }) => reviews)
    .filter(({ on }) => on >= view.first && on <= view.last)
    .map(({ on, participation }) => [life.person.code, born(life), written(on), participation]);

export const missingRows = (life: Life, view: View): string[][] =>
  life.periods
    .flatMap(({ missing }) => missing)
    .filter((time) => isInView(time, view))
    .map(({ kind, from, to }) => [life.person.code, born(life), kind, written(from), told(to, view)]);

export const restrictionRows = (life: Life, view: View): string[][] =>
  life.periods
    .flatMap(({ restrictions }) => restrictions)
    .filter((order) => isInView(order, view))
    .map(({ from, to }) => [life.person.code, born(life), written(from), told(to, view)]);

/** Social workers of everybody looked after in the year, not only of those on 31 March: whose child it was is worth knowing of leavers too. */
export const workerRows = (staff: Staff) => (life: Life, view: View): string[][] =>
  life.periods
    .flatMap(({ allocations }) => allocations)
    .filter((time) => isInView(time, view))
    .map((time) => [life.person.code, born(life), staff.registrationOf(life, time), written(time.from), told(time.to, view), time.reason]);
