import { LocalDate, Uuid } from '@permanence/kernel/values';
import { decidePlan } from './decide-plan.js';
import type { PermanenceRoute } from './plan.js';
import type { CommandOf, PlanCommand } from './plan-command.js';
import type { Milestone } from './plan-fact.js';
import type { PlanFacts } from './plan-facts.js';
import { NO_PLAN, type PermanencePlan, type PlanOption, evolvePlan } from './permanence-plan.js';

export const id = (n: number): Uuid => Uuid(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
export const NADIA = id(1);
export const OWEN = id(2);
export const PLAN = id(7);
export const REVIEW = id(8);
export const TODAY = LocalDate('2026-09-30');
const on = LocalDate;

export const FACTS: PlanFacts = {
  today: TODAY, lookedAfter: true, proceedingsOpen: false, reviews: [{ reviewId: REVIEW, heldOn: TODAY, sequence: 2 }], adoption: [], care: [], stays: [],
};
export const decidedForAdoption = (day: string): PlanFacts['adoption'] => [{ fact: 'adoption.should-be-placed-decided', on: on(day) }];

const RULED_OUT = 'Assessed and not safe.';
const CONSIDERED: readonly PermanenceRoute[] = ['return-home', 'connected-sgo', 'adoption', 'long-term-foster-in-house'];

/** Every route that is to be considered, these in the plan and the others ruled out. */
export const optionsWith = (primary: PermanenceRoute, ...parallels: readonly PermanenceRoute[]): PlanOption[] => [
  { route: primary, position: 'primary' }, ...parallels.map((route): PlanOption => ({ route, position: 'parallel' })),
  ...CONSIDERED.filter((route) => route !== primary && !parallels.includes(route)).map((route): PlanOption => ({ route, position: 'ruled-out', reason: RULED_OUT })),
];

export const step = (code: Milestone['code'], dueOn: string, more: Partial<Milestone> = {}): Milestone => ({ code, dueOn: on(dueOn), ...more });

export const identify = (options: readonly PlanOption[]): CommandOf<'identifyOptions'> => ({ kind: 'identifyOptions', planId: PLAN, options });
export const propose = (...milestones: readonly Milestone[]): CommandOf<'proposePlan'> => ({ kind: 'proposePlan', milestones, by: NADIA });
export const countersign: CommandOf<'countersign'> = { kind: 'countersign', by: OWEN };
export const agree: CommandOf<'agreeAtReview'> = { kind: 'agreeAtReview', reviewId: REVIEW };

/** The plan after commands that are all taken. @throws Error with the code of the first that is not. */
export const planAfter = (facts: PlanFacts, ...commands: readonly PlanCommand[]): PermanencePlan => after(NO_PLAN, facts, ...commands);

export const after = (plan: PermanencePlan, facts: PlanFacts, ...commands: readonly PlanCommand[]): PermanencePlan =>
  commands.reduce((state, command) => {
    const decision = decidePlan(state, command, facts);
    if (!decision.ok) throw new Error(decision.refusal.code);
    return decision.events.reduce(evolvePlan, state);
  }, plan);

/** The code of the refusal, or undefined where the command is taken. */
export const codeOf = (plan: PermanencePlan, command: PlanCommand, facts: PlanFacts = FACTS): string | undefined => {
  const decision = decidePlan(plan, command, facts);
  return decision.ok ? undefined : decision.refusal.code;
};

export const LTF = optionsWith('long-term-foster-in-house');
export const identified = planAfter(FACTS, identify(LTF));
export const proposed = after(identified, FACTS, propose(step('long-term-match', '2026-12-10')));
export const countersigned = after(proposed, FACTS, countersign);
export const agreed = after(countersigned, FACTS, agree);
