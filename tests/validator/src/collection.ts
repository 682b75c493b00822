import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type ChildRows, cellsOf, checkChild, type ModuleName, recognise, rulesInForce, type UploadRow } from '@permanence/locality-hub/domain';

/** The files of one collection year and, where there are any, those of the year before. */
export type Collection = Readonly<{ name: string; year: number; now: readonly string[]; last: readonly string[] }>;

/** `Episodes 7`: a module and the row of its file, the header line being row 1. */
export type FoundRow = `${string} ${number}`;

/** The rows that each rule finds. */
export type FoundRows = ReadonlyMap<string, ReadonlySet<FoundRow>>;

const HEADER_LINE = 1;

/** The row of a spreadsheet by its index among the data rows, which the sector's validator counts from 0. */
export const rowOfIndex = (index: number): number => index + HEADER_LINE + 1;

const rowsOf = (path: string): UploadRow[] => {
  const [firstLine = [], ...lines] = parse(readFileSync(path), { bom: true, relax_column_count: true });
  const recognised = recognise(firstLine);
  if (!recognised.ok) throw new Error(`${path}: ${recognised.refusal.sentence}`);
  return lines.flatMap((line, index) => {
    const cells = cellsOf(recognised.map, line);
    return cells === undefined ? [] : [{ module: recognised.module, file: basename(path), row: rowOfIndex(index), cells }];
  });
};

type RowsNow = Partial<Record<ModuleName, UploadRow[]>>;

/** A collection's rows child by child, as the import hands them to the rules. */
export const childrenOf = ({ now }: Pick<Collection, 'now'>): ChildRows[] => {
  const byChild = new Map<string, RowsNow>();
  const rows = now.flatMap(rowsOf);
  const uploaded = new Set(rows.map(({ module }) => module));
  for (const row of rows) {
    const child = byChild.get(row.cells.CHILD ?? '') ?? {};
    (child[row.module] ??= []).push(row);
    byChild.set(row.cells.CHILD ?? '', child);
  }
  return [...byChild.values()].map((ofChild) => ({ now: ofChild, uploaded, before: {} }));
};

/** The rows that our rules find in a collection. */
export const foundByUs = (collection: Collection): FoundRows => {
  const found = new Map<string, Set<FoundRow>>();
  const rules = rulesInForce(collection.year);
  for (const child of childrenOf(collection)) {
    for (const { rule, module, row } of checkChild(child, collection.year, rules)) {
      found.set(rule, (found.get(rule) ?? new Set()).add(`${module} ${row}`));
    }
  }
  return found;
};
