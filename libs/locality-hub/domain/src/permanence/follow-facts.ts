import type { LocalDate } from '@permanence/kernel/values';
import type { OutsideFactName } from '../facts/fact.js';
import { achievementOf, breakdownOf } from './achievement.js';
import { decidePlan } from './decide-plan.js';
import type { MilestoneCode } from './plan.js';
import { eventOf, planIdOf } from './plan-event.js';
import type { Milestone, PlanEvent } from './plan-fact.js';
import type { PlanFacts } from './plan-facts.js';
import { type PermanencePlan, evolvePlan } from './permanence-plan.js';

/** Steps of which the files tell (locality-hub.md 6, what is heard of adoption). */
export const STEPS_OF_FACTS: Readonly<Partial<Record<OutsideFactName, MilestoneCode>>> = {
  'adoption.should-be-placed-decided': 'adm-should-be-placed',
  'adoption.court-authority-obtained': 'placement-order',
  'adoption.match-decided': 'match',
  'adoption.child-placed': 'placed',
  'adoption.order-made': 'order-made',
};

/** The days on which the record says that steps were done, the last of each. */
export const stepsDone = ({ adoption }: Pick<PlanFacts, 'adoption'>): ReadonlyMap<MilestoneCode, LocalDate> =>
  new Map(adoption.flatMap(({ fact, on }) => { const code = STEPS_OF_FACTS[fact]; return code === undefined ? [] : [[code, on] as const]; }));

/**
 * What happens to a plan because of what the record now says: planned steps are done, and the plan is achieved or breaks down.
 * Nothing for a plan that agrees with its record already, however often it is asked.
 */
export const followFacts = (plan: PermanencePlan, facts: PlanFacts): PlanEvent[] => {
  if (plan.status === 'none') return [];
  const done = stepsDone(facts);
  const moved = plan.milestones.flatMap((milestone) => movedByFact(plan, milestone, done.get(milestone.code), facts));
  return [...moved, ...outcomeOf(moved.reduce(evolvePlan, plan), facts)];
};

const movedByFact = (plan: PermanencePlan, milestone: Milestone, on: LocalDate | undefined, { today }: PlanFacts): PlanEvent[] => {
  if (on === undefined && milestone.byFact !== true) return [];
  if (on === milestone.doneOn && milestone.byFact === true) return [];
  const { doneOn: _doneOn, byFact: _byFact, ...rest } = milestone;
  return [eventOf('permanence-milestone-moved', on ?? today, { planId: planIdOf(plan), ...rest, ...(on === undefined ? {} : { doneOn: on, byFact: true }) })];
};

const outcomeOf = (plan: PermanencePlan, facts: PlanFacts): readonly PlanEvent[] => {
  const achieving = plan.status === 'agreed' && achievementOf(plan, facts) !== undefined ? eventsOf(plan, { kind: 'achieve' }, facts) : [];
  const after = achieving.reduce(evolvePlan, plan);
  const broken = after.status === 'agreed' || after.status === 'achieved' ? breakdownOf(after, facts) : undefined;
  return broken === undefined ? achieving : [...achieving, ...eventsOf(after, { kind: 'breakDown', ...broken }, facts)];
};

const eventsOf = (...given: Parameters<typeof decidePlan>): readonly PlanEvent[] => {
  const decision = decidePlan(...given);
  return decision.ok ? decision.events : [];
};
