import type { LocalDate } from '@permanence/kernel/values';
import type { ChildPlan, PlanPath, StepOwner } from '../../api/plan.js';
import type { FieldProblem, Problem } from '../../api/problem.js';
import type { FormError, View } from '../../frame/view.js';
import { type Form, one } from '../../web/form.js';
import { childHref } from '../addresses.js';
import { type RecordFrame, recordView } from '../record.js';
import { planHref } from './addresses.js';
import type { Worded } from './words.js';

export type Choice = Readonly<{ value: string; text: string; checked: boolean; selected: boolean }>;
type Named<K extends string, More = object> = Readonly<{ kind: K; name: string; label: string; hint?: string }> & Readonly<More>;
export type OptionRow = Readonly<{ route: string; text: string; places: readonly Choice[]; reason: string }>;
export type StepRow = Readonly<{ code: string; text: string; day: string; routes: readonly Choice[] }>;
/** A part of a form: one input, or all options or all steps of a plan. */
export type Field =
  | Named<'radios' | 'select', { items: readonly Choice[] }>
  | Named<'day' | 'words', { value: string }>
  | Named<'options', { usual: readonly OptionRow[]; others: readonly OptionRow[] }>
  | Named<'steps', { rows: readonly StepRow[] }>;

/** What a page about a plan asks. `hidden` goes along with the answer. */
export type Question = Readonly<{ path: PlanPath; heading: string; lead: readonly string[]; fields: readonly Field[]; submit: string; hidden?: readonly (readonly [name: string, value: string])[] }>;
/** What the question is asked about, what was answered and refused before, and where it asks for one the people of the council. */
export type Asking = Readonly<{ plan: ChildPlan; asked: Form; sent: Form | null; problem?: Problem; people?: readonly StepOwner[] }>;

export type QuestionPage = Readonly<{
  action: string; key: string; version: string; lead: readonly string[]; fields: readonly Field[]; hidden: readonly (readonly [string, string])[]; submit: string; backHref: string;
  errors: Readonly<Record<string, string>>; problem: Problem | null; problemId: string; changed: boolean;
}>;

const CHOOSE = 'Choose one.';
const DAY = 'Enter a day, such as 1/10/2027.';

/** What may be chosen, with what was. */
export const choices = (all: Worded, chosen: string): readonly Choice[] => all.map(([value, text]) => ({ value, text, checked: value === chosen, selected: value === chosen }));
/** The same for a list that opens with nothing chosen. */
export const listChoices = (all: Worded, chosen: string, none = 'Choose'): readonly Choice[] => choices([['', none], ...all], chosen);

/** A day that could not be read, at its field. */
export const unreadDays = (fields: readonly string[]): Problem => ({ type: 'about:blank', title: '', status: 422, code: 'FORM_INCOMPLETE', detail: '', errors: fields.map((field) => ({ field, sentence: DAY })) });

/** Parts of a form in which several inputs stand: what is refused of them stands above all of them, with its code. */
const isWhole = ({ kind }: Field): boolean => kind === 'options' || kind === 'steps';

/** What is wrong at a field in words for the person: what a program is told of an id or a code tells them nothing. */
const sentenceAt = (field: Field, { sentence }: FieldProblem, { code }: Problem): string => {
  if (code !== 'REQUEST_NOT_READ') return sentence;
  return { radios: CHOOSE, select: CHOOSE, day: DAY, words: sentence, options: sentence, steps: sentence }[field.kind];
};

type AtFields = Readonly<{ errors: readonly FormError[]; atField: Readonly<Record<string, string>>; atWhole: string | null }>;

const placed = ({ fields }: Question, problem: Problem | undefined): AtFields => {
  const whole = fields.find(isWhole);
  const found = (problem?.errors ?? []).flatMap((error): readonly (readonly [string, string])[] => {
    const field = fields.find(({ name }) => name === error.field);
    if (field !== undefined && problem !== undefined) return [[field.name, sentenceAt(field, error, problem)]];
    return whole !== undefined && error.field.startsWith('due-') ? [[error.field, error.sentence]] : [];
  });
  const atWhole = whole !== undefined && found.some(([name]) => name === whole.name) ? whole.name : null;
  return { errors: found.map(([name, text]) => ({ text, href: `#${name}` })), atField: Object.fromEntries(found.filter(([name]) => name !== atWhole)), atWhole };
};

/** The version that the person saw first: what others do meanwhile is not overlooked. Once they are told, it is the one of now. */
const seenIn = (sent: Form | null, { version }: ChildPlan): string => (sent === null ? '' : one(sent, 'version')) || String(version);

/** An answer that was put together with what others wrote stays one. */
const mergingIn = (sent: Form | null): Question['hidden'] & object => (sent !== null && one(sent, 'merging') === '1' ? [['merging', '1']] : []);

/** A question about a child's plan as a page: what was typed is kept, a refusal stands at its field or above the form with its code. */
export const questionView = (question: Question, { plan, sent, problem }: Asking, today: LocalDate, key: string): View<RecordFrame & QuestionPage> => {
  const { child } = plan;
  const { errors, atField, atWhole } = placed(question, problem);
  const view = recordView('plan', question.heading, child, today, {
    asAt: null, action: planHref(child.id, question.path), key, version: problem?.status === 412 ? String(plan.version) : seenIn(sent, plan), lead: question.lead, fields: question.fields, hidden: [...(question.hidden ?? []), ...mergingIn(sent)], submit: question.submit, backHref: childHref(child.id, 'plan'),
    errors: atField, problem: problem !== undefined && (errors.length === 0 || atWhole !== null) ? problem : null, problemId: atWhole ?? 'refusal', changed: problem?.status === 412,
  });
  return { ...view, template: 'children/plan/question.njk', errors, ...(problem === undefined ? {} : { status: 422 }) };
};
