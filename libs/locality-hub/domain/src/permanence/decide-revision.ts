import { type Decision, decided } from '@permanence/kernel/decider';
import { isSame, knownRefusal, movedTo } from './decide-progress.js';
import { type CommandOf, GUARDS } from './plan-command.js';
import { eventOf, planIdOf } from './plan-event.js';
import type { PlanEvent } from './plan-fact.js';
import type { PlanFacts } from './plan-facts.js';
import { type PermanencePlan, type PlanOption, evolvePlan } from './permanence-plan.js';
import { optionsRefusal, stepsRefusal, twinTrackRefusal } from './options.rules.js';

/**
 * Gives several options another place and moves several steps, all or none: how two who wrote at once both keep theirs (portal.md T6).
 * What is as the plan has it already says nothing. The options of an agreed plan change by `changePlan` alone.
 */
export const revised = (plan: PermanencePlan, { options, milestones, by }: CommandOf<'revisePlan'>, facts: PlanFacts): Decision<PlanEvent> => {
  const planId = planIdOf(plan);
  const placing = mainFirst(options).filter((option) => !isPlacedSo(plan, option)).map(({ route, position, reason }) => eventOf('permanence-option-placed', facts.today, { planId, route, position, reason, by }));
  if (plan.status === 'agreed' && placing.length > 0) return { ok: false, refusal: GUARDS.placeOption.refusal };
  const after = placing.reduce<PermanencePlan>(evolvePlan, plan);
  const steps = milestones.map((milestone) => movedTo(plan, milestone)).filter((step) => step.before === undefined || !isSame(step.before, step.after));
  const moving = steps.map((step) => eventOf('permanence-milestone-moved', facts.today, { planId, ...step.after }));
  const refusal =
    optionsRefusal(after.options) ?? stepsRefusal(after.options, steps.map((step) => step.after), facts) ?? steps.map((step) => knownRefusal(step.before, step.after)).find((each) => each !== undefined) ??
    (plan.status !== 'options-identified' && (placing.length > 0 || steps.some((step) => step.before?.route !== step.after.route)) ? twinTrackRefusal(after.options, moving.reduce<PermanencePlan>(evolvePlan, after).milestones, facts) : undefined);
  return refusal === undefined ? decided(...placing, ...moving) : { ok: false, refusal };
};

/** A main plan that is replaced stays as a second one: what is said of it comes after. */
const mainFirst = (options: readonly PlanOption[]): readonly PlanOption[] => [...options.filter(({ position }) => position === 'primary'), ...options.filter(({ position }) => position !== 'primary')];

const isPlacedSo = ({ options }: PermanencePlan, { route, position, reason }: PlanOption): boolean => options.some((option) => option.route === route && option.position === position && (option.reason ?? '') === (reason ?? ''));
