import type { LocalDate } from '@permanence/kernel/values';
import type { ChildHeader } from '../api/locality-hub.js';
import { type Moment, inLong } from '../frame/moment.js';
import type { Crumb, View } from '../frame/view.js';
import { legalWords } from '../words/codes.js';
import { longDate } from '../words/dates.js';
import { ageWords, displayName, initialsAndReference } from '../words/names.js';
import { CHILDREN, type RecordSection, SECTIONS, childHref } from './addresses.js';

export type Identity = Readonly<{ name: string; facts: readonly string[]; flags: readonly string[] }>;
export type RecordFrame = Readonly<{ identity: Identity; heading: string; sections: readonly Readonly<{ text: string; href: string; active: boolean }>[]; overviewHref: string; asAt: Moment | null }>;

/** Who a page is about, in one line of facts; flags are words. */
export const identityOf = (child: ChildHeader, today: LocalDate): Identity => ({
  name: displayName(child),
  facts: [
    child.born === null ? 'birth date not recorded' : `${ageWords(child.born, today)}, born ${longDate(child.born)}`,
    child.lookedAfter ? legalWords(child.legalStatus) : 'not in care now', child.authority.name, ...(child.name === null ? [] : [child.reference]), `council's number ${child.councilCode}`,
  ],
  flags: [...(child.restricted ? ['Restricted'] : []), ...(child.missingSince === null ? [] : ['Missing now'])],
});

const CRUMBS: readonly Crumb[] = [{ text: 'Children', href: CHILDREN }];

/** A section of a child's record as a page: identity bar, sub-navigation, one heading; the browser's title has initials and reference, not the name. */
export const recordView = <M extends object>(section: RecordSection, heading: string, child: ChildHeader, today: LocalDate, model: M, filter?: string): View<RecordFrame & M> => ({
  template: `children/${section}/page.njk`, title: `${heading}, ${initialsAndReference(child)}`, section: 'children', crumbs: CRUMBS, ...(filter === undefined ? {} : { print: { filter } }),
  page: {
    identity: identityOf(child, today), heading, overviewHref: childHref(child.id), asAt: child.asAt === null ? null : inLong(child.asAt),
    sections: SECTIONS.map(([id, text]) => ({ text, href: childHref(child.id, id), active: id === section })),
    ...model,
  },
});
