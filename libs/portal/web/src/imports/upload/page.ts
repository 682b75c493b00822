import type { LocalDate } from '@permanence/kernel/values';
import { collectionYearOf } from '@permanence/kernel/values';
import type { Me } from '../../api/locality-hub.js';
import type { Problem } from '../../api/problem.js';
import type { FormError, View } from '../../frame/view.js';
import { collectionYears, longDate } from '../../words/dates.js';
import { IMPORTS, NEW_IMPORT, SAMPLE_IMPORT, sampleHref } from '../addresses.js';

export type UploadForm = Readonly<{ year: string; asAt: string }>;
export type Upload = Readonly<{
  action: string; sampleAction: string; key: string; sampleKey: string; authority: string; authorityName: string; years: readonly Readonly<{ value: string; text: string; selected: boolean }>[]; asAt: string; asAtHint: string;
  samples: readonly Readonly<{ name: string; href: string }>[]; fieldErrors: Readonly<Record<string, string>>; problem: Problem | null;
}>;

const ANCHOR: Readonly<Record<string, string>> = { files: '#files', year: '#year', asAt: '#asAt', authority: '#year' };

/** Choose the files of one collection. What the service finds wrong stands at its field; files must be chosen again, as browsers do not keep them. */
export const uploadPage = (facts: Readonly<{ me: Me; today: LocalDate; keys: readonly [string, string]; samples: readonly string[]; form?: UploadForm; problem?: Problem }>): View<Upload> => {
  const { me, today, problem, form } = facts;
  const now = collectionYearOf(today);
  const named = (problem?.errors ?? []).filter(({ field }) => field in ANCHOR);
  const chosen = form?.year ?? String(now - 1);
  return {
    template: 'imports/upload/page.njk', title: 'Load files', section: 'my-work', crumbs: [{ text: 'My work', href: '/' }, { text: 'Files loaded', href: IMPORTS }],
    errors: named.map(({ field, sentence }): FormError => ({ text: sentence, href: ANCHOR[field] ?? '#files' })),
    page: {
      action: NEW_IMPORT, sampleAction: SAMPLE_IMPORT, key: facts.keys[0], sampleKey: facts.keys[1], authority: me.authority.code, authorityName: me.authority.name, asAt: form?.asAt ?? '',
      asAtHint: `Only for the year that is not over. The day to which the files are complete; if you leave it empty, today, ${longDate(today)}.`,
      years: Array.from({ length: 10 }, (_, at) => now - at).map((year) => ({ value: String(year), text: `${collectionYears(year)}${year === now ? ', in progress' : ''}`, selected: String(year) === chosen })),
      samples: facts.samples.map((name) => ({ name, href: sampleHref(name) })), fieldErrors: Object.fromEntries(named.map(({ field, sentence }) => [field, sentence])), problem: named.length > 0 ? null : (problem ?? null),
    },
  };
};
