import type { LocalDate } from '@permanence/kernel/values';
import type { AboutChild, Allocation } from '../../api/locality-hub.js';
import type { Page } from '../../api/problem.js';
import { inFull } from '../../frame/moment.js';
import { type Table, dayCell, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { workerReasonWords } from '../../words/codes.js';
import { lasting } from '../../words/due.js';
import { ALLOCATE } from '../addresses.js';
import { type RecordFrame, recordView } from '../record.js';

export type Workers = Readonly<{ count: number; table: Table; empty: boolean; allocateHref: string | null }>;

/** Who has been the child's social worker, newest first. */
export const workersPage = ({ child, items }: AboutChild & Page<Allocation>, today: LocalDate): View<RecordFrame & Workers> =>
  recordView('workers', 'Social workers', child, today, {
    count: items.length, empty: items.length === 0, allocateHref: child.allowedCommands.includes('allocate') ? `${ALLOCATE}?child=${child.id}` : null,
    table: table('Social workers, newest first', ['Worker', 'From', 'To', 'For', 'Why they came'], items.map(({ name, registration, from, to, reason }) => [
      name === null ? { text: registration ?? 'Not named', ...(registration === null ? {} : { sub: 'nobody here has this registration' }) } : name,
      dayCell(inFull(from)), to === null ? 'now' : dayCell(inFull(to)), lasting(from, to ?? today), workerReasonWords(reason),
    ])),
  });
