import type { FormError, View } from '../../../frame/view.js';
import { type WayAddress, wayHref, wayKeepHref } from '../addresses.js';

export type Keep = Readonly<{ action: string; key: string; name: string; shared: boolean; filter: string; error: string | null; backHref: string }>;
export type KeepFacts = Readonly<{ address: WayAddress; words: string; key: string; name?: string; shared?: boolean; error?: string }>;

/** A name for a filter that is used again; what was typed to find somebody is not kept. */
export const keepPage = ({ address, words, key, name = '', shared = false, error }: KeepFacts): View<Keep> => {
  const errors: readonly FormError[] = error === undefined ? [] : [{ text: error, href: '#name' }];
  return {
    template: 'children/tracker/keep/page.njk', title: 'Keep this filter', section: 'children', crumbs: [], errors,
    page: { action: wayKeepHref(address), key, name, shared, filter: words, error: error ?? null, backHref: wayHref(address) },
  };
};
