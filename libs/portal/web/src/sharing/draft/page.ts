import type { Agreement, SharedField, SharingLevel, SharingTransform } from '../../api/sharing.js';
import type { Problem } from '../../api/problem.js';
import type { FormError, View } from '../../frame/view.js';
import { DRAFT, SHARING } from '../addresses.js';
import { LEVELS, TRANSFORM_CHOICES, fieldWords, keyOf, transformWords } from '../words.js';

/** What was typed: fields left out by level and name, and one field more. */
export type DraftForm = Readonly<{ startsOn: string; reviewOn: string; remove: readonly string[]; name: string; level: string; transform: string; justification: string }>;
type Choice = Readonly<{ value: string; text: string; checked?: boolean; selected?: boolean; hint?: Readonly<{ text: string }> }>;
export type DraftPage = Readonly<{
  action: string; key: string; form: DraftForm; groups: readonly Readonly<{ id: string; heading: string; items: readonly Choice[] }>[]; levels: readonly Choice[]; transforms: readonly Choice[];
  fieldErrors: Readonly<Record<string, string>>; problem: Problem | null; backHref: string;
}>;

export const EMPTY_DRAFT: DraftForm = { startsOn: '', reviewOn: '', remove: [], name: '', level: '', transform: '', justification: '' };

/** At which of the page's fields a thing that the service finds wrong stands. */
const PLACE: Readonly<Record<string, string>> = { startsOn: 'startsOn', reviewOn: 'reviewOn', endsOn: 'startsOn', name: 'name', level: 'level', transform: 'transform', justification: 'justification', add: 'name', fields: 'name' };

/** The field that was typed, if any was. */
export const addedIn = ({ name, level, transform, justification }: DraftForm): readonly SharedField[] =>
  name === '' ? [] : [{ name, level: level as SharingLevel, transform: transform as SharingTransform, justification }];

const choose = (chosen: string, choices: readonly Readonly<{ value: string; text: string }>[]): readonly Choice[] => [{ value: '', text: 'Choose', selected: chosen === '' }, ...choices.map((choice) => ({ ...choice, selected: choice.value === chosen }))];

/** Another version: what is left out of the one in force, and what comes to it. */
export const draftPage = ({ current, form, key, problem }: Readonly<{ current: Agreement; form: DraftForm; key: string; problem?: Problem }>): View<DraftPage> => {
  const atFields = (problem?.errors ?? []).flatMap(({ field, sentence }) => (PLACE[field] === undefined ? [] : [{ field: PLACE[field], sentence }]));
  return {
    template: 'sharing/draft/page.njk', title: 'Draft another version', section: 'region', crumbs: [{ text: 'What councils share', href: SHARING }], ...(problem === undefined ? {} : { status: 422 }),
    errors: atFields.map(({ field, sentence }): FormError => ({ text: sentence, href: `#${field}` })),
    page: {
      action: DRAFT, key, form, backHref: SHARING, problem: atFields.length > 0 ? null : (problem ?? null), fieldErrors: Object.fromEntries(atFields.map(({ field, sentence }) => [field, sentence])),
      groups: LEVELS.map(([level, heading]) => ({
        id: `remove-${level}`, heading, items: current.fields.filter((field) => field.level === level)
          .map((field) => ({ value: keyOf(field), text: fieldWords(field.name), checked: form.remove.includes(keyOf(field)), hint: { text: transformWords(field.transform) } })),
      })).filter(({ items }) => items.length > 0),
      levels: choose(form.level, LEVELS.map(([value, text]) => ({ value, text }))), transforms: choose(form.transform, TRANSFORM_CHOICES),
    },
  };
};
