import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { Refusal } from '@permanence/kernel/decider';
import { type Fact, LIMBS, type PermanencePlan, type PlanClock, type PlanFacts, SAME_PERSON, planClock, planFactsOf, refusalNow } from '@permanence/locality-hub/domain';
import type { Who } from '@permanence/platform/identity';
import type { ChildLine } from '../children/child.store.js';
import { headerOf } from '../children/child.views.js';
import type { RefusalDto } from '../children/commands.dto.js';
import type { PlanAllowedDto, PlanClockDto, PlanDto, PlanLimbDto, PlanOptionDto, PlanPersonDto, PlanReviewDto, PlanSignedDto, PlanStepDto, PlanVersionDto } from './plan.dto.js';
import type { HeldPlan, PlanVersion } from './plan.store.js';
import { PEOPLES_COMMANDS, type PeoplesCommand, notTheirs } from './plan-rights.js';

/** People by id: of their account, or as a worker. */
export type Names = ReadonlyMap<Uuid, string>;

export type PlanSeen = Readonly<{ who: Who; line: ChildLine; held: HeldPlan; facts: readonly Fact[]; names: Names; today: LocalDate }>;

/** All whom a plan names. */
export const peopleIn = ({ proposed, countersigned, agreed, milestones }: PermanencePlan): Uuid[] =>
  [proposed?.by, countersigned?.by, agreed?.managerId, ...milestones.map(({ ownerId }) => ownerId)].flatMap((id) => id ?? []);

const refusalDto = ({ code, sentence, rule }: Refusal): RefusalDto => ({ code, sentence, rule });

/** The plan as a person may see it. What people wrote is for those whose role reads it. */
export const planView = ({ who, line, held: { plan, version }, facts, names, today }: PlanSeen): PlanDto => {
  const known = planFactsOf(facts, today);
  const wordsOf = wordsFor(who);
  const person = personIn(names);
  const signed = (by: PermanencePlan['proposed']): PlanSignedDto | null => (by === undefined ? null : { ...person(by.by), on: by.on });
  return {
    child: headerOf(line, who), version, status: plan.status, planId: plan.planId ?? null,
    options: optionsOf(plan, wordsOf),
    milestones: plan.milestones.map((each) => stepOf(each, today, person, wordsOf)), limbs: limbsOf(plan, wordsOf),
    identifiedOn: plan.identifiedOn ?? null, proposed: signed(plan.proposed), countersigned: signed(plan.countersigned),
    agreed: plan.agreed === undefined ? null : { on: plan.agreed.on, reviewId: plan.agreed.reviewId, manager: person(plan.agreed.managerId) }, achievedOn: plan.achievedOn ?? null,
    clock: clockOf(planClock(plan, known), today), proceedingsOpen: known.proceedingsOpen, reviews: reviewsFor(plan, known), allowedCommands: allowedTo(who, line, plan, known),
  };
};

const personIn = (names: Names) => (id: Uuid): PlanPersonDto => ({ id, name: names.get(id) ?? null });

/** The plan as each event left it, from a version on: what two who write at once compare. */
export const versionViews = ({ who, versions, names, today }: Pick<PlanSeen, 'who' | 'names' | 'today'> & Readonly<{ versions: readonly PlanVersion[] }>): PlanVersionDto[] => {
  const wordsOf = wordsFor(who);
  return versions.map(({ plan, version, what, at, by }) => ({
    version, what, at, by, status: plan.status, options: optionsOf(plan, wordsOf), milestones: plan.milestones.map((each) => stepOf(each, today, personIn(names), wordsOf)), limbs: limbsOf(plan, wordsOf),
  }));
};

type WordsOf = (text: string | undefined) => string | null;

const wordsFor = (who: Who): WordsOf => (text) => (who.capabilities.has('record:read-free-text') ? (text ?? null) : null);

const optionsOf = ({ options }: PermanencePlan, wordsOf: WordsOf): PlanOptionDto[] => options.map(({ route, position, reason }) => ({ route, position, reason: wordsOf(reason) }));

const stepOf = (
  { code, dueOn, doneOn, ownerId, blocker, route, byFact }: PermanencePlan['milestones'][number], today: LocalDate, person: (id: Uuid) => PlanPersonDto, wordsOf: WordsOf,
): PlanStepDto => ({
  code, dueOn, doneOn: doneOn ?? null, late: doneOn === undefined && dueOn < today, owner: ownerId === undefined ? null : person(ownerId), blocker: wordsOf(blocker), route: route ?? null, fromRecord: byFact === true,
});

const limbsOf = ({ limbs }: PermanencePlan, wordsOf: WordsOf): PlanLimbDto[] =>
  LIMBS.map((limb) => ({ limb, status: limbs[limb]?.status ?? 'not-started', target: wordsOf(limbs[limb]?.target), evidence: wordsOf(limbs[limb]?.evidence) }));

const clockOf = (found: PlanClock | undefined, today: LocalDate): PlanClockDto | null => {
  if (found === undefined) return null;
  const { clock, startKnown, missing } = found;
  return { clock: clock.clockId, dueOn: clock.dueOn, startKnown, metOn: 'metOn' in clock ? clock.metOn : null, late: clock.status === 'running' && today > clock.dueOn, missing: missing === undefined ? null : refusalDto(missing) };
};

const reviewsFor = ({ status, proposed }: PermanencePlan, { reviews }: PlanFacts): PlanReviewDto[] =>
  status !== 'proposed' || proposed === undefined
    ? []
    : reviews.filter(({ heldOn }) => heldOn >= proposed.on).map(({ reviewId, heldOn, sequence }) => ({ reviewId, heldOn, sequence: sequence ?? null })).reverse();

/** What is the person’s to do, and what of it not now: what is never theirs is not there. A revision is no step of its own: it is how a page saves what two wrote at once. */
const allowedTo = (who: Who, line: ChildLine, plan: PermanencePlan, known: PlanFacts): PlanAllowedDto[] =>
  PEOPLES_COMMANDS.filter((command) => command !== 'revisePlan' && notTheirs(who, line, command) === undefined).map((command) => {
    const refusal = refusalNow(plan, command, known) ?? samePerson(command, plan, who);
    return { command, refusal: refusal === undefined ? null : refusalDto(refusal) };
  });

const samePerson = (command: PeoplesCommand, { proposed }: PermanencePlan, { id }: Who): Refusal | undefined => (command === 'countersign' && proposed?.by === id ? SAME_PERSON : undefined);
