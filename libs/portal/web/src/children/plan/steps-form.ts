import { type LocalDate, type Uuid } from '@permanence/kernel/values';
import type { ChildPlan, PlanStep } from '../../api/plan.js';
import { type Form, dayIn, one, typedDay } from '../../web/form.js';
import { type Field, listChoices } from './question.js';
import { STEPS, type Worded } from './words.js';

const DUE = (code: string): string => `due-${code}`;
const OF = (code: string): string => `of-${code}`;

/** A step as the service takes it. */
export type PlannedStep = Readonly<{ code: string; dueOn: LocalDate | string; doneOn?: LocalDate | string; ownerId?: Uuid; blocker?: string; route?: string }>;

const heldStep = ({ milestones }: Pick<ChildPlan, 'milestones'>, code: string): PlanStep | undefined => milestones.find((step) => step.code === code);

/** Steps that are not done yet: the others have their day. */
const open = (plan: Pick<ChildPlan, 'milestones'>): Worded => STEPS.filter(([code]) => (heldStep(plan, code)?.doneOn ?? null) === null);

/** A plan's steps as the form has them. */
export const formOfSteps = ({ milestones }: Pick<ChildPlan, 'milestones'>): Form => Object.fromEntries(milestones.flatMap(({ code, dueOn, route }) => [[DUE(code), typedDay(dueOn)], [OF(code), route ?? '']]));

/** Every step that is not done, with its day and the option that it belongs to. */
export const stepsField = (form: Form, plan: Pick<ChildPlan, 'milestones'>, routes: Worded): Field => ({
  kind: 'steps', name: 'milestones', label: 'Steps', rows: open(plan).map(([code, text]) => ({ code, text, day: one(form, DUE(code)), routes: listChoices(routes, one(form, OF(code)), 'The whole plan') })),
});

/** Fields with a day that cannot be read. */
export const unreadIn = (form: Form): readonly string[] => STEPS.map(([code]) => DUE(code)).filter((name) => one(form, name) !== '' && dayIn(one(form, name)) === undefined);

/** The steps that are new or have another day or place: a step keeps who takes it and what stands in its way. */
export const stepsIn = (form: Form, plan: Pick<ChildPlan, 'milestones'>): readonly PlannedStep[] =>
  open(plan).flatMap(([code]) => {
    const [dueOn, route, held] = [dayIn(one(form, DUE(code))), one(form, OF(code)), heldStep(plan, code)];
    if (dueOn === undefined || (held !== undefined && held.dueOn === dueOn && (held.route ?? '') === route)) return [];
    return [{ code, dueOn, ...(route === '' ? {} : { route }), ...keptOf(held) }];
  });

/** What of a step stays as it is when its day moves. */
const keptOf = (held: PlanStep | undefined): Pick<PlannedStep, 'ownerId' | 'blocker'> => ({ ...(held?.owner ? { ownerId: held.owner.id } : {}), ...(held?.blocker ? { blocker: held.blocker } : {}) });
