import type { LocalDate } from '@permanence/kernel/values';
import { type Decision, type Refusal, decided, refuse } from '@permanence/kernel/decider';
import { achievementOf } from './achievement.js';
import type { PermanenceRoute } from './plan.js';
import type { CommandOf } from './plan-command.js';
import { eventOf, planIdOf } from './plan-event.js';
import type { Milestone, PlanEvent } from './plan-fact.js';
import type { PlanFacts } from './plan-facts.js';
import { type PermanencePlan, primaryOf } from './permanence-plan.js';
import { stepsRefusal, twinTrackRefusal } from './options.rules.js';

type Decided = Decision<PlanEvent>;

const RULE = 'locality-hub.plan';

/** Sets or moves one step. A step that the record tells of is done when the record says so. */
export const milestoneMoved = (plan: PermanencePlan, { milestone }: CommandOf<'setMilestone'>, facts: PlanFacts): Decided => {
  const { before, after } = movedTo(plan, milestone);
  const refusal = stepsRefusal(plan.options, [after], facts) ?? knownRefusal(before, after) ?? twinRefusal(plan, after, facts);
  if (refusal !== undefined) return { ok: false, refusal };
  if (before !== undefined && isSame(before, after)) return decided();
  return decided(eventOf('permanence-milestone-moved', facts.today, { planId: planIdOf(plan), ...after }));
};

/** A step before and after: it keeps its route, and what the record tells of it. */
export const movedTo = ({ milestones }: Pick<PermanencePlan, 'milestones'>, milestone: Milestone): Readonly<{ before: Milestone | undefined; after: Milestone }> => {
  const before = milestones.find(({ code }) => code === milestone.code);
  return { before, after: { ...milestone, route: milestone.route ?? before?.route, byFact: before?.byFact } };
};

export const knownRefusal = (before: Milestone | undefined, after: Milestone): Refusal | undefined =>
  before?.byFact === true && before.doneOn !== after.doneOn
    ? { code: 'STEP_KNOWN_FROM_RECORD', sentence: 'The record itself says when this step was done. Mend it in the files.', rule: `${RULE}.16`, field: 'doneOn' }
    : undefined;

/** The first step of a second plan cannot be taken from it where two plans are needed. */
const twinRefusal = (plan: PermanencePlan, after: Milestone, facts: PlanFacts): Refusal | undefined =>
  plan.status === 'options-identified' || plan.milestones.every(({ code, route }) => code !== after.code || route === after.route)
    ? undefined
    : twinTrackRefusal(plan.options, [...plan.milestones.filter(({ code }) => code !== after.code), after], facts);

const FIELDS = ['dueOn', 'doneOn', 'ownerId', 'blocker', 'route'] as const satisfies readonly (keyof Milestone)[];

export const isSame = (before: Milestone, after: Milestone): boolean => FIELDS.every((field) => before[field] === after[field]);

/** Achieved, on the day that the record's facts bear out. */
export const achieved = (plan: PermanencePlan, _command: CommandOf<'achieve'>, facts: PlanFacts): Decided => {
  const on = achievementOf(plan, facts);
  return on === undefined
    ? refuse('NOT_ACHIEVED_YET', 'The record does not yet say that the plan is achieved.', `${RULE}.17`)
    : decided(eventOf('permanence-achieved', on, { planId: planIdOf(plan), route: routeOf(plan) }));
};

/** Broken down: the permanent home or the order ended and nobody had planned it. */
export const brokenDown = (plan: PermanencePlan, { cause, on, reason }: CommandOf<'breakDown'>, { today }: PlanFacts): Decided => {
  if (on > today) return refuse('BREAKDOWN_IN_FUTURE', 'The day on which it broke down cannot be after today.', `${RULE}.18`, 'on');
  if (on < inForceSince(plan)) return refuse('BREAKDOWN_BEFORE_AGREEMENT', 'The plan was agreed after that day.', `${RULE}.18`, 'on');
  return decided(eventOf('permanence-broken-down', on, { planId: planIdOf(plan), route: routeOf(plan), cause, reason }));
};

const inForceSince = ({ agreed }: PermanencePlan): LocalDate => {
  if (agreed === undefined) throw new Error('a plan in force that nobody agreed');
  return agreed.on;
};

const routeOf = (plan: PermanencePlan): PermanenceRoute => {
  const route = primaryOf(plan);
  if (route === undefined) throw new Error('a plan in force without a main plan');
  return route;
};
