import type { ChildPlan, PlanPath } from '../../api/plan.js';
import { type Form, one } from '../../web/form.js';
import { formOfOptions, optionsIn } from './options-form.js';
import { formOfSteps, stepsIn } from './steps-form.js';

/** How an answer is saved that was put together with what others wrote: by its own command, by one that sets several things at once, or as a change of the plan, which asks why. */
export type SavedAs = Readonly<{ kind: 'itself' } | { kind: 'revision'; body: object } | { kind: 'change'; form: Form }>;

const ITSELF: SavedAs = { kind: 'itself' };

/** While others wrote, the plan may have gone on: options that are named already are placed, a plan that is proposed already has its steps moved, one that is agreed is changed. */
export const savedAs = (path: PlanPath, plan: ChildPlan, form: Form): SavedAs => (WAYS[path] ?? (() => ITSELF))(plan, form);

const isOpen = ({ status }: ChildPlan): boolean => status === 'options-identified' || status === 'proposed';

/** From its first page on, with the options as they were put together. */
const asChange = (plan: ChildPlan, form: Form): SavedAs => ({ kind: 'change', form: { ...formOfOptions(plan), ...formOfSteps(plan), ...form, stage: 'options', version: String(plan.version) } });

const WAYS: Readonly<Partial<Record<PlanPath, (plan: ChildPlan, form: Form) => SavedAs>>> = {
  options: (plan, form) => {
    if (plan.status === 'agreed') return asChange(plan, form);
    return isOpen(plan) ? { kind: 'revision', body: { options: optionsIn(form), milestones: [] } } : ITSELF;
  },
  option: (plan, form) => {
    const route = one(form, 'route');
    return plan.status === 'agreed' ? asChange(plan, { [`place-${route}`]: one(form, 'position'), [`why-${route}`]: one(form, 'reason') }) : ITSELF;
  },
  proposal: (plan, form) => (plan.status === 'proposed' || plan.status === 'agreed' ? { kind: 'revision', body: { options: [], milestones: stepsIn(form, plan) } } : ITSELF),
};
