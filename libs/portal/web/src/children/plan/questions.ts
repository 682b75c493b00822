import type { ChildPlan, PlanCommand, PlanPath, PlanStep, StepOwner } from '../../api/plan.js';
import type { Problem } from '../../api/problem.js';
import { type Form, dayIn, one, typedDay } from '../../web/form.js';
import { fullDate } from '../../words/dates.js';
import { roleWords } from '../../words/names.js';
import { milestoneWords, routeWords } from '../../words/permanence.js';
import { CHANGE } from './change.js';
import { type Compared, OPTION_FIELDS, STEP_FIELDS, oneOption, oneSide, oneStep } from './compared.js';
import { formOfOptions, optionsField, optionsIn, pursued } from './options-form.js';
import { type Asking, type Field, type Question, choices, listChoices, unreadDays } from './question.js';
import { formOfSteps, stepsField, stepsIn, unreadIn } from './steps-form.js';
import { CAUSES, COMMANDS, PLACES, ROUTES, SIDES, SIDE_STATES, STEPS, type Worded, sideHint, sideWords } from './words.js';

/** What to send, or the same once more: another part of the question, or what cannot be read. */
export type Answer = Readonly<{ body: object } | { again: Form; problem?: Problem }>;
/** A command's question: how it is asked (null: there is nothing of that name) and what an answer says. The plan is read again only where an answer needs it. */
export type PlanQuestion = Readonly<{
  command: PlanCommand; ask: (asking: Asking) => Question | null; answer: (sent: Form, plan: () => Promise<ChildPlan>) => Promise<Answer>;
  /** What of the plan an answer says: two who write at once can differ in it. */
  compared: (sent: Form, people: readonly StepOwner[]) => readonly Compared[];
  /** Whoever answers puts their name to the whole plan: they see what others changed before it is saved. */
  signs?: true;
  /** It asks for one of the people of the council. */
  asksForPerson?: true;
}>;

/** A day as the service takes it; what is none goes as it is and is refused at its field. */
const day = (form: Form, name: string): string => dayIn(one(form, name)) ?? one(form, name);
/** What was written, if anything. */
const written = (form: Form, name: string, value = one(form, name)): Readonly<Record<string, string>> => (value === '' ? {} : { [name]: value });
const sends = (body: object): Promise<Answer> => Promise.resolve({ body });

const OPTIONS: PlanQuestion = {
  command: 'identifyOptions', compared: () => OPTION_FIELDS,
  ask: ({ plan, sent }) => ({
    path: 'options', heading: 'Name the options', submit: 'Name these options', fields: [optionsField(sent ?? formOfOptions(plan))],
    lead: ['Home, family or friends, adoption and long-term fostering each get a place. For family and for fostering, one of the two will do.', 'Say why for each that is ruled out, in words the child could read at 18.'],
  }),
  answer: (sent) => sends({ options: optionsIn(sent) }),
};

const OPTION: PlanQuestion = {
  command: 'placeOption', compared: (sent) => oneOption(one(sent, 'route')),
  ask: ({ sent }) => {
    const form = sent ?? {};
    return {
      path: 'option', heading: 'Give one option another place', submit: 'Give it this place', lead: ['A new main plan makes the one before it the second plan. A proposal is then to be countersigned again.'],
      fields: [
        { kind: 'select', name: 'route', label: 'Option', items: listChoices(ROUTES, one(form, 'route')) }, { kind: 'radios', name: 'position', label: 'Place in the plan', items: choices(PLACES, one(form, 'position')) },
        { kind: 'words', name: 'reason', label: 'Why', hint: 'Needed when it is ruled out.', value: one(form, 'reason') },
      ],
    };
  },
  answer: (sent) => sends({ route: one(sent, 'route'), position: one(sent, 'position'), ...written(sent, 'reason') }),
};

