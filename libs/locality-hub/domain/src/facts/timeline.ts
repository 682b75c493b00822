import type { LocalDate } from '@permanence/kernel/values';
import type { StatedRow } from '../ssda903/modules.js';
import { cell, dayIn, rowsOf } from './stated.js';
import type { Held } from './stated.js';

/** An episode as the newest collection that knows it states it. */
export type Episode = Readonly<{
  decom: LocalDate;
  /** Absent: open. */
  dec?: LocalDate;
  year: number;
  rne?: string;
  ls: string;
  cin?: string;
  place: string;
  provider?: string;
  urn?: string;
  homePostcode?: string;
  postcode?: string;
  /** Only beside a `DEC` (rule 2). */
  rec?: string;
  /** Only beside a `DEC` (rule 3). */
  reasonPlaceChange?: string;
}>;

/** Days `from` to the day before `to`, during which one row decides placement and legal status. No `to`: still so. */
export type Segment = Readonly<{ from: LocalDate; to?: LocalDate; row: Episode }>;

/** A care period: a maximal run of touching or overlapping rows without V3 and V4. Ended when no row is open. */
export type CarePeriod = Readonly<{ from: LocalDate; to?: LocalDate; rows: readonly Episode[]; segments: readonly Segment[] }>;

/** What a record's episode rows come to: rows in order of `DECOM`, care periods in order, short breaks apart. */
export type Timeline = Readonly<{ periods: readonly CarePeriod[]; shortBreaks: readonly Episode[]; care: readonly Episode[] }>;

/** The timeline of one record's stated rows. */
export const timelineOf = (held: Held): Timeline => {
  const episodes = rowsOf(held, 'Episodes').map(toEpisode).filter((episode) => episode !== undefined).sort(byDecom);
  const care = episodes.filter((episode) => !isShortBreak(episode));
  return { care, shortBreaks: episodes.filter(isShortBreak), periods: runsOf(care).map(toPeriod) };
};

/** V3 and V4: on the record, in no count, tracker or placement clock (rule 5). */
export const isShortBreak = (episode: Episode): boolean => episode.ls === 'V3' || episode.ls === 'V4';

/** T0 to T4: the child is to return to the placement before. */
export const isTemporary = (place: string): boolean => /^T[0-4]$/.test(place);

/** Whether the row covers the day: from its `DECOM` to the day before its `DEC`. */
export const covers = (episode: Episode, day: LocalDate): boolean => episode.decom <= day && (episode.dec === undefined || episode.dec > day);

/** Whether `a` decides over `b` where both cover a day: the newer collection, then the later `DECOM` (rule 3). */
export const decidesOver = (a: Episode, b: Episode): boolean => a.year > b.year || (a.year === b.year && a.decom > b.decom);

const byDecom = (a: Episode, b: Episode): number => (a.decom < b.decom ? -1 : 1);

const toEpisode = (row: StatedRow): Episode | undefined => {
  const decom = dayIn(row, 'DECOM');
  const ls = cell(row, 'LS');
  const place = cell(row, 'PLACE');
  if (decom === undefined || ls === undefined || place === undefined) return undefined;
  const dec = dayIn(row, 'DEC');
  return {
    decom, ls, place, dec, year: row.year,
    rne: cell(row, 'RNE'), cin: cell(row, 'CIN'), provider: cell(row, 'PLACE_PROVIDER'), urn: cell(row, 'URN'),
    homePostcode: cell(row, 'HOME_POST'), postcode: cell(row, 'PL_POST'),
    rec: dec === undefined ? undefined : cell(row, 'REC'),
    reasonPlaceChange: dec === undefined ? undefined : cell(row, 'REASON_PLACE_CHANGE'),
  };
};

type Run = { from: LocalDate; to: LocalDate | undefined; rows: Episode[] };

const runsOf = (episodes: readonly Episode[]): Run[] => {
  const runs: Run[] = [];
  for (const row of episodes) {
    const last = runs.at(-1);
    if (last === undefined || (last.to !== undefined && last.to < row.decom)) runs.push({ from: row.decom, to: row.dec, rows: [row] });
    else {
      last.rows.push(row);
      if (last.to !== undefined && (row.dec === undefined || row.dec > last.to)) last.to = row.dec;
    }
  }
  return runs;
};

const toPeriod = (run: Run): CarePeriod => ({ ...run, segments: run.rows.length === 1 ? [{ from: run.from, to: run.to, row: run.rows[0] as Episode }] : segmentsOf(run) });

/** Cuts the run at every day on which a row begins or ends, and joins neighbours that the same row decides. */
const segmentsOf = (run: Run): Segment[] => {
  const days = [...new Set(run.rows.flatMap((row) => (row.dec === undefined ? [row.decom] : [row.decom, row.dec])))].sort();
  const segments: { from: LocalDate; to?: LocalDate; row: Episode }[] = [];
  for (const from of days) {
    const row = decidingOn(run.rows, from);
    const last = segments.at(-1);
    if (row === last?.row && row !== undefined) continue;
    if (last !== undefined) last.to ??= from;
    if (row !== undefined) segments.push({ from, row });
  }
  return segments;
};

/** The row that decides placement and legal status on a day, among rows that are none of them short breaks. */
export const decidingOn = (rows: readonly Episode[], day: LocalDate): Episode | undefined => {
  let best: Episode | undefined;
  for (const row of rows) if (covers(row, day) && (best === undefined || decidesOver(row, best))) best = row;
  return best;
};
