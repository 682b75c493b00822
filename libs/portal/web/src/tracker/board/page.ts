import type { LocalDate } from '@permanence/kernel/values';
import type { TrackerColumn } from '../../api/tracker.js';
import type { View } from '../../frame/view.js';
import { BOARD, TRACKER, trackerHref } from '../addresses.js';
import { type Choice, type Filters, filterWords, filtersOf } from '../choice.js';
import { type Row, rowOf } from '../rows.js';
import { STATUS_WORDS } from '../words.js';

export type Column = Readonly<{ id: string; title: string; count: number; rows: readonly Row[]; moreHref: string | null }>;
export type Board = Readonly<{ columns: readonly Column[]; action: string; register: false; filters: Filters; dropped: readonly string[]; tableHref: string; empty: boolean }>;

/** The same children as a board: a column a status, those longest in it first. */
export const trackerBoardPage = ({ today, choice: { address, dropped }, columns }: Readonly<{ today: LocalDate; choice: Choice; columns: readonly TrackerColumn[] }>): View<Board> => ({
  template: 'tracker/board/page.njk', title: 'Tracker as a board', section: 'region', crumbs: [], print: { filter: filterWords(address), landscape: true },
  page: {
    action: BOARD, register: false, filters: filtersOf(address), dropped, tableHref: trackerHref(address), empty: columns.every(({ total }) => total === 0),
    columns: columns.filter(({ total }) => total > 0).map(({ status, total, items }) => ({
      id: status, title: STATUS_WORDS[status], count: total, rows: items.map((row) => rowOf(row, today)), moreHref: total > items.length ? trackerHref({ ...address, status }, TRACKER) : null,
    })),
  },
});
