import { type LocalDate, addDays, derivedId } from '@permanence/kernel/values';
import { type FactOf, type SchoolTerm, isOfPlanAge, termsBetween } from '@permanence/locality-hub/domain';
import { dueOn } from '@permanence/statutory-clocks/catalogue';
import type { Random } from '../random.js';
import { type Care, type Past, birthdayOf, earlier, later, shareOf, workerOn } from './past.js';
import type { Happened } from './recording.js';

type Plan = FactOf<'pep-reviewed'>;
type Status = FactOf<'education-status-changed'>;

const plan = (past: Past, day: LocalDate, what: Pick<Plan['data'], 'kind' | 'termId' | 'dueOn'>, random: Random): Happened => {
  const data: Plan['data'] = { pepId: derivedId(past.child.childId, `pep:${day}`), ...what, heldOn: day, onTarget: random.chance(shareOf(past.setting, 'on-target', day, [0.66, 0.8])) };
  const fact: Plan = { key: `pep:${day}`, type: 'pep-reviewed', effectiveOn: day, data };
  return { fact, by: workerOn(past, day), slip: { ...fact, data: { ...data, onTarget: !data.onTarget } } };
};

/** The term of a day, or the next one. */
const termOf = (day: LocalDate): SchoolTerm | undefined => termsBetween(day, addDays(day, 90))[0];

const firstPlan = (past: Past, care: Care, random: Random): Happened[] => {
  const due = dueOn('C26', care.from);
  const day = random.chance(shareOf(past.setting, 'first-pep', care.from, [0.8, 0.92])) ? addDays(due, -random.between(0, 8)) : addDays(due, random.between(1, 25));
  const term = termOf(day);
  return term === undefined || day >= care.to ? [] : [plan(past, later(day, addDays(care.from, 1)), { kind: 'first', termId: term.termId, dueOn: due }, random)];
};

/** In a term that the child was in care for some weeks of; in holidays nobody meets. */
const termPlan = (past: Past, care: Care, term: SchoolTerm, random: Random): Happened[] => {
  const from = later(addDays(term.from, 10), addDays(care.from, 25));
  const length = (Date.parse(term.to) - Date.parse(from)) / 86_400_000;
  if (length < 5 || !random.chance(shareOf(past.setting, 'pep', term.to, [0.88, 0.96]))) return [];
  const day = addDays(from, random.between(0, length));
  return day >= care.to ? [] : [plan(past, day, { kind: 'termly', termId: term.termId, dueOn: term.to }, random)];
};

const plansOf = (past: Past, care: Care, born: LocalDate): Happened[] => {
  const random = past.random.fork('pep', care.from);
  const { keptFrom } = past.setting;
  const begun = later(care.from, keptFrom);
  const first = care.from >= keptFrom && isOfPlanAge(born, care.from) ? firstPlan(past, care, random) : [];
  const firstTerm = (first[0]?.fact as Plan | undefined)?.data.termId;
  const terms = termsBetween(begun, addDays(care.to, -1)).filter(({ termId, from }) => termId !== firstTerm && isOfPlanAge(born, from));
  return [...first, ...terms.flatMap((term) => termPlan(past, care, term, random))];
};

const status = (past: Past, from: LocalDate, now: Status['data']['status']): Happened => ({
  fact: { key: `education:${from}`, type: 'education-status-changed', effectiveOn: from, data: { status: now, from } }, by: workerOn(past, from),
});

/** From 5 to 16: at school, for a few weeks without a place after a move far away, seldom excluded or taught at home. */
const statusesOf = (past: Past, care: Care, born: LocalDate): Happened[] => {
  const random = past.random.fork('school', care.from);
  const from = later(later(care.from, birthdayOf(born, 5)), addDays(past.setting.keptFrom, -1));
  const until = earlier(care.to, birthdayOf(born, 16));
  if (from >= until) return [];
  const changes = new Map<LocalDate, Status['data']['status']>([[from, random.chance(0.015) ? 'home-educated' : 'enrolled']]);
  const without = (day: LocalDate, why: 'awaiting-place' | 'excluded'): void => {
    const back = addDays(day, random.between(10, 70));
    if (day <= from || day >= until) return;
    changes.set(day, why);
    if (back < until) changes.set(back, 'enrolled');
  };
  for (const stay of care.stays) if (random.chance(stay.data.outOfArea === true ? 0.3 : 0.05)) without(stay.from, 'awaiting-place');
  if (random.chance(0.03)) without(addDays(from, random.between(60, 900)), 'excluded');
  return [...changes].map(([day, now]) => status(past, day, now));
};

/** Personal education plans, one at the start and one a term, and where the child goes to school. */
export const educationOf = (past: Past): Happened[] => {
  const { born } = past;
  return born === undefined ? [] : past.care.flatMap((care) => [...plansOf(past, care, born), ...statusesOf(past, care, born)]);
};
