import type { Grant, GrantSide } from '../../api/sharing.js';
import type { Page } from '../../api/problem.js';
import { inShort } from '../../frame/moment.js';
import { type Table, dayCell, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { SHARING, grantHref, grantsHref } from '../addresses.js';
import { grantState, purposeWords } from '../words.js';

export type GrantList = Readonly<{ heading: string; table: Table | null; empty: string; moreHref: string | null }>;
export type GrantsPage = Readonly<{ lists: readonly GrantList[]; agreementHref: string; firstHref: string | null }>;

const WORDS: Readonly<Record<GrantSide, Readonly<{ heading: string; caption: string; other: string; empty: string }>>> = {
  shared: { heading: 'Asked of your council', caption: 'Profiles of your children that others asked for, newest first', other: 'Who asks', empty: 'Nobody has asked for a profile of one of your children.' },
  received: { heading: 'Asked for by your council', caption: "Profiles of other councils' children that were asked for, newest first", other: 'Whose child', empty: 'Nothing was asked for. A row of the tracker leads to it.' },
};

const rowOf = (grant: Grant) => [
  { text: grant.reference, href: grantHref(grant.id), sub: grant.number }, grant.side === 'shared' ? { text: grant.askedBy, sub: grant.askingCouncilName } : { text: grant.childsCouncilName, sub: `Asked by ${grant.askedBy}` },
  purposeWords(grant.purpose), dayCell(inShort(grant.askedOn)), grantState(grant),
];

/** Profiles asked for, shared and ended, seen from both sides. */
export const grantsPage = (lists: readonly Readonly<{ side: GrantSide; page: Page<Grant> }>[], isFirst: boolean): View<GrantsPage> => ({
  template: 'sharing/grants/page.njk', title: 'Profiles shared', section: 'region', crumbs: [{ text: 'What councils share', href: SHARING }],
  page: {
    agreementHref: SHARING, firstHref: isFirst ? null : grantsHref(),
    lists: lists.map(({ side, page: { items, next } }) => ({
      heading: WORDS[side].heading, empty: WORDS[side].empty, moreHref: next === null ? null : grantsHref({ side, cursor: next }),
      table: items.length === 0 ? null : table(WORDS[side].caption, ['Reference', WORDS[side].other, 'What for', 'Asked', 'State'], items.map(rowOf)),
    })),
  },
});
