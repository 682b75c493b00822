import type { Refusal } from '@permanence/kernel/decider';
import { type Cells, MODULES, type ModuleName, OPTIONAL_COLUMNS } from './modules.js';

/** Where a file has the columns of its module. Made once a file; `cellsOf` turns each row with it. */
export type IndexMap = Readonly<{ width: number; columns: readonly Readonly<{ name: string; at: number; asWritten: boolean }>[] }>;

/** A file recognised by its first line. `ignored` are the other columns, as the file writes them; `mended` marks set-aside rows sent again, which never make a collection complete. */
export type Recognised = Readonly<{ ok: true; module: ModuleName; map: IndexMap; ignored: readonly string[]; mended: boolean }>;

/** A file that matches no module: refused whole, with what is missing from the nearest. */
export type NotRecognised = Readonly<{ ok: false; refusal: Refusal; nearest: ModuleName; missing: readonly string[] }>;

/** The columns that the downloads of set-aside rows add. */
const OF_SET_ASIDE = ['ROW', 'COLUMN', 'CODE', 'REASON'];
/** Those that only the list over all modules has. */
const OF_SET_ASIDE_LIST = ['FILE', 'MODULE'];

/** Names are kept as people write them; everything else is read as capitals. */
const AS_WRITTEN = new Set(['FORENAME', 'SURNAME']);

const BYTE_ORDER_MARK = '\uFEFF';

const NAMES = Object.keys(MODULES) as ModuleName[];

/** The module of a file by the cells of its first line: the one with most columns of those whose columns are all there, in any order and case (ssda903-import.md, Reading 1). */
export const recognise = (firstLine: readonly string[]): Recognised | NotRecognised => {
  const places = new Map<string, number>();
  firstLine.forEach((cell, at) => {
    const name = columnName(cell);
    if (!places.has(name)) places.set(name, at);
  });
  const whole = NAMES.filter((module) => missingFrom(module, places).length === 0);
  if (whole.length === 0) return notRecognised(places);
  const module = whole.reduce((most, next) => (MODULES[next].length > MODULES[most].length ? next : most));
  return { ok: true, module, ...sortedOut(module, firstLine, places) };
};

/** A row's cells by column, trimmed and in capitals (names as written); undefined when it has more or fewer cells than the first line (`ROW_SHAPE`). */
export const cellsOf = (map: IndexMap, row: readonly string[]): Cells | undefined => {
  if (row.length !== map.width) return undefined;
  const cells: Record<string, string> = {};
  for (const { name, at, asWritten } of map.columns) {
    const text = (row[at] ?? '').trim();
    cells[name] = asWritten ? text : text.toUpperCase();
  }
  return cells;
};

const columnName = (cell: string): string => (cell.startsWith(BYTE_ORDER_MARK) ? cell.slice(1) : cell).trim().toUpperCase();

const missingFrom = (module: ModuleName, places: ReadonlyMap<string, number>): string[] => MODULES[module].filter((column) => !places.has(column));

const sortedOut = (module: ModuleName, firstLine: readonly string[], places: ReadonlyMap<string, number>): Pick<Recognised, 'map' | 'ignored' | 'mended'> => {
  const names = [...MODULES[module], ...(OPTIONAL_COLUMNS[module] ?? [])].filter((name) => places.has(name));
  const columns = names.map((name) => ({ name, at: places.get(name) as number, asWritten: AS_WRITTEN.has(name) }));
  const mended = OF_SET_ASIDE.every((name) => places.has(name));
  const read = new Set(columns.map(({ at }) => at));
  const silent = new Set(mended ? [...OF_SET_ASIDE, ...OF_SET_ASIDE_LIST] : []);
  const ignored = firstLine.filter((cell, at) => !read.has(at) && !silent.has(columnName(cell))).map((cell) => cell.trim());
  return { map: { width: firstLine.length, columns }, ignored, mended };
};

/** The nearest module is the one of whose columns the largest share is there; of equals, the larger. */
const notRecognised = (places: ReadonlyMap<string, number>): NotRecognised => {
  const share = (module: ModuleName): number => 1 - missingFrom(module, places).length / MODULES[module].length;
  const nearest = NAMES.reduce((best, next) => (share(next) > share(best) || (share(next) === share(best) && MODULES[next].length > MODULES[best].length) ? next : best));
  const missing = missingFrom(nearest, places);
  const sentence =
    missing.length === MODULES[nearest].length
      ? 'The first line has none of the columns of the return. Each file must begin with the names of its columns.'
      : `The file is not one of the return. It is nearest to ${nearest}, but lacks ${listed(missing)}.`;
  return { ok: false, refusal: { code: 'FILE_NOT_RECOGNISED', sentence, rule: 'locality-hub.import.reading-1' }, nearest, missing };
};

const listed = (names: readonly string[]): string => (names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
