import { type Decision, type Refusal, decided, refuse } from '@permanence/kernel/decider';
import { REVERSAL_REASONS } from './plan.js';
import { type CommandOf, GUARDS, type PlanCommand, type PlanCommandKind } from './plan-command.js';
import type { Milestone, OptionReasons, PlacedOption, PlanEvent, PlanFactData, PlanFactType } from './plan-fact.js';
import { type PlanFacts, shouldBePlacedOn } from './plan-facts.js';
import { type PermanencePlan, type PlanOption, evolvePlan, primaryOf, routesAt } from './permanence-plan.js';
import { optionsRefusal, stepsRefusal, twinTrackRefusal } from './options.rules.js';
import { achieved, brokenDown, milestoneMoved } from './decide-progress.js';
import { revised } from './decide-revision.js';
import { eventOf, planIdOf } from './plan-event.js';

type Decided = Decision<PlanEvent>;

const RULE = 'locality-hub.plan';

/** Commands about the plan of a child who is in care: the others also settle what becomes of it afterwards. */
const IN_CARE_ONLY: ReadonlySet<PlanCommandKind> = new Set(['identifyOptions', 'placeOption', 'proposePlan', 'countersign', 'agreeAtReview', 'changePlan', 'revisePlan']);

/** Why a command cannot be given now whatever it says, or undefined (locality-hub.md 3.2). */
export const refusalNow = (plan: PermanencePlan, kind: PlanCommandKind, facts: PlanFacts): Refusal | undefined => {
  const { in: states, refusal } = GUARDS[kind];
  if (!states.includes(plan.status) || (kind === 'changePlan' && plan.agreed === undefined)) return refusal;
  if (IN_CARE_ONLY.has(kind) && !facts.lookedAfter) return { code: 'CHILD_NOT_LOOKED_AFTER', sentence: 'The child is not in care now.', rule: `${RULE}.7` };
  if (kind === 'countersign' && plan.countersigned !== undefined) return { code: 'ALREADY_COUNTERSIGNED', sentence: 'The proposal is countersigned already.', rule: `${RULE}.8` };
  return kind === 'agreeAtReview' ? notToAgree(plan, facts) : undefined;
};

const notToAgree = (plan: PermanencePlan, facts: PlanFacts): Refusal | undefined => {
  const { countersigned: signed, proposed: proposal } = plan;
  if (signed === undefined) return { code: 'PLAN_NOT_COUNTERSIGNED', sentence: 'A team manager signs the proposal before it can be agreed.', rule: `${RULE}.9` };
  const reviews = facts.reviews.filter(({ heldOn }) => proposal !== undefined && heldOn >= proposal.on);
  if (reviews.length === 0) return { code: 'NO_REVIEW_SINCE_PROPOSAL', sentence: 'The record holds no review since the plan was proposed.', rule: `${RULE}.10` };
  return primaryOf(plan) === 'adoption' && !reviews.some(({ heldOn }) => shouldBePlacedOn(facts, heldOn)) ? ADM_DECISION : undefined;
};

const ADM_DECISION: Refusal = {
  code: 'ADM_DECISION_REQUIRED', rule: 'locality-hub.permanence.26',
  sentence: 'Adoption can be agreed only once it is decided that the child should be placed for it.',
};

/** What follows from a command, or why it may not be given. */
export const decidePlan = (plan: PermanencePlan, command: PlanCommand, facts: PlanFacts): Decided => {
  const refusal = refusalNow(plan, command.kind, facts);
  return refusal === undefined ? (DECIDERS[command.kind] as Decider<PlanCommand>)(plan, command, facts) : { ok: false, refusal };
};

type Decider<C extends PlanCommand> = (plan: PermanencePlan, command: C, facts: PlanFacts) => Decided;

const no = (...refusals: readonly (Refusal | undefined)[]): Decided | undefined => {
  const refusal = refusals.find((each) => each !== undefined);
  return refusal && { ok: false, refusal };
};

const placesOf = (options: readonly PlanOption[]): PlacedOption[] => options.map(({ route, position }) => ({ route, position }));

const reasonsOf = (options: readonly PlanOption[]): OptionReasons => Object.fromEntries(options.flatMap(({ route, reason }) => (reason === undefined ? [] : [[route, reason]])));

const one = <T extends PlanFactType>(type: T, facts: PlanFacts, data: PlanFactData[T]): Decided => decided(eventOf(type, facts.today, data));

const identified = (_plan: PermanencePlan, { planId, options }: CommandOf<'identifyOptions'>, facts: PlanFacts): Decided =>
  no(optionsRefusal(options)) ?? one('permanence-options-identified', facts, { planId, options: placesOf(options), reasons: reasonsOf(options) });

const optionPlaced = (plan: PermanencePlan, { option: { route, position, reason }, by }: CommandOf<'placeOption'>, facts: PlanFacts): Decided => {
  const event = eventOf('permanence-option-placed', facts.today, { planId: planIdOf(plan), route, position, reason, by });
  const { options, milestones, status } = evolvePlan(plan, event);
  return no(optionsRefusal(options), status === 'proposed' ? twinTrackRefusal(options, milestones, facts) : undefined) ?? decided(event);
};

