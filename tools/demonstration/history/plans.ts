import { type Instant, type LocalDate, type Uuid, addDays, addMonths, derivedId } from '@permanence/kernel/values';
import {
  type ChangeReason, type Fact, LIMBS, NO_PLAN, type PermanencePlan, type PermanenceRoute, type PlanCommand, type PlanEvent, decidePlan, evolvePlan, factsOfType, followFacts, planFactsOf, primaryOf,
} from '@permanence/locality-hub/domain';
import type { RecordedFact } from '@permanence/locality-hub/service';
import type { Random, Weighted } from '../random.js';
import { type Care, type Past, later, workerOn } from './past.js';
import { isForAdoption, reversalOf, routeOf } from './plan-route.js';
import { LIMB_TARGETS, optionsFor, stepsFor, twinOf } from './plan-shape.js';
import { timeOn } from './recording.js';

type Review = Care['reviews'][number];

/** Share of children whose plan is agreed at a later review than the second; of those whose first plan proves not to be the right one. */
const LATE = 0.12;
const MISTAKEN = 0.08;

/** Steps of which the files tell, or which end the way: nobody ticks them off by hand. */
const BY_FACT: ReadonlySet<string> = new Set(['adm-should-be-placed', 'placement-order', 'match', 'placed', 'order-made', 'long-term-match']);

type Told = Readonly<{ event: PlanEvent; by: Uuid }>;

/** A plan as it goes on: what people say of it goes through the same decisions as in the product, so that nothing is told that could not have been. */
class PlanStory {
  readonly told: Told[] = [];
  plan: PermanencePlan = NO_PLAN;
  private plans = 0;

  constructor(private readonly past: Past) {}

  /** @returns whether it was accepted. */
  give(day: LocalDate, by: Uuid, command: PlanCommand): boolean {
    const decision = decidePlan(this.plan, command, planFactsOf(this.past.child.facts, day));
    if (decision.ok) this.add(decision.events, by);
    return decision.ok;
  }

  /** What the files tell by a day: steps done, a plan achieved or broken down. */
  follow(day: LocalDate): void {
    if (this.plan.status === 'none') return;
    this.add(followFacts(this.plan, planFactsOf(this.past.child.facts, day)), workerOn(this.past, day));
  }

  identify(day: LocalDate, by: Uuid, primary: PermanenceRoute, parallel: PermanenceRoute, random: Random): void {
    this.plans += 1;
    this.give(day, by, { kind: 'identifyOptions', planId: derivedId(this.past.child.childId, `plan:${this.plans}`), options: optionsFor(primary, parallel, random) });
  }

  private add(events: readonly PlanEvent[], by: Uuid): void {
    for (const event of events) {
      this.told.push({ event, by });
      this.plan = evolvePlan(this.plan, event);
    }
  }
}

type Moment = Readonly<{ day: LocalDate; happen: () => void }>;

/** The plan in one period of care: proposed before a review, agreed at it, followed as things happen. */
class PlanInCare {
  private readonly random: Random;
  private readonly route: PermanenceRoute;
  /** The route that was thought right first. */
  private readonly first: PermanenceRoute;
  private readonly worker: Uuid;
  private readonly manager: Uuid;

  constructor(
    private readonly past: Past,
    private readonly care: Care,
    private readonly story: PlanStory,
    /** The day on which the next period begins, or today. */
    private readonly until: LocalDate,
  ) {
    this.random = past.random.fork('plan', care.from);
    this.route = routeOf(past, care);
    this.first = this.random.chance(MISTAKEN) ? (this.route === 'return-home' ? 'long-term-foster-in-house' : 'return-home') : this.route;
    this.worker = workerOn(past, care.from);
    this.manager = this.random.pick(past.setting.hands.managers.filter((id) => id !== this.worker));
  }

  tell(): void {
    const moments = [...this.reviewMoments(), ...this.factMoments()].filter(({ day }) => day >= this.care.from && day < this.until).sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
    for (const { happen } of moments) happen();
  }

  /** From the second review on, where it can be told which was the second; for some from the one after. */
  private reviews(): readonly Review[] {
    const { reviews } = this.care;
    const known = reviews.some(({ data }) => data.sequence !== undefined);
    const second = known ? reviews.filter(({ data }) => (data.sequence ?? 0) >= 2) : reviews;
    return this.random.chance(LATE) ? second.slice(1) : second;
  }

