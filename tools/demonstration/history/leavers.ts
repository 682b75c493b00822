import { type LocalDate, addDays, collectionYearOf, daysBetween, derivedId } from '@permanence/kernel/values';
import { type FactOf, carePeriods, factsOfType } from '@permanence/locality-hub/domain';
import { dueOn } from '@permanence/statutory-clocks/catalogue';
import type { Random, Weighted } from '../random.js';
import { type Past, birthdayOf, earlier, later, shareOf, workerOn } from './past.js';
import type { Happened } from './recording.js';

type Status = FactOf<'leaving-care-status-changed'>['data'];
type Spans = ReturnType<typeof carePeriods>;

/** Ways of leaving care that end the duty to a young person. */
const NO_DUTY: ReadonlySet<string> = new Set(['E2', 'E3', 'E11', 'E12', 'E15', 'E16', 'E45', 'E46', 'E47', 'E48', 'E41']);
const HOME: ReadonlySet<string> = new Set(['E4A', 'E4B']);

/** The day on which 13 weeks since the 14th birthday are complete (Children Act 1989, schedule 2, paragraph 19B); undefined when they never are. */
const thirteenWeeksOn = (periods: Spans, born: LocalDate, today: LocalDate): LocalDate | undefined => {
  let left = 91;
  for (const { from, to = today } of periods) {
    const begun = later(from, birthdayOf(born, 14));
    const days = to > begun ? daysBetween(begun, to) : 0;
    if (days >= left) return addDays(begun, left);
    left -= days;
  }
  return undefined;
};

type Step = Readonly<{ from: LocalDate; status: Status['status'] }>;

/** The support goes on to 21, and for about half, who ask for it, to 25 (Children Act 1989, sections 23C and 23CZB). */
const endOf = ({ random }: Past, born: LocalDate): Step => ({ from: birthdayOf(born, random.fork('supported').chance(0.45) ? 25 : 21), status: 'closed' });

/** The steps of somebody of whom the files tell only what came after care. */
const stepsAfterCare = (past: Past, born: LocalDate): Step[] => [{ from: birthdayOf(born, 18), status: 'former-relevant' }, endOf(past, born)];

const stepsOf = (past: Past, born: LocalDate): Step[] => {
  const periods = carePeriods(past.child.facts);
  const last = periods.at(-1);
  if (last === undefined) return factsOfType(past.child.facts, 'care-leaver-status-recorded').length > 0 ? stepsAfterCare(past, born) : [];
  const { to: left, reasonCode = '' } = last;
  if (left !== undefined && (left <= birthdayOf(born, 16) || NO_DUTY.has(reasonCode))) return [];
  const weeks = thirteenWeeksOn(periods, born, past.setting.today);
  if (weeks !== undefined) return [{ from: later(weeks, birthdayOf(born, 16)), status: 'eligible' }, ...stepsOnLeaving(past, left, reasonCode, born)];
  return left === undefined ? [] : [{ from: left, status: 'qualifying' }, { from: birthdayOf(born, 21), status: 'closed' }];
};

const stepsOnLeaving = (past: Past, left: LocalDate | undefined, reason: string, born: LocalDate): Step[] => {
  const eighteen = birthdayOf(born, 18);
  if (left !== undefined && left < eighteen && HOME.has(reason)) return [{ from: left, status: 'relevant' }, { from: addDays(left, 183), status: 'closed' }];
  const relevant: Step[] = left !== undefined && left < eighteen ? [{ from: left, status: 'relevant' }] : [];
  return [...relevant, { from: eighteen, status: 'former-relevant' }, endOf(past, born)];
};

/** Of two steps on one day the second counts. */
const statuses = (past: Past, steps: readonly Step[]): Happened[] => {
  const unit = past.random.fork('unit').chance(0.55) ? 'permanency-hub' : 'council-team';
  return steps.filter(({ from }, index) => from < past.setting.today && steps[index + 1]?.from !== from).map(({ from, status }) => ({
    fact: { key: `leaving-care:${from}`, type: 'leaving-care-status-changed', effectiveOn: from, data: { status, from, unit } }, by: workerOn(past, from),
  }));
};