const proposed = (plan: PermanencePlan, { milestones, by }: CommandOf<'proposePlan'>, facts: PlanFacts): Decided =>
  no(stepsRefusal(plan.options, milestones, facts), twinTrackRefusal(plan.options, [...plan.milestones, ...milestones], facts)) ??
  one('permanence-plan-proposed', facts, { planId: planIdOf(plan), milestones, by });

/** Who proposed a plan does not countersign it. */
export const SAME_PERSON: Refusal = { code: 'SAME_PERSON', sentence: 'Somebody else countersigns: you proposed this plan.', rule: 'locality-hub.plan.11' };

const countersigned = (plan: PermanencePlan, { by }: CommandOf<'countersign'>, facts: PlanFacts): Decided =>
  plan.proposed?.by === by
    ? { ok: false, refusal: SAME_PERSON }
    : one('permanence-plan-countersigned', facts, { planId: planIdOf(plan), by });

const agreed = (plan: PermanencePlan, { reviewId }: CommandOf<'agreeAtReview'>, facts: PlanFacts): Decided => {
  const review = facts.reviews.find((each) => each.reviewId === reviewId);
  if (review === undefined) return refuse('REVIEW_NOT_HELD', 'Choose a review that the record holds.', `${RULE}.10`, 'reviewId');
  if (plan.proposed === undefined || review.heldOn < plan.proposed.on) return refuse('REVIEW_BEFORE_PROPOSAL', 'That review was before the plan was proposed.', `${RULE}.10`, 'reviewId');
  const primary = primaryOf(plan);
  if (primary === undefined) throw new Error('a proposal without a main plan');
  if (primary === 'adoption' && !shouldBePlacedOn(facts, review.heldOn)) return { ok: false, refusal: ADM_DECISION };
  return decided(eventOf('permanence-plan-set', review.heldOn, {
    planId: planIdOf(plan), primary, parallels: routesAt(plan, 'parallel'), contingencies: routesAt(plan, 'contingency'), reviewId, reviewSequence: review.sequence, agreedOn: review.heldOn,
    milestones: plan.milestones.map(told),
  }));
};

/** A step as others may know it. */
const told = ({ code, dueOn, doneOn }: Milestone): Milestone => (doneOn === undefined ? { code, dueOn } : { code, dueOn, doneOn });

const changed = (plan: PermanencePlan, command: CommandOf<'changePlan'>, facts: PlanFacts): Decided => {
  const { options, milestones, reasonCode, reason, by } = command;
  const previousPrimary = primaryOf(plan);
  if (previousPrimary === undefined) throw new Error('an agreed plan without a main plan');
  return no(
    optionsRefusal(options), stepsRefusal(options, milestones, facts), twinTrackRefusal(options, [...plan.milestones, ...milestones], facts),
    changeReasonRefusal(previousPrimary === 'adoption' && primaryOf({ options }) !== 'adoption', command),
  ) ?? one('permanence-plan-changed', facts, {
    planId: planIdOf(plan), primary: primaryOf({ options }), previousPrimary, parallels: routesAt({ options }, 'parallel'), reasonCode, changedOn: facts.today,
    options: placesOf(options), reasons: reasonsOf(options), steps: milestones, reason, by,
  });
};

const changeReasonRefusal = (adoptionEnds: boolean, { reasonCode, reason }: CommandOf<'changePlan'>): Refusal | undefined => {
  if (reason.trim() === '') return { code: 'CHANGE_NOT_REASONED', sentence: 'Say why the plan changes.', rule: `${RULE}.12`, field: 'reason' };
  const isReversal = REVERSAL_REASONS.some((code) => code === reasonCode);
  if (adoptionEnds && !isReversal) return { code: 'REVERSAL_REASON_REQUIRED', sentence: 'A plan of adoption ends for one of the four reasons of the yearly return. Choose one.', rule: `${RULE}.13`, field: 'reasonCode' };
  if (!adoptionEnds && isReversal) return { code: 'REVERSAL_REASON_NOT_FITTING', sentence: 'That reason is for a plan of adoption that ends. Choose another.', rule: `${RULE}.13`, field: 'reasonCode' };
  return undefined;
};

const limbRecorded = (plan: PermanencePlan, { limb, target, evidence, status }: CommandOf<'recordLimb'>, facts: PlanFacts): Decided => {
  if (target.trim() === '') return refuse('LIMB_WITHOUT_TARGET', 'Say what is to be reached.', `${RULE}.14`, 'target');
  if (status === 'achieved' && evidence.trim() === '') return refuse('LIMB_WITHOUT_EVIDENCE', 'Say what shows that it is reached.', `${RULE}.15`, 'evidence');
  const now = plan.limbs[limb];
  const isSame = now !== undefined && now.target === target && now.evidence === evidence && now.status === status;
  return isSame ? decided() : one('permanence-limb-recorded', facts, { planId: planIdOf(plan), limb, target, evidence, status });
};

/** Who decides what: a new kind of command does not compile until it is here. */
const DECIDERS: { readonly [K in PlanCommandKind]: Decider<CommandOf<K>> } = {
  identifyOptions: identified, placeOption: optionPlaced, proposePlan: proposed, countersign: countersigned, agreeAtReview: agreed, changePlan: changed,
  setMilestone: milestoneMoved, revisePlan: revised, recordLimb: limbRecorded, achieve: achieved, breakDown: brokenDown,
};
