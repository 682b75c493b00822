import { Uuid } from '@permanence/kernel/values';
import { Is, textOf, wholeNumber } from './is.decorator.js';

/** One page of a list; `next` is the cursor of the next page, or null at the end. */
export type Page<T> = Readonly<{ items: readonly T[]; next: string | null }>;

const MOST = 500;
const USUAL = 50;

/** The two parameters of every list. The cursor is the id of the last row seen: an id names nobody, a sort value might. */
export class PageQuery {
  @Is(wholeNumber(1, MOST), { optional: true, description: `Rows at most: 1 to ${MOST}, ${USUAL} unless said otherwise.`, example: '50' })
  limit?: string;

  @Is(Uuid, { optional: true, description: 'The `next` of the page before.' })
  cursor?: string;
}

export const limitOf = ({ limit }: PageQuery): number => (limit === undefined ? USUAL : Number(limit));

/** Makes a page of rows that were asked for with one more than the limit. */
export const pageOf = <T extends Readonly<{ id: string }>>(rows: readonly T[], limit: number): Page<T> => {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};

/** The same two parameters for a list that is known whole and whose rows are named by a code: one page has all of it unless fewer are asked for. */
export class WholeListQuery {
  @Is(wholeNumber(1, MOST), { optional: true, description: `Rows at most: 1 to ${MOST}, all unless said otherwise.`, example: '50' })
  limit?: string;

  @Is(textOf(1, 100), { optional: true, description: 'The `next` of the page before.' })
  cursor?: string;
}

/** One page of a list that is known whole. */
export const pageOfWhole = <T>(all: readonly T[], { limit, cursor }: WholeListQuery, nameOf: (item: T) => string): Readonly<{ items: T[]; next: string | null }> => {
  const start = cursor === undefined ? 0 : all.findIndex((item) => nameOf(item) === cursor) + 1;
  const items = all.slice(start, start + Number(limit ?? MOST));
  const last = items.at(-1);
  return { items, next: last === undefined || last === all.at(-1) ? null : nameOf(last) };
};
