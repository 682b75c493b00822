import { dayInEngland } from '@permanence/kernel/values';
import type { Relation, RelationKind } from '../../api/emergency.js';
import type { Problem } from '../../api/problem.js';
import { type Moment, dayInFull } from '../../frame/moment.js';
import type { FormError, View } from '../../frame/view.js';
import { fullDate } from '../../words/dates.js';
import { roleWords } from '../../words/names.js';
import { RELATIONS, relationHref } from '../addresses.js';

export type RelationForm = Readonly<{ reference: string; kind: string }>;
type Row = Readonly<{ reference: string; kind: string; who: string | null; role: string; on: Moment; state: string; confirmHref: string | null; withdrawHref: string | null }>;
export type RelationsPage = Readonly<{
  action: string; key: string; form: RelationForm; kinds: readonly Readonly<{ value: string; text: string; checked: boolean }>[]; fieldErrors: Readonly<Record<string, string>>; problem: Problem | null;
  own: readonly Row[]; team: readonly Row[] | null;
}>;

const KINDS: Readonly<Record<RelationKind, string>> = { 'own-family': 'Own family', 'friend-or-neighbour': 'A friend\'s or neighbour\'s child', 'colleagues-child': 'A colleague\'s child' };
const FIELDS: readonly string[] = ['reference', 'kind'];

export type RelationsFacts = Readonly<{ own: readonly Relation[]; team: readonly Relation[] | null; key: string; form?: RelationForm; problem?: Problem }>;

/** Children whom somebody knows outside work: what they declare, and for a manager what the team declared. */
export const relationsPage = ({ own, team, key, form, problem }: RelationsFacts): View<RelationsPage> => {
  const atFields = (problem?.errors ?? []).filter(({ field }) => FIELDS.includes(field)).map(({ field, sentence }) => ({ field, sentence: field === 'kind' ? 'Choose one.' : sentence }));
  return {
    template: 'relations/list/page.njk', title: 'Children you know', section: 'my-work', crumbs: [], ...(problem === undefined ? {} : { status: 422 }),
    errors: atFields.map(({ field, sentence }): FormError => ({ text: sentence, href: `#${field}` })),
    page: {
      action: RELATIONS, key, form: form ?? { reference: '', kind: '' }, kinds: Object.entries(KINDS).map(([value, text]) => ({ value, text, checked: form?.kind === value })),
      fieldErrors: Object.fromEntries(atFields.map(({ field, sentence }) => [field, sentence])), problem: atFields.length > 0 ? null : (problem ?? null),
      own: own.map((relation) => ({ ...rowOf(relation), who: null, withdrawHref: relation.status === 'declared' ? relationHref(relation.id, 'withdraw') : null })),
      team: team?.map((relation) => ({ ...rowOf(relation), withdrawHref: relationHref(relation.id, 'withdraw'), confirmHref: relation.status === 'declared' ? relationHref(relation.id, 'confirm') : null })) ?? null,
    },
  };
};

const rowOf = (relation: Relation): Row => ({
  reference: relation.reference, kind: KINDS[relation.kind], who: relation.who, role: [roleWords(relation.role), relation.team].filter((part) => part !== null).join(', '), on: dayInFull(relation.declaredAt), state: stateOf(relation), confirmHref: null, withdrawHref: null,
});

const stateOf = ({ status, confirmed, withdrawnAt }: Relation): string => {
  if (withdrawnAt !== null) return `Withdrawn on ${fullDate(dayInEngland(withdrawnAt))}`;
  return status === 'confirmed' && confirmed !== null ? `Confirmed by ${confirmed.by} on ${fullDate(dayInEngland(confirmed.at))}` : 'Not confirmed yet';
};
