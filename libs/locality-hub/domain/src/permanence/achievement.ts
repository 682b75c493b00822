import { type LocalDate, addMonths } from '@permanence/kernel/values';
import type { CarePeriodSpan } from '../facts/as-of.js';
import type { MilestoneCode, PermanenceRoute } from './plan.js';
import type { PlanFacts } from './plan-facts.js';
import { type PermanencePlan, primaryOf } from './permanence-plan.js';

const ADOPTED = ['E11', 'E12'];
const SPECIAL_GUARDIANSHIP = ['E45', 'E46', 'E47', 'E48'];
const CHILD_ARRANGEMENTS = ['E41'];
/** Home with a parent, planned or not, or with another person of the family (903). */
const WENT_HOME: readonly string[] = ['E4A', 'E4B', 'E13'];

const MONTHS_AT_HOME = 12;

type ReachedBy = Readonly<{ reasons?: readonly string[]; step: MilestoneCode }>;

/** How each route is known to be reached: the reason for which care ended, or a step that was done. The others are reached when people say so, and nobody's record says that. */
const REACHED_BY: Readonly<Partial<Record<PermanenceRoute, ReachedBy>>> = {
  adoption: { reasons: ADOPTED, step: 'order-made' },
  'connected-sgo': { reasons: SPECIAL_GUARDIANSHIP, step: 'order-made' },
  'sgo-by-foster-carer': { reasons: SPECIAL_GUARDIANSHIP, step: 'order-made' },
  'connected-cao': { reasons: CHILD_ARRANGEMENTS, step: 'order-made' },
  'long-term-foster-in-house': { step: 'long-term-match' },
  'long-term-foster-ifa': { step: 'long-term-match' },
};

/** The day on which an agreed plan was achieved: an order was made, a long-term match, or 12 months at home. Undefined: not yet. */
export const achievementOf = (plan: PermanencePlan, facts: PlanFacts): LocalDate | undefined => {
  const since = plan.agreed?.on;
  const route = primaryOf(plan);
  if (since === undefined || route === undefined) return undefined;
  return route === 'return-home' ? twelveMonthsHome(facts, since) : reachedOn(plan, facts, since, REACHED_BY[route]);
};

const reachedOn = ({ milestones }: PermanencePlan, { care }: PlanFacts, since: LocalDate, by: ReachedBy | undefined): LocalDate | undefined => {
  if (by === undefined) return undefined;
  const left = care.findLast(({ to, reasonCode }) => to !== undefined && to >= since && by.reasons?.includes(reasonCode ?? ''))?.to;
  return left ?? milestones.find(({ code, doneOn }) => code === by.step && doneOn !== undefined && doneOn >= since)?.doneOn;
};

const twelveMonthsHome = ({ care, today }: PlanFacts, since: LocalDate): LocalDate | undefined => {
  const last = care.at(-1);
  if (last?.to === undefined || last.to < since || !WENT_HOME.includes(last.reasonCode ?? '')) return undefined;
  const on = addMonths(last.to, MONTHS_AT_HOME);
  return on <= today ? on : undefined;
};

export type Breakdown = Readonly<{ cause: 'placement-ended' | 'order-ended'; on: LocalDate }>;

/** Whether the record says that a plan in force broke down, when and how: the child came back into care, or the permanent home ended unplanned. */
export const breakdownOf = (plan: PermanencePlan, facts: PlanFacts): Breakdown | undefined => {
  const since = plan.agreed?.on;
  const route = primaryOf(plan);
  if (since === undefined || route === undefined) return undefined;
  return backInCare(facts.care, since, route) ?? adoptionEnded(facts, since, route) ?? matchEnded(plan, facts, route);
};

const backInCare = (care: readonly CarePeriodSpan[], since: LocalDate, route: PermanenceRoute): Breakdown | undefined => {
  const on = care.find(({ from }) => from > since)?.from;
  return on && { on, cause: REACHED_BY[route]?.reasons === undefined ? 'placement-ended' : 'order-ended' };
};

const adoptionEnded = ({ adoption }: PlanFacts, since: LocalDate, route: PermanenceRoute): Breakdown | undefined => {
  const on = route === 'adoption' ? adoption.find((each) => each.fact === 'adoption.placement-ended' && each.on > since)?.on : undefined;
  return on && { on, cause: 'placement-ended' };
};

/** The home that the child was matched with for good. */
const matchEnded = ({ milestones }: PermanencePlan, { stays }: PlanFacts, route: PermanenceRoute): Breakdown | undefined => {
  const matchedOn = REACHED_BY[route]?.step === 'long-term-match' ? milestones.find(({ code }) => code === 'long-term-match')?.doneOn : undefined;
  const stay = matchedOn && stays.findLast(({ from }) => from <= matchedOn);
  return stay && stay.to !== undefined && stay.endKind?.startsWith('unplanned') ? { on: stay.to, cause: 'placement-ended' } : undefined;
};
