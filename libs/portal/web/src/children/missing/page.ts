import type { LocalDate } from '@permanence/kernel/values';
import type { AboutChild, MissingTime } from '../../api/locality-hub.js';
import type { Page } from '../../api/problem.js';
import { inFull } from '../../frame/moment.js';
import { type Table, dayCell, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { missingWords } from '../../words/codes.js';
import { lasting } from '../../words/due.js';
import { type RecordFrame, recordView } from '../record.js';

export type Missing = Readonly<{ count: number; table: Table; empty: boolean }>;

/** Every time missing or away, newest first. */
export const missingPage = ({ child, items }: AboutChild & Page<MissingTime>, today: LocalDate): View<RecordFrame & Missing> =>
  recordView('missing', 'Missing', child, today, {
    count: items.length, empty: items.length === 0,
    table: table('Times missing or away, newest first', ['From', 'To', 'For', 'Kind'], items.map(({ from, to, kind }) => [dayCell(inFull(from)), to === null ? { text: 'Missing now', late: true } : dayCell(inFull(to)), lasting(from, to ?? today), missingWords(kind)])),
  });