const PROPOSAL: PlanQuestion = {
  command: 'proposePlan', signs: true, compared: () => STEP_FIELDS,
  ask: ({ plan, sent }) => ({
    path: 'proposal', heading: 'Propose the plan', submit: 'Propose the plan', fields: [stepsField(sent ?? formOfSteps(plan), plan, pursued(plan.options))],
    lead: ['Give a day to each step that is needed. Leave the rest empty.', 'A second plan needs a first step of its own: choose that plan beside the step.', 'Your team manager countersigns. Then a review agrees.'],
  }),
  answer: async (sent, plan) => {
    const unread = unreadIn(sent);
    return unread.length > 0 ? { again: sent, problem: unreadDays(unread) } : { body: { milestones: stepsIn(sent, await plan()) } };
  },
};

const COUNTERSIGNATURE: PlanQuestion = {
  command: 'countersign', signs: true, compared: () => [],
  ask: ({ plan: { proposed, options } }) => ({
    path: 'countersignature', heading: 'Countersign the proposal', submit: 'Countersign the proposal', fields: [],
    lead: [`${proposed?.name ?? 'A colleague'} proposed this plan${proposed === null ? '' : ` on ${fullDate(proposed.on)}`}.`, ...PLACES.flatMap(([place, words]) => options.filter(({ position }) => position === place).map(({ route }) => `${words}: ${routeWords(route).toLowerCase()}.`))],
  }),
  answer: () => sends({}),
};

const AGREEMENT: PlanQuestion = {
  command: 'agreeAtReview', signs: true, compared: () => [],
  ask: ({ plan, sent }) => ({
    path: 'agreement', heading: 'Record that a review agreed the plan', submit: 'Record the agreement', lead: [],
    fields: [{
      kind: 'radios', name: 'reviewId', label: 'At which review?', hint: 'Reviews that the record holds since the plan was proposed.',
      items: choices(plan.reviews.map(({ reviewId, heldOn, sequence }) => [reviewId, `${fullDate(heldOn)}${sequence === null ? '' : `, review ${String(sequence)}`}`]), one(sent ?? {}, 'reviewId')),
    }],
  }),
  answer: (sent) => sends({ reviewId: one(sent, 'reviewId') }),
};

/** Who can take a step: the people of the council, and whoever has it now. */
const ownerField = (people: readonly StepOwner[], held: PlanStep | undefined, form: Form): Field => {
  const owner = held?.owner ?? null;
  const gone: Worded = owner === null || people.some(({ id }) => id === owner.id) ? [] : [[owner.id, owner.name ?? 'Somebody who has left']];
  return { kind: 'select', name: 'ownerId', label: 'Who takes it?', items: listChoices([...gone, ...people.map(({ id, name, role, team }) => [id, [name, roleWords(role), ...(team === null ? [] : [`${team} team`])].join(', ')] as const)], one(form, 'ownerId'), 'Nobody yet') };
};

const newStep = (plan: ChildPlan, form: Form, people: readonly StepOwner[]): Question => ({
  path: 'milestone', heading: 'Add a step', submit: 'Add this step', lead: [],
  fields: [
    { kind: 'select', name: 'code', label: 'Step', items: listChoices(STEPS.filter(([code]) => plan.milestones.every((step) => step.code !== code)), one(form, 'code')) },
    { kind: 'day', name: 'dueOn', label: 'Due by', hint: 'Such as 1/10/2027.', value: one(form, 'dueOn') },
    { kind: 'select', name: 'route', label: 'Belongs to', items: listChoices(pursued(plan.options), one(form, 'route'), 'The whole plan') }, ownerField(people, undefined, form),
  ],
});

/** What of a step can be said: one that the record tells of is done when the record says so. */
const heldStep = (step: PlanStep, form: Form, people: readonly StepOwner[]): Question => {
  const { code, fromRecord, doneOn } = step;
  const done: readonly Field[] = fromRecord ? [] : [{ kind: 'day', name: 'doneOn', label: 'Done on', hint: 'Leave it empty until it is done.', value: one(form, 'doneOn') }];
  return {
    path: 'milestone', heading: `Step: ${milestoneWords(code).toLowerCase()}`, submit: 'Save this step', lead: fromRecord ? ['The record itself says when this step was done.'] : [],
    hidden: [['code', code], ...(fromRecord ? [['doneOn', doneOn ?? ''] as const] : [])],
    fields: [{ kind: 'day', name: 'dueOn', label: 'Due by', value: one(form, 'dueOn') }, ...done, ownerField(people, step, form), { kind: 'words', name: 'blocker', label: 'What stands in the way?', hint: 'At most 200 characters. Leave it empty if nothing does.', value: one(form, 'blocker') }],
  };
};

