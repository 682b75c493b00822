import type { Grant } from '../../api/sharing.js';
import type { Problem } from '../../api/problem.js';
import { childHref } from '../../children/addresses.js';
import type { FormError, View } from '../../frame/view.js';
import { fullDate } from '../../words/dates.js';
import { listed } from '../../words/numbers.js';
import { GRANTS, grantHref, profileHref } from '../addresses.js';
import { REFUSAL_CHOICES, fieldWords, grantState, purposeWords } from '../words.js';

export type GrantForm = Readonly<{ fields: readonly string[]; other: string; days: string; reason: string }>;
type Fact = Readonly<{ key: Readonly<{ text: string }>; value: Readonly<{ text: string }> }>;
export type GrantPage = Readonly<{
  reference: string; facts: readonly Fact[]; childHref: string | null; profileHref: string | null; form: GrantForm; key: string; fieldErrors: Readonly<Record<string, string>>; code: string | null; problem: Problem | null;
  give: Readonly<{ action: string; choices: readonly Readonly<{ value: string; text: string; checked: boolean }>[] }> | null;
  refuse: Readonly<{ action: string; choices: readonly Readonly<{ value: string; text: string; checked: boolean }>[] }> | null;
  end: Readonly<{ action: string }> | null; notYours: Readonly<{ sentence: string; code: string }> | null;
}>;

export const EMPTY_GRANT: GrantForm = { fields: [], other: '', days: '28', reason: '' };

/** All that was chosen, and the field typed by its name. */
export const chosenIn = ({ fields, other }: GrantForm): readonly string[] => (other === '' ? fields : [...fields, other]);

const factsOf = (grant: Grant): readonly Fact[] => {
  const facts: readonly (readonly [string, string | null])[] = [
    ['Number', grant.number], ["The child's council", grant.childsCouncilName], ['Asked by', `${grant.askedBy}, ${grant.askingCouncilName}, on ${fullDate(grant.askedOn)}`], ['What for', purposeWords(grant.purpose)], ['State', grantState(grant)],
    ['What is shared', grant.fields.length === 0 ? null : listed(grant.fields.map(fieldWords))], ['Decided by', grant.decidedBy === null || grant.decidedOn === null ? null : `${grant.decidedBy}, on ${fullDate(grant.decidedOn)}`],
  ];
  return facts.flatMap(([key, text]) => (text === null ? [] : [{ key: { text: key }, value: { text } }]));
};

const PLACES = ['fields', 'days', 'reason'];

/** Why somebody who decides for their own council has nothing to decide here. */
const notYoursOf = ({ side, state, childsCouncilName }: Grant, decides: boolean): GrantPage['notYours'] =>
  decides && side === 'received' && state === 'requested' ? { sentence: `Only a team manager of ${childsCouncilName} decides this: it is their child.`, code: 'GRANT_BY_WRONG_AUTHORITY' } : null;

export type GrantFacts = Readonly<{ grant: Grant; fields: readonly string[]; decides: boolean; key: string; form?: GrantForm; problem?: Problem }>;

type Acts = Pick<GrantPage, 'give' | 'refuse' | 'end'>;

/** What the person may do with the grant now, as the service says. */
const actsOf = ({ id, allowedCommands }: Grant, fields: readonly string[], form: GrantForm): Acts => {
  const when = <T>(command: Grant['allowedCommands'][number], act: T): T | null => (allowedCommands.includes(command) ? act : null);
  return {
    give: when('grant', { action: grantHref(id, 'give'), choices: fields.map((value) => ({ value, text: fieldWords(value), checked: form.fields.includes(value) })) }),
    refuse: when('refuse', { action: grantHref(id, 'refuse'), choices: REFUSAL_CHOICES.map((choice) => ({ ...choice, checked: choice.value === form.reason })) }),
    end: when('revoke', { action: grantHref(id, 'end') }),
  };
};

const linksOf = ({ childId, mine, state, reference }: Grant): Pick<GrantPage, 'childHref' | 'profileHref'> =>
  ({ childHref: childId === null ? null : childHref(childId), profileHref: mine && state === 'granted' ? profileHref(reference) : null });

/** The code of a rule that says no at a field: what a form merely lacks has none to show. */
const codeAtField = (fields: number, problem: Problem | undefined): string | null => (fields > 0 && problem?.rule !== undefined ? problem.code : null);

/** One grant: what was asked, and for the manager of the child's council what to share, for how long, or not at all. */
export const grantPage = ({ grant, fields, decides, key, form = EMPTY_GRANT, problem }: GrantFacts): View<GrantPage> => {
  const atFields = (problem?.errors ?? []).filter(({ field }) => PLACES.includes(field));
  return {
    template: 'sharing/grant/page.njk', title: `Profile of ${grant.reference}`, section: 'region', crumbs: [{ text: 'Profiles shared', href: GRANTS }], ...(problem === undefined ? {} : { status: 422 }),
    errors: atFields.map(({ field, sentence }): FormError => ({ text: sentence, href: `#${field}` })),
    page: {
      reference: grant.reference, facts: factsOf(grant), key, form, ...linksOf(grant), ...actsOf(grant, fields, form), notYours: notYoursOf(grant, decides),
      fieldErrors: Object.fromEntries(atFields.map(({ field, sentence }) => [field, sentence])), code: codeAtField(atFields.length, problem), problem: atFields.length > 0 ? null : (problem ?? null),
    },
  };
};
