import { Uuid } from '@permanence/kernel/values';
import { Is, wholeNumber } from './is.decorator.js';

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
