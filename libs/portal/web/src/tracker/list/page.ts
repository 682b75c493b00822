import type { LocalDate } from '@permanence/kernel/values';
import type { CountedPage } from '../../api/problem.js';
import type { TrackerRow } from '../../api/tracker.js';
import { type Paging, type Trail, pagingOf } from '../../frame/paging.js';
import type { View } from '../../frame/view.js';
import { BOARD, HARDER, TRACKER, trackerHref } from '../addresses.js';
import { type Choice, type Filters, filterWords, filtersOf } from '../choice.js';
import { type Row, rowOf } from '../rows.js';

export const TRACKER_SIZE = 50;

export type TrackerList = Readonly<{
  heading: string; count: number; register: boolean; action: string; filters: Filters; dropped: readonly string[]; caption: string; rows: readonly Row[]; paging: Paging; boardHref: string | null; clearHref: string; filtered: boolean;
}>;
type Facts = Readonly<{ today: LocalDate; choice: Choice; rows: CountedPage<TrackerRow>; trail: Trail; register: boolean }>;

/** Where the region's children wait, as a table; the register has those for whom a family is hard to find. */
export const trackerListPage = ({ today, choice: { address, dropped }, rows, trail, register }: Facts): View<TrackerList> => {
  const [heading, path] = register ? (['Harder to place', HARDER] as const) : (['Tracker', TRACKER] as const);
  const caption = filterWords(address);
  const { sort: _sort, ...filters } = address;
  return {
    template: 'tracker/list/page.njk', title: heading, section: 'region', crumbs: [], print: { filter: caption, landscape: true },
    page: {
      heading, register, count: rows.total, action: path, filters: filtersOf(address), dropped, caption: `${heading}: ${caption}`, rows: rows.items.map((row) => rowOf(row, today)),
      paging: pagingOf(rows, TRACKER_SIZE, trail, path, address), boardHref: register ? null : trackerHref(address, BOARD), clearHref: path, filtered: Object.values(filters).some((value) => value !== undefined),
    },
  };
};
