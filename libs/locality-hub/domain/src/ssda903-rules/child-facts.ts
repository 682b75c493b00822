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
  now: RowsByModule;
  before: ChildRows['before'];
  headers: readonly Header[];
  /** In the order of the file. */
  episodes: readonly Episode[];
  /** By first day; rows of one day as in the file, rows without a readable first day last. */
  inTime: readonly Episode[];
}>;

const headerOf = (row: UploadRow): Header => ({ row, cells: row.cells, dob: dayIn(row.cells.DOB ?? '') });

const episodeOf = (row: UploadRow): Episode => {
  const { DECOM = '', RNE = '', LS = '', CIN = '', PLACE = '', PLACE_PROVIDER = '', DEC = '', REC = '', PL_POST = '', URN = '' } = row.cells;
  return {
    row,
    decom: dayIn(DECOM),
    decomWritten: DECOM !== '',
    dec: dayIn(DEC),
    decWritten: DEC !== '',
    rne: RNE,
    ls: LS,
    cin: CIN,
    place: PLACE,
    provider: PLACE_PROVIDER,
    rec: REC,
    placePostcode: PL_POST,
    urn: URN,
  };
};

const byDay = (a: DayNumber | undefined, b: DayNumber | undefined): number => (a ?? Infinity) - (b ?? Infinity) || 0;

const inOrder = (a: Episode, b: Episode): number => byDay(a.decom, b.decom);

/** Reads the dates of a child's rows and puts the episodes in order. */
export const childFacts = ({ now, before }: ChildRows): ChildFacts => {
  const episodes = (now.Episodes ?? []).map(episodeOf);
  return { now, before, headers: (now.Header ?? []).map(headerOf), episodes, inTime: [...episodes].sort(inOrder) };
};
