import type { LocalDate, Uuid } from '@permanence/kernel/values';
import { legalStatuses } from '../facts/as-of.js';
import type { Fact } from '../facts/fact.js';
import { reviewClocks } from '../clocks/review-clocks.js';
import { stepsDone } from '../permanence/follow-facts.js';
import { MILESTONES, type PermanenceRoute, type PlanStatus } from '../permanence/plan.js';
import { type PlanClock, planClock } from '../permanence/plan-clock.js';
import { type PlanFacts, planFactsOf } from '../permanence/plan-facts.js';
import { type PermanencePlan, primaryOf, routesAt } from '../permanence/permanence-plan.js';
import { type HardToPlace, hardToPlaceReasons } from './harder-to-place.js';

/** Steps that a line shows: those of the plan, its agreement, and the care order. */
export const TRACKER_STEPS = [...MILESTONES, 'plan-agreed', 'care-order'] as const;
export type TrackerStepCode = (typeof TRACKER_STEPS)[number];

/** What comes next: a step of the plan, or before there is one the review and the agreement. */
export const NEXT_STEPS = ['first-review', 'agree-plan', ...MILESTONES] as const;
export type NextStepCode = (typeof NEXT_STEPS)[number];

export type TrackerStep = Readonly<{ code: TrackerStepCode; on: LocalDate }>;

/** A child's line in the tracker: what does not change from day to day unless something happens. Age, weeks and days late come from the day asked. */
export type TrackerLine = Readonly<{
  status: PlanStatus;
  primary?: PermanenceRoute;
  parallels: readonly PermanenceRoute[];
  agreedOn?: LocalDate;
  /** C18, while no plan is agreed in this time in care. */
  planDueOn?: LocalDate;
  /** The second review was held without an agreed plan (rule 25). */
  missingAtSecondReview: boolean;
  /** In order of their days. */
  steps: readonly TrackerStep[];
  next?: NextStepCode;
  nextDueOn?: LocalDate;
  nextOwnerId?: Uuid;
  blocker?: string;
  /** Reviews held in this time in care, where it is known from its start. */
  reviews?: number;
  /** What holds at any age; a child of 5 is harder to place for that too. */
  harder: readonly HardToPlace[];
}>;

/** 903: full care order. */
const CARE_ORDER = 'C2';

const byDay = (a: Readonly<{ on: LocalDate }>, b: Readonly<{ on: LocalDate }>): number => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1);

/** The child's line, from all facts of the record and the plan. */
export const trackerLine = (plan: PermanencePlan, facts: readonly Fact[], today: LocalDate): TrackerLine => {
  const known = planFactsOf(facts, today);
  const clock = planClock(plan, known);
  const running = clock?.clock.status === 'running' ? clock : undefined;
  return {
    status: plan.status, primary: primaryOf(plan), parallels: routesAt(plan, 'parallel'), agreedOn: plan.agreed?.on, planDueOn: running?.clock.dueOn, missingAtSecondReview: running?.missing !== undefined,
    steps: stepsOf(plan, facts, known), ...nextOf(plan, firstReviewDue(facts, known), running), reviews: reviewsHeld(known), harder: hardToPlaceReasons(facts, today),
  };
};

const stepsOf = (plan: PermanencePlan, facts: readonly Fact[], known: PlanFacts): TrackerStep[] => {
  const steps = new Map<TrackerStepCode, LocalDate>(stepsDone(known));
  for (const { code, doneOn } of plan.milestones) if (doneOn !== undefined) steps.set(code, doneOn);
  if (plan.identifiedOn !== undefined && !steps.has('options-identified')) steps.set('options-identified', plan.identifiedOn);
  if (plan.agreed !== undefined) steps.set('plan-agreed', plan.agreed.on);
  const order = careOrderOn(facts, known);
  if (order !== undefined) steps.set('care-order', order);
  const since = known.care.at(-1)?.from;
  return [...steps].map(([code, on]) => ({ code, on })).filter(({ on }) => since === undefined || on >= since).sort(byDay);
};

const careOrderOn = (facts: readonly Fact[], { care, today }: PlanFacts): LocalDate | undefined => {
  const period = care.at(-1)?.data.carePeriodId;
  return legalStatuses(facts).find(({ from, data }) => data.carePeriodId === period && data.legalStatus === CARE_ORDER && from <= today)?.from;
};

type Due = Readonly<{ next: NextStepCode; nextDueOn: LocalDate; nextOwnerId?: Uuid; blocker?: string }>;

/** Of all that is open the one that is due first; a plan that is achieved has nothing more to do. */
const nextOf = (plan: PermanencePlan, reviewDue: LocalDate | undefined, clock: PlanClock | undefined): Partial<Due> => {
  if (plan.status === 'achieved') return {};
  const open: Due[] = [
    ...(reviewDue === undefined ? [] : [{ next: 'first-review' as const, nextDueOn: reviewDue }]),
    ...(clock === undefined ? [] : [{ next: 'agree-plan' as const, nextDueOn: clock.clock.dueOn }]),
    ...plan.milestones.filter(({ doneOn }) => doneOn === undefined).map(({ code, dueOn, ownerId, blocker }) => ({ next: code, nextDueOn: dueOn, nextOwnerId: ownerId, blocker })),
  ];
  const first = open.reduce<Due | undefined>((soonest, due) => (soonest === undefined || due.nextDueOn < soonest.nextDueOn ? due : soonest), undefined);
  return first === undefined ? {} : { ...first, blocker: first.blocker ?? plan.milestones.find(isBlocked)?.blocker };
};

const isBlocked = ({ doneOn, blocker }: PermanencePlan['milestones'][number]): boolean => doneOn === undefined && blocker !== undefined;

/** C13 of a child in care, while it runs. */
const firstReviewDue = (facts: readonly Fact[], { lookedAfter, care }: PlanFacts): LocalDate | undefined => {
  const since = lookedAfter ? care.at(-1)?.from : undefined;
  return reviewClocks(facts).find(({ clockId, status, startedOn }) => clockId === 'C13' && status === 'running' && startedOn === since)?.dueOn;
};

const reviewsHeld = ({ reviews, care, lookedAfter }: PlanFacts): number | undefined => {
  const period = lookedAfter ? care.at(-1)?.data : undefined;
  if (period === undefined || period.firstReviewDueOn === undefined) return undefined;
  return reviews.filter(({ carePeriodId }) => carePeriodId === period.carePeriodId).length;
};