const supportedTo = (born: LocalDate, steps: readonly Step[]): LocalDate => steps.find(({ status }) => status === 'closed')?.from ?? birthdayOf(born, 25);

/** The first plan by the 15th birthday, or within three months where care or the duty began later (C37, C38), then one every six months. */
const firstPlanOn = (past: Past, born: LocalDate, steps: readonly Step[], random: Random): LocalDate | undefined => {
  const fifteen = dueOn('C37', born);
  const inCare = carePeriods(past.child.facts).some(({ from, to = past.setting.today }) => from <= fifteen && to > fifteen);
  const late = !random.chance(shareOf(past.setting, 'pathway', fifteen, [0.74, 0.88]));
  if (inCare) return addDays(fifteen, late ? random.between(1, 110) : -random.between(0, 40));
  const begun = steps[0]?.from;
  return begun === undefined ? undefined : addDays(begun, late ? random.between(92, 160) : random.between(20, 88));
};

const pathwayPlans = (past: Past, born: LocalDate, steps: readonly Step[]): Happened[] => {
  const random = past.random.fork('pathway');
  const end = earlier(past.setting.today, endOfPlans(past, born, steps));
  const plans: Happened[] = [];
  for (let day = firstPlanOn(past, born, steps, random); day !== undefined && day < end; ) {
    const due = dueOn('C39', day);
    plans.push({ fact: { key: `pathway-plan:${day}`, type: 'pathway-plan-reviewed', effectiveOn: day, data: { planId: derivedId(past.child.childId, `pathway-plan:${day}`), agreedOn: day, reviewDueOn: due } }, by: workerOn(past, day) });
    day = addDays(due, random.chance(0.86) ? -random.between(0, 25) : random.between(1, 60));
  }
  return plans;
};

/** A plan made at 15 ends with care where no duty follows. */
const endOfPlans = (past: Past, born: LocalDate, steps: readonly Step[]): LocalDate =>
  steps.length > 0 ? supportedTo(born, steps) : carePeriods(past.child.facts).at(-1)?.to ?? past.setting.today;

const CONTACT: Weighted<string> = [['YES', 90], ['NO', 7], ['REFU', 2], ['NREQ', 1]];
const ACTIVITIES: Weighted<string> = [['F1', 5], ['F2', 12], ['F4', 4], ['F5', 30], ['P5', 10], ['G4', 12], ['G5', 20], ['G6', 7]];
const HOMES: Weighted<string> = [['U1', 62], ['B1', 12], ['D1', 8], ['K1', 6], ['X2', 4], ['S2', 2], ['V2', 2], ['R2', 4]];

/** Birthdays of those who are supported beyond 21: files tell of those from 17 to 21, and nothing of them is told twice. */
const birthdays = (past: Past, born: LocalDate, steps: readonly Step[]): Happened[] => {
  const end = earlier(past.setting.today, supportedTo(born, steps));
  return [22, 23, 24].map((age) => ({ age, day: birthdayOf(born, age) })).filter(({ day }) => day < end && day >= past.setting.keptFrom).map(({ age, day }) => {
    const random = past.random.fork('birthday', age);
    const inTouch = random.weighted(CONTACT);
    const home = random.weighted(HOMES);
    const circumstances = inTouch === 'YES' ? { activity: random.weighted(ACTIVITIES), accommodation: home.slice(0, 1), suitable: home.endsWith('1') ? (1 as const) : (2 as const) } : {};
    return {
      fact: { key: `care-leaver:birthday-${age}`, type: 'care-leaver-status-recorded', effectiveOn: day, data: { year: collectionYearOf(day), birthday: age, inTouch, ...circumstances, recordedFor: day } }, by: workerOn(past, day),
    };
  });
};

/** What a young person is owed on leaving care and afterwards: status with the unit that supports them, pathway plans, birthdays beyond 21. */
export const leaversOf = (past: Past): Happened[] => {
  const { born } = past;
  if (born === undefined || birthdayOf(born, 14) >= past.setting.today || birthdayOf(born, 26) < past.setting.keptFrom) return [];
  const steps = stepsOf(past, born);
  const after = steps.some(({ status }) => status === 'former-relevant') ? birthdays(past, born, steps) : [];
  return [...statuses(past, steps), ...pathwayPlans(past, born, steps), ...after];
};