const formOfStep = ({ dueOn, doneOn, blocker, owner }: PlanStep): Form => ({ dueOn: typedDay(dueOn), doneOn: doneOn === null ? '' : typedDay(doneOn), blocker: blocker ?? '', ownerId: owner?.id ?? '' });

const MILESTONE: PlanQuestion = {
  command: 'setMilestone', asksForPerson: true, compared: (sent, people) => oneStep(one(sent, 'code'), people),
  ask: ({ plan, asked, sent, people = [] }) => {
    const code = sent === null ? one(asked, 'step') : one(sent, 'code');
    const held = plan.milestones.find((step) => step.code === code);
    if (held !== undefined) return heldStep(held, sent ?? formOfStep(held), people);
    return sent === null && code !== '' ? null : newStep(plan, sent ?? {}, people);
  },
  answer: (sent) => sends({ code: one(sent, 'code'), dueOn: day(sent, 'dueOn'), ...written(sent, 'doneOn', day(sent, 'doneOn')), ...written(sent, 'blocker'), ...written(sent, 'route'), ...written(sent, 'ownerId') }),
};

const LIMB: PlanQuestion = {
  command: 'recordLimb', compared: (sent) => oneSide(one(sent, 'limb')),
  ask: ({ plan, asked, sent }) => {
    const limb = sent === null ? one(asked, 'side') : one(sent, 'limb');
    const held = plan.limbs.find((each) => each.limb === limb);
    if (held === undefined || SIDES.every(([side]) => side !== limb)) return null;
    const form: Form = sent ?? { target: held.target ?? '', evidence: held.evidence ?? '', status: held.target === null ? '' : held.status };
    return {
      path: 'limb', heading: `${sideWords(limb)} side: how far is it?`, submit: 'Save this', lead: [sideHint(limb)], hidden: [['limb', limb]],
      fields: [
        { kind: 'words', name: 'target', label: 'What is to be reached?', value: one(form, 'target') }, { kind: 'radios', name: 'status', label: 'How far is it?', items: choices(SIDE_STATES, one(form, 'status')) },
        { kind: 'words', name: 'evidence', label: 'What shows it?', hint: 'Say what you saw and heard. Needed once it is reached.', value: one(form, 'evidence') },
      ],
    };
  },
  answer: (sent) => sends({ limb: one(sent, 'limb'), target: one(sent, 'target'), evidence: one(sent, 'evidence'), status: one(sent, 'status') }),
};

const BREAKDOWN: PlanQuestion = {
  command: 'breakDown', signs: true, compared: () => [],
  ask: ({ sent }) => {
    const form = sent ?? {};
    return {
      path: 'breakdown', heading: 'Record that the plan broke down', submit: 'Record it', lead: ['For an end that nobody had planned. A new plan is then needed.'],
      fields: [
        { kind: 'radios', name: 'cause', label: 'What ended?', items: choices(CAUSES, one(form, 'cause')) }, { kind: 'day', name: 'on', label: 'On which day?', hint: 'Such as 1/10/2027.', value: one(form, 'on') },
        { kind: 'words', name: 'reason', label: 'Why did it end?', hint: 'In words the child could read at 18.', value: one(form, 'reason') },
      ],
    };
  },
  answer: (sent) => sends({ cause: one(sent, 'cause'), on: day(sent, 'on'), ...written(sent, 'reason') }),
};

const QUESTIONS: Readonly<Record<PlanPath, PlanQuestion>> = {
  options: OPTIONS, option: OPTION, proposal: PROPOSAL, countersignature: COUNTERSIGNATURE, agreement: AGREEMENT, change: CHANGE, milestone: MILESTONE, limb: LIMB, breakdown: BREAKDOWN,
};

/** The question of an address's last word. */
export const questionAt = (word: string): Readonly<{ path: PlanPath; question: PlanQuestion }> | undefined => {
  const path = Object.values(COMMANDS).find((command) => command.path === word)?.path;
  return path && { path, question: QUESTIONS[path] };
};
