import type { Refusal } from '@permanence/kernel/decider';
import type { PermanenceRoute } from './plan.js';
import type { Milestone } from './plan-fact.js';
import type { PlanOption } from './permanence-plan.js';
import type { PlanFacts } from './plan-facts.js';

/** What the business case asks of every child, in its order (section 6): home, a connected person, adoption, long-term fostering. */
const TO_CONSIDER: readonly (readonly PermanenceRoute[])[] = [
  ['return-home'], ['connected-sgo', 'connected-cao'], ['adoption'], ['long-term-foster-in-house', 'long-term-foster-ifa'],
];

/** What is wrong with the options of a plan, if anything (locality-hub.md, rule 23): one primary, and a reason for each route that is not pursued. */
export const optionsRefusal = (options: readonly PlanOption[]): Refusal | undefined => {
  if (new Set(options.map(({ route }) => route)).size < options.length) return { code: 'ROUTE_TWICE', sentence: 'Name each route once.', rule: 'locality-hub.plan.2', field: 'options' };
  if (options.filter(({ position }) => position === 'primary').length !== 1) return { code: 'ONE_PRIMARY', sentence: 'Choose exactly one main plan.', rule: 'locality-hub.plan.3', field: 'options' };
  return TO_CONSIDER.every((routes) => options.some(({ route }) => routes.includes(route))) && options.every(isReasoned) ? undefined : NOT_REASONED;
};

const isReasoned = ({ position, reason }: PlanOption): boolean => position !== 'ruled-out' || (reason ?? '').trim() !== '';

const NOT_REASONED: Refusal = {
  code: 'OPTION_NOT_REASONED', rule: 'locality-hub.permanence.23', field: 'options',
  sentence: 'Give each of home, family or friends, adoption and long-term fostering a place in the plan. Say why for each that is ruled out.',
};

/** Rule 24: two plans at a time while the court has not decided, or while the child is to go home; the other one with a first step of its own. */
export const twinTrackRefusal = (options: readonly PlanOption[], milestones: readonly Milestone[], { proceedingsOpen }: Pick<PlanFacts, 'proceedingsOpen'>): Refusal | undefined => {
  const isNeeded = proceedingsOpen || options.some(({ route, position }) => position === 'primary' && route === 'return-home');
  const hasTwin = options.some(({ route, position }) => position === 'parallel' && milestones.some((milestone) => milestone.route === route));
  return isNeeded && !hasTwin ? TWIN_TRACK : undefined;
};

const TWIN_TRACK: Refusal = {
  code: 'TWIN_TRACK_REQUIRED', rule: 'locality-hub.permanence.24',
  sentence: 'Name a second plan too, with a first step of its own. The child is to go home, or the court has not decided yet.',
};

/** Steps as they may be planned: each once, each of an option that is pursued. */
export const stepsRefusal = (options: readonly PlanOption[], milestones: readonly Milestone[], { today }: Pick<PlanFacts, 'today'>): Refusal | undefined => {
  if (new Set(milestones.map(({ code }) => code)).size < milestones.length) return { code: 'STEP_TWICE', sentence: 'Name each step once.', rule: 'locality-hub.plan.4', field: 'milestones' };
  return milestones.map((milestone) => stepRefusal(options, milestone, today)).find((refusal) => refusal !== undefined);
};

const stepRefusal = (options: readonly PlanOption[], { doneOn, route }: Milestone, today: PlanFacts['today']): Refusal | undefined => {
  if (doneOn !== undefined && doneOn > today) return { code: 'DONE_IN_FUTURE', sentence: 'The day on which a step was done cannot be after today.', rule: 'locality-hub.plan.5', field: 'doneOn' };
  return route === undefined || options.some((option) => option.route === route && option.position !== 'ruled-out')
    ? undefined
    : { code: 'STEP_OF_NO_OPTION', sentence: 'A step can belong only to a route that is part of the plan.', rule: 'locality-hub.plan.6', field: 'route' };
};
