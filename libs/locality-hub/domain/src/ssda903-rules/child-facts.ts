import type { Cells, UploadRow } from '../ssda903/modules.js';
import { dayIn, type DayNumber } from './day-number.js';
import type { ChildRows, RowsByModule } from './rule.js';

/** A header with its date read once. */
export type Header = Readonly<{ row: UploadRow; cells: Cells; dob: DayNumber | undefined }>;

/** An episode with its dates read once. */
export type Episode = Readonly<{
  row: UploadRow;
  decom: DayNumber | undefined;
  decomWritten: boolean;
  dec: DayNumber | undefined;
  decWritten: boolean;
  rne: string;
  ls: string;
  cin: string;
  place: string;
  provider: string;
  rec: string;
  placePostcode: string;
  urn: string;
}>;

/** What several rules share about one child, made once. */
export type ChildFacts = Readonly<{
  /** `''` for all rows without a child's code. */
  code: string;
  now: RowsByModule;
  before: ChildRows['before'];
  headers: readonly Header[];
  /** In the order of the file. */
  episodes: readonly Episode[];
  /** By first day; rows of one day as in the file, rows without a readable first day last. Empty without a child's code: such rows do not follow each other. */
  inTime: readonly Episode[];
}>;

const cell = ({ cells }: UploadRow, column: string): string => cells[column] ?? '';

const headerOf = (row: UploadRow): Header => ({ row, cells: row.cells, dob: dayIn(cell(row, 'DOB')) });

const episodeOf = (row: UploadRow): Episode => ({
  row,
  decom: dayIn(cell(row, 'DECOM')),
  decomWritten: cell(row, 'DECOM') !== '',
  dec: dayIn(cell(row, 'DEC')),
  decWritten: cell(row, 'DEC') !== '',
  rne: cell(row, 'RNE'),
  ls: cell(row, 'LS'),
  cin: cell(row, 'CIN'),
  place: cell(row, 'PLACE'),
  provider: cell(row, 'PLACE_PROVIDER'),
  rec: cell(row, 'REC'),
  placePostcode: cell(row, 'PL_POST'),
  urn: cell(row, 'URN'),
});

const byDay = (a: DayNumber | undefined, b: DayNumber | undefined): number => (a ?? Infinity) - (b ?? Infinity) || 0;

const inOrder = (a: Episode, b: Episode): number => byDay(a.decom, b.decom);
const inOrderOfEnds = (a: Episode, b: Episode): number => inOrder(a, b) || byDay(a.dec, b.dec);

/** Most files are in order already, which is quicker to see than to sort. */
const sortedBy = (order: (a: Episode, b: Episode) => number, episodes: readonly Episode[]): readonly Episode[] => {
  const isInOrder = episodes.every((episode, at) => at === 0 || order(episodes[at - 1] ?? episode, episode) <= 0);
  return isInOrder ? episodes : [...episodes].sort(order);
};

/** Reads the dates of a child's rows and puts the episodes in order. */
export const childFacts = ({ now, before }: ChildRows): ChildFacts => {
  const headers = (now.Header ?? []).map(headerOf);
  const episodes = (now.Episodes ?? []).map(episodeOf);
  const code = (episodes[0] ?? headers[0])?.row.cells.CHILD ?? '';
  return { code, now, before, headers, episodes, inTime: code === '' ? [] : sortedBy(inOrder, episodes) };
};

/** The episodes in time, of those that start on one day the shorter first: how one continues the other when they state a day in between. */
export const inTimeShorterFirst = ({ inTime }: ChildFacts): readonly Episode[] => sortedBy(inOrderOfEnds, inTime);
