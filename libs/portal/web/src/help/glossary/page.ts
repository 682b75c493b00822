import type { DfeRule, ClockRule } from '../../api/locality-hub.js';
import { ruleHref } from '../../children/addresses.js';
import type { View } from '../../frame/view.js';
import { TERMS, type Term } from './terms.js';

type RuleLink = Readonly<{ id: string; href: string; says: string }>;
export type Glossary = Readonly<{ terms: readonly Term[]; clocks: readonly RuleLink[]; rules: readonly RuleLink[]; signedOut: boolean }>;

/** The words of this work and, for those who are signed in, the rules that run, from the services' own catalogues. */
export const glossaryPage = (catalogue: Readonly<{ clocks: readonly ClockRule[]; rules: readonly DfeRule[] }> | null): View<Glossary> => ({
  template: 'help/glossary/page.njk', title: 'Help and glossary', section: null, crumbs: [],
  page: {
    terms: TERMS, signedOut: catalogue === null,
    clocks: catalogue?.clocks.map(({ id, interval }) => ({ id, href: ruleHref(id), says: interval })) ?? [], rules: catalogue?.rules.map(({ code, message }) => ({ id: code, href: ruleHref(code), says: message })) ?? [],
  },
});
