import { type LocalDate, addDays, addMonths, ageOn, collectionYearOf, derivedId } from '@permanence/kernel/values';
import { type FactOf, type FactType, factsOfType, healthPart } from '@permanence/locality-hub/domain';
import { dueOn } from '@permanence/statutory-clocks/catalogue';
import type { Random } from '../random.js';
import { type Care, type Past, birthdayOf, later, shareOf, workerOn } from './past.js';
import type { Happened } from './recording.js';

type Check = FactOf<'health-assessment-completed'> | FactOf<'dental-check-completed'> | FactOf<'sdq-scored'>;

/** Of 100 children, those to whom a whole year brings no check: of years that are over the returns say who they are. */
const GOES_WITHOUT = { healthAssessed: 0.1, teethChecked: 0.2 } as const;

type Flag = keyof typeof GOES_WITHOUT;

/** Whether a year brings no check: as its return says, and by chance of the year that has no return yet. */
const goesWithout = ({ child, setting, random }: Past, year: number, flag: Flag): boolean =>
  year === collectionYearOf(setting.today)
    ? random.fork(flag, year).chance(GOES_WITHOUT[flag])
    : factsOfType(child.facts, 'health-year-recorded').find(({ data }) => data.year === year)?.data[flag] === false;

/** A check that falls into a year without one was made at some time in the year after it, or in the next that has one. */
const asReturned = (past: Past, day: LocalDate, flag: Flag): LocalDate => {
  const year = collectionYearOf(day);
  return goesWithout(past, year, flag) ? asReturned(past, addDays(`${year}-04-01` as LocalDate, past.random.fork(flag, year, 'after').between(3, 200)), flag) : day;
};

/** A day before the due day, or after it where it is late; a few are late by many months. */
const around = (due: LocalDate, inTime: boolean, ahead: number, behind: number, random: Random): LocalDate => addDays(due, inTime ? -random.between(0, ahead) : random.between(1, random.chance(0.3) ? 4 * behind : behind));

/** The days of a check that comes back after a time, from the first on, as long as the child is in care and told of. */
const daysOf = (first: LocalDate, end: LocalDate, next: (day: LocalDate) => LocalDate): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = first; day < end; ) {
    days.push(day);
    const following = next(day);
    day = following > day ? following : addDays(day, 1);
  }
  return days;
};

const ifSlip = <F extends Check>(fact: F, slip: F | undefined): Pick<Happened, 'slip'> => (slip === undefined || slip === fact ? {} : { slip });

const happened = <T extends FactType>(past: Past, fact: FactOf<T>, slip?: FactOf<T>): Happened =>
  ({ fact, by: workerOn(past, fact.effectiveOn), ...ifSlip(fact as unknown as Check, slip as unknown as Check | undefined) }) as Happened;

/** First, the initial assessment of a period that began here; for an older one the last assessment before the record. */
const firstAssessment = (past: Past, care: Care, born: LocalDate, random: Random): LocalDate => {
  const { keptFrom } = past.setting;
  const due = dueOn('C22', care.from);
  if (care.from >= addDays(keptFrom, -60)) return later(addDays(care.from, 3), around(due, random.chance(shareOf(past.setting, 'initial-health', care.from, [0.76, 0.9])), 14, 24, random));
  return later(addDays(care.from, 10), addDays(keptFrom, -random.between(8, healthPart(born, keptFrom) === 'under-5' ? 170 : 350)));
};

const assessments = (past: Past, care: Care, born: LocalDate, sdqs: readonly LocalDate[]): Happened[] => {
  const random = past.random.fork('health', care.from);
  const first = firstAssessment(past, care, born, random);
  const days = daysOf(first, care.to, (day) =>
    asReturned(past, around(dueOn('C23', day, healthPart(born, day)), random.chance(shareOf(past.setting, 'health', day, [0.84, 0.93])), 30, 75, random), 'healthAssessed'));
  return days.map((day, index) => assessment(past, { care, born, day, before: days[index - 1], sdqs }, random));
};

type Assessed = Readonly<{ care: Care; born: LocalDate; day: LocalDate; before: LocalDate | undefined; sdqs: readonly LocalDate[] }>;

const dueOf = ({ care, born, before }: Assessed): LocalDate | undefined => {
  if (before !== undefined) return dueOn('C23', before, healthPart(born, before));
  return care.span.data.startKnown ? dueOn('C22', care.from) : undefined;
};

/** Most review assessments use the questionnaire of the last twelve months, where there is one. */
const sdqUsed = (past: Past, { day, sdqs }: Assessed, random: Random): Pick<FactOf<'health-assessment-completed'>['data'], 'sdqUsedId'> => {
  const last = sdqs.findLast((on) => on <= day && on > addMonths(day, -12));
  return last !== undefined && random.chance(0.8) ? { sdqUsedId: derivedId(past.child.childId, `sdq:${last}`) } : {};
};

