import type { LocalDate } from '@permanence/kernel/values';
import type { ChildRecord, Worker } from '../../api/locality-hub.js';
import type { Problem } from '../../api/problem.js';
import type { FormError, View } from '../../frame/view.js';
import { roleWords } from '../../words/names.js';
import { childHref } from '../addresses.js';
import { type RecordFrame, recordView } from '../record.js';

export type RestrictionForm = Readonly<{ named: readonly string[]; reason: string }>;
export type Restriction = Readonly<{
  action: string; key: string; restricted: boolean; reason: string; people: readonly Readonly<{ value: string; text: string; checked: boolean }>[];
  fieldErrors: Readonly<Record<string, string>>; problem: Problem | null; backHref: string;
}>;

const ANCHOR: Readonly<Record<string, string>> = { named: '#named', reason: '#reason' };

/** A manager marks a record as restricted and names who may open it. What the service finds wrong stands at its field; what was typed is kept. */
export const restrictionPage = (facts: Readonly<{ record: ChildRecord; workers: readonly Worker[]; today: LocalDate; key: string; form?: RestrictionForm; problem?: Problem }>): View<RecordFrame & Restriction> => {
  const { record, problem } = facts;
  const form = facts.form ?? formOf(record);
  const named = (problem?.errors ?? []).filter(({ field }) => field in ANCHOR);
  const view = recordView('restriction', record.child.restricted ? 'Who may open this record' : 'Restrict this record', record.child, facts.today, {
    action: childHref(record.child.id, 'restriction'), key: facts.key, restricted: record.child.restricted, reason: form.reason, backHref: childHref(record.child.id),
    people: facts.workers.map(({ id, name, role, team }) => ({ value: id, text: [name, roleWords(role), ...(team === null ? [] : [team])].join(', '), checked: form.named.includes(id) })),
    fieldErrors: Object.fromEntries(named.map(({ field, sentence }) => [field, sentence])), problem: named.length > 0 ? null : (problem ?? null),
  });
  return { ...view, errors: named.map(({ field, sentence }): FormError => ({ text: sentence, href: ANCHOR[field] ?? '#named' })) };
};

/** The form as it stands before anybody types. */
const formOf = ({ restriction }: ChildRecord): RestrictionForm => (restriction === null ? { named: [], reason: '' } : { named: restriction.named.map(({ id }) => id), reason: restriction.reason });
