import type { Moment } from './moment.js';

/** A cell: its words, and what they are (a link, a day, late, a number). `sub` stands under them, quieter. */
export type Cell = Readonly<{ text: string; iso?: string; href?: string; hidden?: string; sub?: string; subLate?: boolean; late?: boolean }>;
/** `screenOnly`: not for paper, as it repeats what stands in a row of somebody's file. */
export type Column = Readonly<{ text: string; num?: boolean; screenOnly?: boolean }>;
/** A table as data; the first cell of a row names it. */
export type Table = Readonly<{ caption: string; captionShown: boolean; columns: readonly Column[]; rows: readonly (readonly Cell[])[] }>;

export const table = (caption: string, columns: readonly (string | Column)[], rows: readonly (readonly (Cell | string)[])[], captionShown = false): Table => ({
  caption, captionShown, columns: columns.map((column) => (typeof column === 'string' ? { text: column } : column)), rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { text: cell } : cell))),
});

/** A day in a cell. */
export const dayCell = ({ iso, words }: Moment, sub?: Pick<Cell, 'sub' | 'subLate'>): Cell => ({ text: words, iso, ...sub });
/** A column that is not printed. */
export const screenOnly = (text: string): Column => ({ text, screenOnly: true });
/** A right-aligned column. */
export const num = (text: string): Column => ({ text, num: true });