const isInitial = (past: Past, { care, before }: Assessed): boolean => before === undefined && care.from >= addDays(past.setting.keptFrom, -60);

const assessment = (past: Past, assessed: Assessed, random: Random): Happened => {
  const { born, day, before } = assessed;
  const initial = isInitial(past, assessed);
  const due = initial || before !== undefined ? dueOf(assessed) : undefined;
  const data: FactOf<'health-assessment-completed'>['data'] = {
    assessmentId: derivedId(past.child.childId, `health:${day}`), kind: initial ? 'initial' : 'review', status: ageOn(born, day) >= 13 && random.chance(0.03) ? 'refused' : 'completed',
    ...(due === undefined ? {} : { dueOn: due }), heldOn: day, ...(initial ? {} : sdqUsed(past, assessed, random)), nextDueOn: dueOn('C23', day, healthPart(born, day)),
  };
  const fact: FactOf<'health-assessment-completed'> = { key: `health:${day}`, type: 'health-assessment-completed', effectiveOn: day, data };
  return happened(past, fact, { ...fact, data: { ...data, status: data.status === 'completed' ? 'refused' : 'completed' } });
};

/** From the 3rd birthday on, a first check in the first months of care, then one each year. */
const dentalChecks = (past: Past, care: Care, born: LocalDate): Happened[] => {
  const random = past.random.fork('teeth', care.from);
  const { keptFrom } = past.setting;
  const begun = later(birthdayOf(born, 3), care.from < keptFrom ? addDays(keptFrom, -random.between(10, 340)) : addDays(care.from, random.between(15, 130)));
  const days = daysOf(later(begun, addDays(care.from, 5)), care.to, (day) => asReturned(past, around(dueOn('C24', day), random.chance(shareOf(past.setting, 'teeth', day, [0.78, 0.9])), 50, 120, random), 'teethChecked'));
  return days.map((day) => {
    const data: FactOf<'dental-check-completed'>['data'] = { status: random.chance(0.03) ? 'refused' : 'completed', checkedOn: day, nextDueOn: dueOn('C24', day) };
    const fact: FactOf<'dental-check-completed'> = { key: `dental:${day}`, type: 'dental-check-completed', effectiveOn: day, data };
    return happened(past, fact, { ...fact, data: { ...data, status: data.status === 'completed' ? 'refused' : 'completed' } });
  });
};

const sdqDays = (past: Past, care: Care, born: LocalDate): LocalDate[] => {
  const random = past.random.fork('sdq', care.from);
  const { keptFrom } = past.setting;
  const begun = later(birthdayOf(born, 4), care.from < keptFrom ? addDays(keptFrom, -random.between(10, 340)) : addDays(care.from, random.between(60, 320)));
  const end = care.to < birthdayOf(born, 17) ? care.to : birthdayOf(born, 17);
  return daysOf(later(begun, addDays(care.from, 20)), end, (day) => around(dueOn('C25', day), random.chance(0.84), 60, 90, random));
};

/** A score as the return of the year has it, where it has one. */
const sdq = (past: Past, day: LocalDate): Happened => {
  const random = past.random.fork('sdq score', day);
  const { childId, facts } = past.child;
  const { sdqScore, sdqReason = 'SDQ1' } = factsOfType(facts, 'health-year-recorded').find(({ data }) => data.year === collectionYearOf(day))?.data ?? {};
  // SDQ1 says that the child was not of age for the whole year, not that there was no score.
  const told = sdqScore ?? (sdqReason === 'SDQ1' ? random.between(0, 12) + random.between(0, 16) : undefined);
  const result = told === undefined ? { reasonCode: sdqReason } : { score: told };
  const fact: FactOf<'sdq-scored'> = { key: `sdq:${day}`, type: 'sdq-scored', effectiveOn: day, data: { sdqId: derivedId(childId, `sdq:${day}`), ...result, completedOn: day, nextDueOn: dueOn('C25', day) } };
  return happened(past, fact, told === undefined ? undefined : { ...fact, data: { ...fact.data, score: told > 20 ? told - 10 : told + 10 } });
};

/** Health assessments, dental checks and questionnaires of a child in care. Of the time before the record is kept here only the last of each is taken over. */
export const healthOf = (past: Past): Happened[] => {
  const { born } = past;
  if (born === undefined) return [];
  return past.care.flatMap((care) => {
    const scored = sdqDays(past, care, born);
    return [...assessments(past, care, born, scored), ...dentalChecks(past, care, born), ...scored.map((day) => sdq(past, day))];
  });
};
