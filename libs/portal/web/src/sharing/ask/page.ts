import type { Problem } from '../../api/problem.js';
import type { FormError, View } from '../../frame/view.js';
import { GRANTS, askHref } from '../addresses.js';
import { ASK_PURPOSES, purposeWords } from '../words.js';

export type AskPage = Readonly<{ reference: string; action: string; key: string; purposes: readonly Readonly<{ value: string; text: string; checked: boolean }>[]; error: string | null; problem: Problem | null; backHref: string }>;

/** One question: what the profile is for. */
export const askPage = ({ reference, key, purpose = '', problem }: Readonly<{ reference: string; key: string; purpose?: string; problem?: Problem }>): View<AskPage> => {
  const error = problem?.errors?.find(({ field }) => field === 'purpose')?.sentence ?? null;
  return {
    template: 'sharing/ask/page.njk', title: `Ask for the profile of ${reference}`, section: 'region', crumbs: [{ text: 'Profiles shared', href: GRANTS }], ...(problem === undefined ? {} : { status: 422 }),
    errors: error === null ? [] : [{ text: error, href: '#purpose' } satisfies FormError],
    page: {
      reference, action: askHref(reference), key, error, problem: error === null ? (problem ?? null) : null, backHref: GRANTS, purposes: ASK_PURPOSES.map((value) => ({ value, text: purposeWords(value), checked: value === purpose })),
    },
  };
};
