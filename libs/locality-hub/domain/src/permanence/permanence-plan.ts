import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { known } from '../facts/stated.js';
import { type LimbName, type LimbStatus, MILESTONES, type OptionPosition, type PermanenceRoute, type PlanStatus } from './plan.js';
import type { Milestone, OptionReasons, PlacedOption, PlanEvent, PlanFactData, PlanFactType } from './plan-fact.js';

export type PlanOption = PlacedOption & Readonly<{ reason?: string }>;
export type Limb = Readonly<{ target: string; evidence: string; status: LimbStatus }>;
/** Who gave a command, and on which day. */
export type Signed = Readonly<{ by: Uuid; on: LocalDate }>;
export type Agreed = Readonly<{ reviewId: Uuid; on: LocalDate; managerId: Uuid }>;

/** A child's plan for permanence, the fold of its events (locality-hub.md 2.5, 3.2). */
export type PermanencePlan = Readonly<{
  status: PlanStatus;
  /** Absent where there is no plan. A plan that broke down is followed by another one. */
  planId?: Uuid;
  options: readonly PlanOption[];
  milestones: readonly Milestone[];
  limbs: Readonly<Partial<Record<LimbName, Limb>>>;
  identifiedOn?: LocalDate;
  proposed?: Signed;
  countersigned?: Signed;
  /** The newest agreement; it stays to be seen while a change is on its way. */
  agreed?: Agreed;
  achievedOn?: LocalDate;
}>;

export const NO_PLAN: PermanencePlan = { status: 'none', options: [], milestones: [], limbs: {} };

/** Where the plan leads, if options were named. */
export const primaryOf = ({ options }: Pick<PermanencePlan, 'options'>): PermanenceRoute | undefined => options.find(({ position }) => position === 'primary')?.route;

/** The routes that have a place in the plan, in the order in which they were named. */
export const routesAt = ({ options }: Pick<PermanencePlan, 'options'>, position: OptionPosition): PermanenceRoute[] => options.filter((option) => option.position === position).map(({ route }) => route);

/** The plan after an event. */
export const evolvePlan = (plan: PermanencePlan, event: PlanEvent): PermanencePlan => (FOLDS[event.type] as Fold<PlanFactType>)(plan, event.data, event.effectiveOn);

type Fold<T extends PlanFactType> = (plan: PermanencePlan, data: Readonly<PlanFactData[T]>, on: LocalDate) => PermanencePlan;

const optionsOf = (options: readonly PlacedOption[], reasons: OptionReasons): PlanOption[] =>
  options.map(({ route, position }) => (reasons[route] === undefined ? { route, position } : { route, position, reason: reasons[route] }));

/** Of several milestones with one code the last; all in the order in which they come. */
const inOrder = (milestones: readonly Milestone[]): Milestone[] => {
  const byCode = new Map(milestones.map((milestone) => [milestone.code, milestone]));
  return MILESTONES.flatMap((code) => byCode.get(code) ?? []);
};

/** A step has a due day from the first on: without a new one it keeps the one it had. */
const milestoneOf = ({ code, dueOn, doneOn, ownerId, blocker, route, byFact }: PlanFactData['permanence-milestone-moved'], plan: PermanencePlan): Milestone => {
  const due = dueOn ?? plan.milestones.find((milestone) => milestone.code === code)?.dueOn ?? doneOn;
  if (due === undefined) throw new Error(`the step ${code} has no due day`);
  return known<Milestone>({ code, dueOn: due, doneOn, ownerId, blocker, route, byFact });
};

/** A proposal of which an option has another place is a proposal of whoever gave it that, and is to be countersigned again. */
const placed = (plan: PermanencePlan, { route, position, reason, by }: PlanFactData['permanence-option-placed'], on: LocalDate): PermanencePlan => {
  const option: PlanOption = reason === undefined ? { route, position } : { route, position, reason };
  const others = plan.options.filter((each) => each.route !== route).map((each): PlanOption => (position === 'primary' && each.position === 'primary' ? { ...each, position: 'parallel' } : each));
  return { ...plan, options: [...others, option], ...(plan.status === 'proposed' ? { proposed: { by, on }, countersigned: undefined } : {}) };
};

const agreed = (plan: PermanencePlan, { reviewId, agreedOn }: PlanFactData['permanence-plan-set']): PermanencePlan => {
  if (plan.countersigned === undefined) throw new Error('a plan that nobody countersigned was agreed');
  return { ...plan, status: 'agreed', agreed: { reviewId, on: agreedOn, managerId: plan.countersigned.by } };
};

const changed = (plan: PermanencePlan, { options, reasons, steps, by, changedOn }: PlanFactData['permanence-plan-changed']): PermanencePlan => ({
  ...plan, status: 'proposed', options: optionsOf(options, reasons), milestones: inOrder([...plan.milestones, ...steps]), proposed: { by, on: changedOn }, countersigned: undefined,
});

/** What each kind of event makes of a plan: a new kind does not compile until it is here. */
const FOLDS: { readonly [T in PlanFactType]: Fold<T> } = {
  'permanence-options-identified': (_plan, { planId, options, reasons }, on) => ({ ...NO_PLAN, status: 'options-identified', planId, options: optionsOf(options, reasons), identifiedOn: on }),
  'permanence-option-placed': placed,
  'permanence-plan-proposed': (plan, { milestones, by }, on) => ({ ...plan, status: 'proposed', milestones: inOrder([...plan.milestones, ...milestones]), proposed: { by, on }, countersigned: undefined }),
  'permanence-plan-countersigned': (plan, { by }, on) => ({ ...plan, countersigned: { by, on } }),
  'permanence-limb-recorded': (plan, { limb, target, evidence, status }) => ({ ...plan, limbs: { ...plan.limbs, [limb]: { target, evidence, status } } }),
  'permanence-milestone-moved': (plan, data) => ({ ...plan, milestones: inOrder([...plan.milestones, milestoneOf(data, plan)]) }),
  'permanence-plan-set': agreed,
  'permanence-plan-changed': changed,
  'permanence-achieved': (plan, _data, on) => ({ ...plan, status: 'achieved', achievedOn: on }),
  'permanence-broken-down': () => NO_PLAN,
};
