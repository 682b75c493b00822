import type { Page } from '../api/problem.js';
import { withQuery } from './address.js';

/** Where a person stands in a list: the cursors of the pages passed, so that "previous" needs no memory on the server. */
export type Trail = Readonly<{ cursor: string | undefined; trail: readonly string[] }>;

const SEPARATOR = '~';

/** Reads `?cursor=` and `?trail=`; what is not there is the first page. */
export const trailOf = (query: Readonly<{ cursor?: string; trail?: string }>): Trail => ({
  cursor: query.cursor === '' ? undefined : query.cursor,
  trail: query.trail === undefined || query.trail === '' ? [] : query.trail.split(SEPARATOR),
});

export type Paging = Readonly<{ line: string; previous: string | null; next: string | null }>;
export type Listed<T> = Pick<Page<T>, 'items' | 'next'> & Readonly<{ total: number }>;

/** "Showing 51 to 100 of 338." with the links before and after. */
export const pagingOf = (list: Listed<unknown>, size: number, { cursor, trail }: Trail, path: string, query: Readonly<Record<string, string | undefined>>): Paging => {
  const passed = cursor === undefined ? 0 : trail.length + 1;
  const first = passed * size + 1;
  const last = first + list.items.length - 1;
  const whole = (count: number): string => count.toLocaleString('en-GB');
  return {
    line: list.items.length === list.total ? `All ${whole(list.total)} are shown.` : `Showing ${whole(first)} to ${whole(last)} of ${whole(list.total)}.`,
    previous: passed === 0 ? null : withQuery(path, { ...query, cursor: trail.at(-1), trail: trail.slice(0, -1).join(SEPARATOR) }),
    next: list.next === null ? null : withQuery(path, { ...query, cursor: list.next, trail: (cursor === undefined ? trail : [...trail, cursor]).join(SEPARATOR) }),
  };
};
