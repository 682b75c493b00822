import type { PlanContent, PlanStep, StepOwner } from '../../api/plan.js';
import { type Form, dayIn, one, typedDay } from '../../web/form.js';
import { fullDate } from '../../words/dates.js';
import { milestoneWords, routeWords } from '../../words/permanence.js';
import { PLACES, ROUTES, SIDES, SIDE_STATES, STEPS, type Worded, sideWords } from './words.js';

/** One thing that a plan says and a form may ask: what two who write at once can differ in. `name` is the form's. */
export type Compared = Readonly<{ key: string; name: string; label: string; kind: 'choice' | 'day' | 'words'; items: Worded; none: string; of: (plan: PlanContent) => string }>;

const optionOf = ({ options }: PlanContent, route: string) => options.find((option) => option.route === route);
const stepOf = ({ milestones }: PlanContent, code: string): PlanStep | undefined => milestones.find((step) => step.code === code);
const limbOf = ({ limbs }: PlanContent, side: string) => limbs.find(({ limb }) => limb === side);
const dayOf = (day: PlanStep['dueOn'] | null | undefined): string => (day === null || day === undefined ? '' : typedDay(day));

const place = (route: string): Compared => ({
  key: `place-${route}`, name: `place-${route}`, label: `${routeWords(route)}: place in the plan`, kind: 'choice', items: PLACES, none: 'No place', of: (plan) => optionOf(plan, route)?.position ?? '',
});
const reason = (route: string): Compared => ({ key: `why-${route}`, name: `why-${route}`, label: `${routeWords(route)}: why`, kind: 'words', items: [], none: 'Nothing written', of: (plan) => optionOf(plan, route)?.reason ?? '' });

const dueOn = (code: string): Compared => ({ key: `due-${code}`, name: `due-${code}`, label: `${milestoneWords(code)}: due by`, kind: 'day', items: [], none: 'No day', of: (plan) => dayOf(stepOf(plan, code)?.dueOn) });
const belongsTo = (code: string): Compared => ({ key: `of-${code}`, name: `of-${code}`, label: `${milestoneWords(code)}: belongs to`, kind: 'choice', items: ROUTES, none: 'The whole plan', of: (plan) => stepOf(plan, code)?.route ?? '' });
const doneOn = (code: string): Compared => ({ key: `done-${code}`, name: `done-${code}`, label: `${milestoneWords(code)}: done on`, kind: 'day', items: [], none: 'Not done', of: (plan) => dayOf(stepOf(plan, code)?.doneOn) });
const blocker = (code: string): Compared => ({ key: `blocker-${code}`, name: `blocker-${code}`, label: `${milestoneWords(code)}: in the way`, kind: 'words', items: [], none: 'Nothing written', of: (plan) => stepOf(plan, code)?.blocker ?? '' });
const owner = (code: string, people: readonly StepOwner[]): Compared => ({
  key: `owner-${code}`, name: `owner-${code}`, label: `${milestoneWords(code)}: who takes it`, kind: 'choice', items: people.map(({ id, name }) => [id, name]), none: 'Nobody named', of: (plan) => stepOf(plan, code)?.owner?.id ?? '',
});

const target = (side: string): Compared => ({ key: `target-${side}`, name: `target-${side}`, label: `${sideWords(side)} side: what is to be reached`, kind: 'words', items: [], none: 'Nothing written', of: (plan) => limbOf(plan, side)?.target ?? '' });
const evidence = (side: string): Compared => ({ key: `evidence-${side}`, name: `evidence-${side}`, label: `${sideWords(side)} side: what shows it`, kind: 'words', items: [], none: 'Nothing written', of: (plan) => limbOf(plan, side)?.evidence ?? '' });
/** How far a side is where nobody said anything is no answer: the form leaves it open too. */
const status = (side: string): Compared => ({
  key: `status-${side}`, name: `status-${side}`, label: `${sideWords(side)} side: how far it is`, kind: 'choice', items: SIDE_STATES, none: 'Not answered', of: (plan) => (limbOf(plan, side)?.target ? (limbOf(plan, side)?.status ?? '') : ''),
});

const asked = (name: string, compared: Compared): Compared => ({ ...compared, name });

/** Every option's place and why. */
export const OPTION_FIELDS: readonly Compared[] = ROUTES.flatMap(([route]) => [place(route), reason(route)]);
/** Every step's day and the option that it belongs to. */
export const STEP_FIELDS: readonly Compared[] = STEPS.flatMap(([code]) => [dueOn(code), belongsTo(code)]);
/** One option, as its own form asks it. */
export const oneOption = (route: string): readonly Compared[] => [asked('position', place(route)), asked('reason', reason(route))];
/** One step, as its own form asks it. */
export const oneStep = (code: string, people: readonly StepOwner[]): readonly Compared[] => [
  asked('dueOn', dueOn(code)), asked('doneOn', doneOn(code)), asked('blocker', blocker(code)), asked('route', belongsTo(code)), asked('ownerId', owner(code, people)),
];
/** One side of permanence, as its own form asks it. */
export const oneSide = (side: string): readonly Compared[] => [asked('target', target(side)), asked('status', status(side)), asked('evidence', evidence(side))];

/** All that a plan says: whoever signs it signs this. */
export const everything = (people: readonly StepOwner[]): readonly Compared[] => [
  ...OPTION_FIELDS, ...STEPS.flatMap(([code]) => [dueOn(code), belongsTo(code), doneOn(code), blocker(code), owner(code, people)]), ...SIDES.flatMap(([side]) => [target(side), status(side), evidence(side)]),
];

/** What a form says of one thing: a day however it was typed, a text without the browser's line ends. */
export const said = ({ kind, name }: Pick<Compared, 'kind' | 'name'>, form: Form): string => {
  const value = one(form, name).replaceAll('\r\n', '\n');
  const day = kind === 'day' ? dayIn(value) : undefined;
  return day === undefined ? value : typedDay(day);
};

/** The same of a plan. */
export const held = ({ of }: Compared, plan: PlanContent): string => of(plan).replaceAll('\r\n', '\n').trim();

/** A value as a person reads it. */
export const wordsFor = ({ kind, items, none }: Compared, value: string): string => {
  if (value === '') return none;
  const day = kind === 'day' ? dayIn(value) : undefined;
  return day === undefined ? (items.find(([code]) => code === value)?.[1] ?? value) : fullDate(day);
};
