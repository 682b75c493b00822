import type { ChildPlan } from '../../api/plan.js';
import type { Problem } from '../../api/problem.js';
import { type Form, one } from '../../web/form.js';
import { OPTION_FIELDS, STEP_FIELDS } from './compared.js';
import { formOfOptions, optionsField, optionsIn, pursued } from './options-form.js';
import { type Question, choices, unreadDays } from './question.js';
import type { PlanQuestion } from './questions.js';
import { formOfSteps, stepsField, stepsIn, unreadIn } from './steps-form.js';
import { ADOPTION_ENDS, CHANGE_REASONS } from './words.js';

/** A change is asked for in three pages: options, steps, why. Nothing is sent before the last. */
type Stage = 'options' | 'steps' | 'reason';

const HEADING = 'Change the plan';
const OF_STAGE: Readonly<Record<Stage, RegExp>> = { options: /^(place|why)-/, steps: /^(due|of)-/, reason: /^(reason|reasonCode)$/ };

const stageIn = (form: Form): Stage => {
  const stage = one(form, 'stage');
  return stage === 'steps' || stage === 'reason' ? stage : 'options';
};

const OF_A_STEP: readonly string[] = ['milestones', 'route', 'doneOn', 'dueOn'];

/** On which of the three pages a refusal can be mended. */
const stageOf = ({ code, errors = [] }: Problem, form: Form): Stage => {
  if (errors.some(({ field }) => field === 'options')) return 'options';
  if (errors.some(({ field }) => OF_A_STEP.includes(field) || field.startsWith('due-'))) return 'steps';
  if (code !== 'TWIN_TRACK_REQUIRED') return stageIn(form);
  return optionsIn(form).some(({ position }) => position === 'parallel') ? 'steps' : 'options';
};

const mainIn = (options: readonly Readonly<{ route: string; position: string }>[]): string | undefined => options.find(({ position }) => position === 'primary')?.route;

const PAGES: Readonly<Record<Stage, (plan: ChildPlan, form: Form) => Pick<Question, 'lead' | 'fields' | 'submit'>>> = {
  options: (_plan, form) => ({ lead: ['First the options: give each its place, and say why for each that is ruled out.', 'The plan in force stays until a review agrees the change.'], fields: [optionsField(form)], submit: 'Go on to the steps' }),
  steps: (plan, form) => ({ lead: ['Give a day to each step that is needed. A second plan needs a first step of its own.'], fields: [stepsField(form, plan, pursued(optionsIn(form)))], submit: 'Go on to the reason' }),
  reason: (plan, form) => {
    const adoptionEnds = mainIn(plan.options) === 'adoption' && mainIn(optionsIn(form)) !== 'adoption';
    return {
      lead: adoptionEnds ? ['Adoption is no longer the main plan. The yearly return asks which of four reasons it was.'] : [], submit: 'Propose the change',
      fields: [
        { kind: 'radios', name: 'reasonCode', label: 'What made the plan change?', items: choices(adoptionEnds ? ADOPTION_ENDS : CHANGE_REASONS, one(form, 'reasonCode')) },
        { kind: 'words', name: 'reason', label: 'Why, in your words?', hint: 'Give the reason in words the child could read at 18.', value: one(form, 'reason') },
      ],
    };
  },
};

/** What was answered on the other two pages goes along. */
const carried = (form: Form, stage: Stage): NonNullable<Question['hidden']> => [
  ['stage', stage], ...Object.keys(form).filter((name) => Object.entries(OF_STAGE).some(([of, names]) => of !== stage && names.test(name))).map((name) => [name, one(form, name)] as const),
];

const NEXT: Readonly<Record<'options' | 'steps', Stage>> = { options: 'steps', steps: 'reason' };

/** The question of a change. */
export const CHANGE: PlanQuestion = {
  command: 'changePlan', signs: true, compared: () => [...OPTION_FIELDS, ...STEP_FIELDS],
  ask: ({ plan, sent, problem }) => {
    const form = sent ?? { ...formOfOptions(plan), ...formOfSteps(plan) };
    const stage = problem === undefined ? stageIn(form) : stageOf(problem, form);
    return { path: 'change', heading: HEADING, hidden: carried(form, stage), ...PAGES[stage](plan, form) };
  },
  answer: async (sent, plan) => {
    const stage = stageIn(sent);
    const unread = unreadIn(sent);
    if (unread.length > 0 && stage !== 'options') return { again: sent, problem: unreadDays(unread) };
    if (stage !== 'reason') return { again: { ...sent, stage: NEXT[stage] } };
    return { body: { options: optionsIn(sent), milestones: stepsIn(sent, await plan()), reasonCode: one(sent, 'reasonCode'), reason: one(sent, 'reason') } };
  },
};
