import { type StatutoryClock, dueOn, meetClock, startClock, voidClock } from '@permanence/statutory-clocks/catalogue';
import { type LocalDate, addMonths, ageOn } from '@permanence/kernel/values';
import { type CarePeriodSpan, carePeriods, factData } from '../facts/as-of.js';
import { type Fact, type FactOf, factsOfType } from '../facts/fact.js';

/** C23: of the child's age, 6 months while the next assessment still falls before the 5th birthday, else 12 (locality-hub.md 8.1). */
export const healthPart = (birthDate: LocalDate, heldOn: LocalDate): 'under-5' | 'from-5' => (dueOn('C23', heldOn, 'under-5') <= addMonths(birthDate, 60) ? 'under-5' : 'from-5');

const assessmentsIn = (facts: readonly Fact[], { from, to }: CarePeriodSpan): FactOf<'health-assessment-completed'>[] =>
  factsOfType(facts, 'health-assessment-completed').filter(({ effectiveOn }) => effectiveOn >= from && (to === undefined || effectiveOn <= to)).sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));

/** C22: met by the first assessment of the period, or void when care ends before it. */
const initialClock = (facts: readonly Fact[], period: CarePeriodSpan): StatutoryClock[] => {
  if (period.data.initialHealthDueOn === undefined) return [];
  const clock = startClock('C22', period.from);
  const [first] = assessmentsIn(facts, period);
  const moved = first ? meetClock(clock, first.effectiveOn) : period.to === undefined ? undefined : voidClock(clock, period.to, 'The child left care.');
  return [moved?.ok ? moved.clock : clock];
};

const latest = <T extends Readonly<{ effectiveOn: LocalDate }>>(facts: readonly T[]): T | undefined => facts.reduce<T | undefined>((last, fact) => (last === undefined || fact.effectiveOn >= last.effectiveOn ? fact : last), undefined);

const againBetween = (facts: readonly Fact[], birthDate: LocalDate, clockId: 'C24' | 'C25', [youngest, oldest]: readonly [number, number]): StatutoryClock[] => {
  const last = latest(facts.filter(({ type }) => type === (clockId === 'C24' ? 'dental-check-completed' : 'sdq-scored')));
  if (last === undefined) return [];
  const clock = startClock(clockId, last.effectiveOn);
  const age = ageOn(birthDate, clock.dueOn);
  return age >= youngest && age <= oldest ? [clock] : [];
};

/**
 * The clocks of health: the initial assessment of each care period (C22), and for a child in care the next review assessment (C23), dental check
 * (C24, aged 3 to 17) and strengths and difficulties questionnaire (C25, aged 4 to 16). A check that was refused counts as one: it is asked again after the same time.
 */
export const healthClocks = (facts: readonly Fact[]): StatutoryClock[] => {
  const periods = carePeriods(facts);
  const initial = periods.flatMap((period) => initialClock(facts, period));
  const current = periods.at(-1);
  const birthDate = factData(facts, 'child-updated')?.birthDate;
  if (current === undefined || current.to !== undefined || birthDate === undefined) return initial;
  const assessed = latest(assessmentsIn(facts, current));
  const review = assessed === undefined ? [] : [startClock('C23', assessed.effectiveOn, healthPart(birthDate, assessed.effectiveOn))];
  return [...initial, ...review, ...againBetween(facts, birthDate, 'C24', [3, 17]), ...againBetween(facts, birthDate, 'C25', [4, 16])];
};
