import type { FormError, View } from '../../../frame/view.js';
import { WAY_CSV, type WayAddress, wayHref } from '../addresses.js';
import { PURPOSES } from '../words.js';

export type Export = Readonly<{ action: string; carried: readonly Readonly<{ name: string; value: string }>[]; purposes: readonly Readonly<{ value: string; text: string }>[]; error: string | null; backHref: string }>;

/** What a list is taken away for: asked before, written down with it. */
export const exportPage = (address: WayAddress, error: string | null = null): View<Export> => {
  const errors: readonly FormError[] = error === null ? [] : [{ text: error, href: '#purpose' }];
  return {
    template: 'children/tracker/export/page.njk', title: 'Take the list away', section: 'children', crumbs: [], errors,
    page: {
      action: WAY_CSV, carried: Object.entries(address).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])), purposes: Object.entries(PURPOSES).map(([value, text]) => ({ value, text })), error, backHref: wayHref(address),
    },
  };
};
