import type { LocalDate } from '@permanence/kernel/values';
import type { ChildPlan, PlanVersion } from '../../api/plan.js';
import { type Table, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { type Form, one } from '../../web/form.js';
import { dateAndTime } from '../../words/dates.js';
import { roleWords } from '../../words/names.js';
import { counted } from '../../words/numbers.js';
import { childHref } from '../addresses.js';
import { type RecordFrame, recordView } from '../record.js';
import { planHref } from './addresses.js';
import { type Compared, wordsFor } from './compared.js';
import { type Conflict, type Meeting, partsOf } from './conflict.js';
import { type Part, differenceOf, replacementOf } from './difference.js';
import { type Choice, type Question, choices, listChoices } from './question.js';

type Hidden = readonly (readonly [name: string, value: string])[];
type ConflictShown = Readonly<{
  id: string; name: string; label: string; before: string; who: string; when: string | null; theirs: readonly Part[]; mine: readonly Part[]; hidden: Hidden; keep: string; written: string; items: readonly Choice[];
  kind: 'choice' | 'day' | 'words'; newLabel: string; choices: readonly Choice[]; value: string; error: string | null;
}>;
export type ConflictPage = Readonly<{
  lead: readonly string[]; happened: readonly string[]; changes: Table | null; changesHeading: string; action: string; key: string; hidden: Hidden; conflicts: readonly ConflictShown[]; submit: string; backHref: string; leave: string;
}>;

/** What the others did to a plan, in words after their name. */
const DID: Readonly<Record<string, string>> = {
  'permanence-options-identified': 'named the options', 'permanence-option-placed': 'gave an option another place', 'permanence-plan-proposed': 'proposed the plan', 'permanence-plan-countersigned': 'countersigned the proposal',
  'permanence-limb-recorded': 'recorded how far one side is', 'permanence-milestone-moved': 'wrote down a step', 'permanence-plan-set': 'recorded that a review agreed the plan', 'permanence-plan-changed': 'proposed a change of the plan',
  'permanence-achieved': 'recorded that the plan was achieved', 'permanence-broken-down': 'recorded that the plan broke down',
};

/** What happened to a plan, who did it and when: `Owen Brackley, team manager, named the options on Tuesday 24 November 2026 at 9:38am.` */
export const happenedWords = ({ by, what, at }: PlanVersion): string =>
  `${by === null ? 'The record itself' : `${by.name}, ${roleWords(by.role)},`} ${DID[what ?? ''] ?? 'changed the plan'}${at === null ? '' : ` on ${dateAndTime(at)}`}.`;

const nameIn = ({ by }: PlanVersion): string => by?.name ?? 'The record itself';

const headingOf = (happened: readonly PlanVersion[]): string => {
  const names = [...new Set(happened.map(nameIn))];
  return `${names.length === 1 ? (names[0] ?? '') : 'Others'} changed the plan while you were writing`;
};

/** What was chosen on this page before, and what still is to be. */
export type ChosenBefore = Readonly<{ kept: Readonly<Record<string, string>>; unchosen: readonly string[]; sent: Form }>;
type Facts = Readonly<{ plan: ChildPlan; question: Question; meeting: Meeting; chosen: ChosenBefore | null; seen: string }>;

/** Two people changed the same plan (portal.md T6): what both wrote side by side, nothing of it lost and nothing chosen beforehand. */
export const conflictView = ({ plan, question, meeting, chosen, seen }: Facts, today: LocalDate, key: string): View<RecordFrame & ConflictPage> => {
  const { conflicts, changes, happened, form } = meeting;
  const shown = conflicts.map((conflict) => conflictShown(conflict, chosen));
  const errors = shown.flatMap(({ id, error }) => (error === null ? [] : [{ text: error, href: `#${id}` }]));
  const view = recordView('plan', headingOf(happened), plan.child, today, {
    asAt: null, lead: leadOf(conflicts.length), happened: happened.map(happenedWords), changesHeading: conflicts.length === 0 ? 'What is different now' : 'Already put together',
    changes: changes.length === 0 ? null : table('What the others changed', ['What', 'Before', 'Now'], changes.map(({ field, before, now }) => [field.label, wordsFor(field, before), wordsFor(field, now)])),
    action: planHref(plan.child.id, question.path), key, conflicts: shown, hidden: hiddenIn(form, conflicts, plan.version, seen), submit: conflicts.length === 0 ? question.submit : 'Save these', backHref: childHref(plan.child.id, 'plan'),
    leave: conflicts.length === 0 ? 'Leave it' : 'Leave it: what you wrote is not kept',
  });
  return { ...view, template: 'children/plan/conflict.njk', title: view.title.replace(view.page.heading, 'The plan was changed meanwhile'), errors, status: errors.length > 0 ? 422 : 409 };
};

const leadOf = (conflicts: number): readonly string[] =>
  conflicts === 0
    ? ['Nothing you wrote is lost. Look at the plan as it is now before you put your name to it.']
    : [`Nothing is lost. ${counted(conflicts, 'answer')} ${conflicts === 1 ? 'differs' : 'differ'}, so choose what to keep. Until you save, yours ${conflicts === 1 ? 'stays' : 'stay'} on this page and theirs in the record.`];

/** Of the frame's own names none goes along twice. */
const NOT_ALONG: ReadonlySet<string> = new Set(['_csrf', 'key', 'version', 'merging', 'seen', 'conflicts']);

const hiddenIn = (form: Form, conflicts: readonly Conflict[], version: number, seen: string): Hidden => {
  const names = conflicts.map(({ field }) => field.name);
  const along = Object.keys(form).filter((name) => !NOT_ALONG.has(name) && !names.includes(name)).map((name) => [name, one(form, name)] as const);
  return [['version', String(version)], ['seen', seen], ['merging', '1'], ...(names.length === 0 ? [] : [['conflicts', names.join(',')] as const]), ...along];
};

const partsFor = ({ field, before }: Conflict, value: string): readonly Part[] =>
  field.kind === 'words' && before !== '' && value !== '' ? differenceOf(before, value) : replacementOf(before === '' ? '' : wordsFor(field, before), wordsFor(field, value), field.none);

const conflictShown = (conflict: Conflict, chosen: ChosenBefore | null): ConflictShown => {
  const { field, before, theirs, mine, by } = conflict;
  const names = partsOf(field.name);
  const who = by === undefined ? 'The others' : nameIn(by);
  return {
    id: `k-${field.name}`, name: field.name, label: field.label, kind: field.kind, before: wordsFor(field, before), who, when: whenOf(by), theirs: partsFor(conflict, theirs), mine: partsFor(conflict, mine),
    hidden: [[names.theirs, theirs], [names.mine, mine]], keep: names.keep, written: names.written, items: choicesOf(field, who, chosen?.kept[field.name]),
    newLabel: `${field.label}, anew`, ...anewOf(conflict, chosen === null ? '' : one(chosen.sent, names.written)), error: chosen?.unchosen.includes(field.name) === true ? 'Choose which shall stand.' : null,
  };
};

const whenOf = (by: PlanVersion | undefined): string | null => (by?.at ? dateAndTime(by.at) : null);

const choicesOf = ({ kind }: Compared, who: string, kept: string | undefined): readonly Choice[] =>
  choices([['theirs', `What ${who} wrote`], ['mine', 'What I wrote'], ['new', kind === 'words' ? 'What I write below' : 'What I choose below']], kept ?? '');

/** What can be written or chosen in place of both: a text begins with both of them. */
const anewOf = ({ field, theirs, mine }: Conflict, typed: string): Pick<ConflictShown, 'choices' | 'value'> => {
  const both = field.kind === 'words' ? `${theirs}\n\n${mine}` : '';
  return { choices: listChoices(field.items, typed, field.none), value: typed === '' ? both : typed };
};
