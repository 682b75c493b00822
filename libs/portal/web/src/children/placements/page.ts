import type { LocalDate } from '@permanence/kernel/values';
import type { AboutChild, CarePeriod, PlacementHistory } from '../../api/locality-hub.js';
import { careTables } from '../../drawings/care/story.js';
import { inLong } from '../../frame/moment.js';
import { type Cell, type Table, dayCell, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { endWords, legalWords } from '../../words/codes.js';
import { lasting } from '../../words/due.js';
import { type RecordFrame, recordView } from '../record.js';

export type Placements = Readonly<{ tables: readonly Table[]; empty: boolean }>;

/** Times in care, homes, legal statuses and short breaks, each newest first. */
export const placementsPage = (history: AboutChild & PlacementHistory, today: LocalDate): View<RecordFrame & Placements> => {
  const { child } = history;
  const end = child.asAt ?? today;
  const { legal, homes } = careTables({ called: '', born: child.born, today, asAt: child.asAt, care: history.care, legal: history.legal, homes: history.homes, workers: [], reviews: [] });
  const till = (to: LocalDate | null): Cell => (to === null ? { text: 'now' } : dayCell(inLong(to)));
  const tables = [
    table('Times in care, newest first', ['From', 'To', 'For', 'How it ended'], [...history.care].reverse().map((period) => [startCell(period), till(period.to), lasting(period.from, period.to ?? end), endCell(period)]), true),
    table('Homes, newest first', ['Home', 'From', 'To', 'For'], homes.map((row) => [{ text: `${String(row.number)}. ${row.home}`, ...(row.note === null ? {} : { sub: row.note }) }, dayCell(inLong(row.from)), till(row.to), row.span]), true),
    table('Legal status, newest first', ['Status', 'From', 'To', 'For'], legal.map((row) => [row.status, dayCell(inLong(row.from)), till(row.to), row.span]), true),
    table('Short breaks, newest first: in no count and no clock', ['Kind', 'From', 'To', 'For'], [...history.shortBreaks].reverse().map(({ from, to, status }) => [legalWords(status), dayCell(inLong(from)), till(to), lasting(from, to ?? end)]), true),
  ].filter(({ rows }) => rows.length > 0);
  return recordView('placements', 'Homes and legal status', child, today, { tables, empty: tables.length === 0 });
};

const startCell = ({ from, startKnown }: CarePeriod): Cell => dayCell(inLong(from), startKnown ? {} : { sub: 'or before: the files do not hold the first day' });
const endCell = ({ to, reason }: CarePeriod): string => {
  if (to === null) return '';
  const words = endWords(reason);
  return words === 'not recorded' ? 'Why it ended is not recorded' : words;
};
