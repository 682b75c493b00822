import { type LocalDate, type Uuid, addDays } from '@permanence/kernel/values';
import type { Milestone, MilestoneCode, PermanenceRoute, PlanOption } from '@permanence/locality-hub/domain';
import type { Random } from '../random.js';

/** The routes that the business case asks to be considered of every child, one for each of its four. */
const CONSIDERED: readonly (readonly PermanenceRoute[])[] = [['return-home'], ['connected-sgo', 'connected-cao'], ['adoption'], ['long-term-foster-in-house', 'long-term-foster-ifa']];

const WHY_NOT: Readonly<Partial<Record<PermanenceRoute, readonly string[]>>> = {
  'return-home': ['The parents cannot give safe care in the time that the child has.', 'The assessment of the parents did not support a return.'],
  'connected-sgo': ['No relative or friend came forward.', 'The viability assessments were negative.'],
  adoption: ['The child is too old and has close ties to the family.', 'Other ways to a lasting home serve the child better.'],
  'long-term-foster-in-house': ['A family of their own can be found for the child.', 'The child needs a legal tie to a family.'],
};

/** The second plan beside one: a connected person, else carers for the long term. */
export const twinOf = (primary: PermanenceRoute): PermanenceRoute => (primary.startsWith('connected') ? 'long-term-foster-in-house' : 'connected-sgo');

const isConsidered = (group: readonly PermanenceRoute[], routes: readonly PermanenceRoute[]): boolean => group.some((route) => routes.includes(route));

/** Options of a plan: the main one, the one beside it, and for each of the four a place or a reason against it. */
export const optionsFor = (primary: PermanenceRoute, parallel: PermanenceRoute, random: Random): PlanOption[] => {
  const others = CONSIDERED.filter((group) => !isConsidered(group, [primary, parallel])).map((group): PlanOption => {
    const route = group[0] as PermanenceRoute;
    return route !== 'adoption' && random.chance(0.3) ? { route, position: 'contingency' } : { route, position: 'ruled-out', reason: random.pick(WHY_NOT[route] ?? ['It does not serve the child.']) };
  });
  return [{ route: primary, position: 'primary' }, { route: parallel, position: 'parallel' }, ...others];
};

type Step = readonly [code: MilestoneCode, days: number];

/** Steps on each route, with the days until they are due. */
const STEPS: Readonly<Record<PermanenceRoute, readonly Step[]>> = {
  'return-home': [['care-plan-filed', 60]],
  'connected-sgo': [['viability-done', 42], ['sgo-assessment', 98], ['order-made', 182]],
  'connected-cao': [['viability-done', 42], ['order-made', 150]],
  adoption: [['adm-should-be-placed', 30], ['placement-order', 100], ['family-finding', 120], ['match', 190], ['placed', 215], ['order-made', 420]],
  'long-term-foster-in-house': [['care-plan-filed', 60], ['long-term-match', 200]],
  'long-term-foster-ifa': [['care-plan-filed', 60], ['long-term-match', 200]],
  'sgo-by-foster-carer': [['sgo-assessment', 98], ['order-made', 182]],
  'residential-until-independence': [['care-plan-filed', 60]],
  'supported-to-independence': [['care-plan-filed', 60]],
  other: [['care-plan-filed', 60]],
};

/** The first step of a plan that runs beside another. */
const FIRST_STEP: Readonly<Partial<Record<PermanenceRoute, MilestoneCode>>> = { 'connected-sgo': 'viability-done', adoption: 'adm-should-be-placed', 'return-home': 'family-meeting-offered' };

/** The steps of a plan: those of the main route, and the first of the other with its name on it. Each once. */
export const stepsFor = (primary: PermanenceRoute, parallel: PermanenceRoute, from: LocalDate, ownerId: Uuid): Milestone[] => {
  const twin: Milestone = { code: FIRST_STEP[parallel] ?? 'long-term-match', dueOn: addDays(from, 70), ownerId, route: parallel };
  const own = STEPS[primary].map(([code, days]): Milestone => ({ code, dueOn: addDays(from, days), ownerId, route: primary }));
  return [...own.filter(({ code }) => code !== twin.code), twin];
};

/** Words for the three sides of permanence, by limb: what is to be reached. */
export const LIMB_TARGETS = {
  emotional: 'The child has an adult who is theirs for good, and knows it.',
  physical: 'The child lives in one home, near school and friends.',
  legal: 'An order or agreement says who decides for the child.',
} as const;
