import type { KeptFilter, WayPage } from '../../../api/council-tracker.js';
import type { Page } from '../../../api/problem.js';
import { type Paging, type Trail, pagingOf } from '../../../frame/paging.js';
import type { View } from '../../../frame/view.js';
import { WAY, type WayAddress, wayDropHref, wayExportHref, wayHref, wayKeepHref } from '../addresses.js';
import { type Chosen, type WayFilters, chosenOf, wayFiltersOf, wayWords } from '../choice.js';
import { type Row, wayRow } from '../rows.js';
import { stripScale } from '../strip.js';

export const WAY_SIZE = 50;

export type Kept = Readonly<{ name: string; href: string; by: string | null; dropHref: string | null }>;
export type WayList = Readonly<{
  count: number; caption: string; action: string; filters: WayFilters; typed: string; chosen: readonly Chosen[]; clearHref: string; keepHref: string; exportHref: string; kept: readonly Kept[]; key: string;
  columns: readonly Readonly<{ text: string; href: string | null; sort: string | null }>[]; scale: string; rows: readonly Row[]; paging: Paging; sort: string;
}>;
export type WayFacts = Readonly<{ address: WayAddress; typed: string; page: WayPage; kept: Page<KeptFilter>; trail: Trail; key: string }>;

/** Every child in care in the person's reach: where on the way to permanence, what comes next and what is late. */
export const wayListPage = ({ address, typed, page, kept, trail, key }: WayFacts): View<WayList> => {
  const caption = wayWords(address, page);
  return {
    template: 'children/tracker/list/page.njk', title: 'Children on the way to permanence', section: 'children', crumbs: [], print: { filter: caption, landscape: true },
    page: {
      count: page.total, caption, action: WAY, filters: wayFiltersOf(address, page), typed, chosen: chosenOf(address, page, typed), clearHref: wayHref({ sort: address.sort }), keepHref: wayKeepHref({ ...address, found: undefined }),
      exportHref: wayExportHref(address), kept: kept.items.map(keptOf), key, columns: columnsOf(address), scale: stripScale(), rows: page.items.map((row) => wayRow(row, page.today)), sort: address.sort ?? 'next-due',
      paging: pagingOf(page, WAY_SIZE, trail, WAY, address),
    },
  };
};

const keptOf = ({ id, name, state, mine, by }: KeptFilter): Kept => ({ name, href: wayHref(state), by: mine ? null : by, dropHref: mine ? wayDropHref(id) : null });

const columnsOf = (address: WayAddress): WayList['columns'] => {
  const sorted = address.sort ?? 'next-due';
  const column = (text: string, sort: 'name' | 'weeks' | 'next-due', direction: string) => ({ text, href: wayHref({ ...address, sort }), sort: sorted === sort ? direction : null });
  return [column('Child', 'name', 'ascending'), column('Weeks', 'weeks', 'descending'), { text: 'The way so far', href: null, sort: null }, { text: 'Plan', href: null, sort: null }, column('Next step', 'next-due', 'ascending')];
};