  private reviewMoments(): Moment[] {
    const options: Moment = { day: this.dayToIdentify(), happen: () => this.identify(this.dayToIdentify()) };
    return [options, ...this.reviews().flatMap((review, index): Moment[] => {
      const before = later(addDays(review.effectiveOn, -this.random.between(6, 14)), addDays(this.care.from, 1));
      return [{ day: before, happen: () => this.prepare(before, index) }, { day: review.effectiveOn, happen: () => this.agree(review) }];
    })];
  }

  private dayToIdentify(): LocalDate {
    return later(addDays(this.care.from, this.past.random.fork('identify', this.care.from).between(18, 48)), addDays(this.past.setting.keptFrom, -420));
  }

  /** Days on which the files tell something that moves a plan, the long-term match, and the end of care with the year after it. */
  private factMoments(): Moment[] {
    const { from, to, span, stays } = this.care;
    const days = factsOfType(this.past.child.facts, 'outside-fact-recorded').map(({ data }) => data.on).filter((on) => on >= from && on <= to);
    const matches = stays.filter(({ data }) => data.placementType === 'U1' || data.placementType === 'U4').map((stay): Moment => ({ day: stay.from, happen: () => this.match(stay.from) }));
    const ends = span.to === undefined ? [] : [span.to, addMonths(span.to, 12)];
    const moved = stays.flatMap((stay) => (stay.endKind === 'unplanned-by-carer' && stay.to !== undefined ? [stay.to] : []));
    return [...matches, ...[...days, ...ends, ...moved].map((day): Moment => ({ day, happen: () => this.story.follow(day) }))];
  }

  private wanted(day: LocalDate, review: number): PermanenceRoute {
    if (isForAdoption(this.past, day)) return 'adoption';
    return review === 0 ? this.first : this.route;
  }

  /** Beside the main plan another: adoption itself while its decision is still to come. */
  private parallel(primary: PermanenceRoute, day: LocalDate): PermanenceRoute {
    const young = this.past.born !== undefined && day < addMonths(this.past.born, 72);
    return primary === 'return-home' && young && this.random.chance(0.4) ? 'adoption' : twinOf(primary);
  }

  private identify(day: LocalDate): void {
    if (this.story.plan.status !== 'none') return;
    const primary = this.wanted(day, 0);
    this.story.identify(day, this.worker, primary, this.parallel(primary, day), this.random);
  }

  private prepare(day: LocalDate, review: number): void {
    this.tick(day);
    if (this.story.plan.status === 'none') this.identify(day);
    const { status } = this.story.plan;
    if (status === 'options-identified') this.propose(day);
    if (status === 'agreed') this.reconsider(day, review);
    if (this.story.plan.status === 'proposed' && this.story.plan.countersigned === undefined) this.story.give(addDays(day, this.random.between(1, 4)), this.manager, { kind: 'countersign', by: this.manager });
  }

  private propose(day: LocalDate): void {
    const options = this.story.plan.options;
    const primary = primaryOf(this.story.plan) ?? this.route;
    const parallel = options.find(({ position }) => position === 'parallel')?.route ?? twinOf(primary);
    const accepted = this.story.give(day, this.worker, { kind: 'proposePlan', by: this.worker, milestones: [...stepsFor(primary, parallel, day, this.worker), ...this.begun(day, parallel)] });
    if (accepted) for (const limb of LIMBS) this.story.give(day, this.worker, { kind: 'recordLimb', limb, target: LIMB_TARGETS[limb], evidence: '', status: limb === 'physical' ? 'in-progress' : 'not-started' });
  }

  /** Steps that every plan begins with. */
  private begun(day: LocalDate, parallel: PermanenceRoute): { code: 'options-identified' | 'family-meeting-offered'; dueOn: LocalDate; doneOn?: LocalDate; ownerId: Uuid }[] {
    const named = this.story.plan.identifiedOn ?? day;
    const meeting = { code: 'family-meeting-offered' as const, dueOn: addDays(named, 30), ownerId: this.worker };
    return [{ code: 'options-identified', dueOn: addDays(this.care.from, 56), doneOn: named, ownerId: this.worker }, ...(parallel === 'return-home' ? [] : [meeting])];
  }

  private reconsider(day: LocalDate, review: number): void {
    const previous = primaryOf(this.story.plan);
    const primary = this.wanted(day, review);
    if (previous === undefined || primary === previous) return;
    const away = previous === 'adoption';
    const reasonCode = (away ? reversalOf(this.past, day) ?? 'RD1' : this.random.weighted(CHANGE)) as ChangeReason;
    const parallel = this.parallel(primary, day);
    this.story.give(day, this.worker, {
      kind: 'changePlan', options: optionsFor(primary, parallel, this.random), milestones: stepsFor(primary, parallel, day, this.worker), reasonCode, by: this.worker,
      reason: away ? 'The plan of adoption cannot be carried out.' : 'Another way serves the child better, as the assessment shows.',
    });
  }

  private agree(review: Review): void {
    const { plan } = this.story;
    const officers = this.past.setting.hands.officers;
    if (plan.status === 'proposed') this.story.give(review.effectiveOn, officers[0] ?? this.manager, { kind: 'agreeAtReview', reviewId: review.data.reviewId });
    this.story.follow(review.effectiveOn);
  }

  /** Steps that people say are done, most of them by their day. */
  private tick(day: LocalDate): void {
    const due = this.story.plan.milestones.filter(({ code, doneOn, dueOn }) => doneOn === undefined && dueOn < day && !BY_FACT.has(code));
    for (const milestone of due) {
      if (!this.random.chance(0.85)) continue;
      const doneOn = addDays(milestone.dueOn, -this.random.between(0, 12));
      this.story.give(day, this.worker, { kind: 'setMilestone', milestone: { ...milestone, doneOn } });
    }
  }

  private match(day: LocalDate): void {
    const step = this.story.plan.milestones.find(({ code }) => code === 'long-term-match');
    if (step !== undefined && step.doneOn === undefined && primaryOf(this.story.plan)?.startsWith('long-term') === true) {
      this.story.give(day, this.worker, { kind: 'setMilestone', milestone: { ...step, doneOn: day } });
      this.settle(day);
    }
    this.story.follow(day);
  }

  /** With the match two of the three sides are reached. */
  private settle(day: LocalDate): void {
    for (const limb of ['physical', 'emotional'] as const) {
      const evidence = 'The long-term match was agreed, and the child and the carers say so.';
      this.story.give(day, this.worker, { kind: 'recordLimb', limb, target: LIMB_TARGETS[limb], evidence, status: 'achieved' });
    }
  }
}

const CHANGE: Weighted<ChangeReason> = [['assessment', 50], ['childs-needs', 20], ['family-circumstances', 18], ['childs-wishes', 12]];

const DELAYS: Weighted<readonly [number, number]> = [[[0, 1], 70], [[2, 3], 27], [[14, 40], 3]];

/** Written down in the order in which it happened: a plan is the fold of its events. What would be written down only from today on is not there yet. */
const inTime = ({ child, setting, random }: Past, told: readonly Told[]): RecordedFact[] => {
  const entries: RecordedFact[] = [];
  const draw = random.fork('plan written');
  let last = timeOn(setting.keptFrom, 9 * 60);
  for (const [index, { event, by }] of told.entries()) {
    const written = timeOn(addDays(event.effectiveOn, draw.between(...draw.weighted(DELAYS))), draw.between(9 * 60, 17 * 60));
    last = written > last ? written : (new Date(Date.parse(last) + 1000).toISOString() as Instant);
    if (last.slice(0, 10) >= setting.today) break;
    const key = event.type === 'permanence-plan-set' ? `plan:${event.data.planId}:${event.effectiveOn}` : `plan:${String(index).padStart(3, '0')}:${event.type}`;
    const fact = { key, ...event } as Fact;
    entries.push({ fact, recordedAt: last, actor: by, correlationId: derivedId(child.childId, `plan:${last}`) });
  }
  return entries;
};

/** The permanence plans of a child: named, proposed, agreed at a review, changed, achieved or broken down as the files bear out. */
export const plansOf = (past: Past): RecordedFact[] => {
  if (past.setting.hands.managers.length < 2) return [];
  const story = new PlanStory(past);
  for (const [index, care] of past.care.entries()) {
    story.follow(care.from);
    new PlanInCare(past, care, story, past.care[index + 1]?.from ?? past.setting.today).tell();
  }
  return inTime(past, story.told);
};
