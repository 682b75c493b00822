import type { LocalDate } from '@permanence/kernel/values';
import { ACCESS_REASONS, partWords, whoCell } from '../../access-log/reasons.js';
import type { AboutChild, AccessRow } from '../../api/locality-hub.js';
import type { CountedPage } from '../../api/problem.js';
import { atInTable } from '../../frame/moment.js';
import { type Paging, type Trail, pagingOf } from '../../frame/paging.js';
import { type Table, dayCell, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { childHref } from '../addresses.js';
import { type RecordFrame, recordView } from '../record.js';

export type Access = Readonly<{ count: number; table: Table; paging: Paging }>;

export const ACCESS_SIZE = 50;

/** Who has looked, emergency access first, then newest first; reading this page is in it. */
export const accessPage = (access: AboutChild & CountedPage<AccessRow>, today: LocalDate, trail: Trail): View<RecordFrame & Access> =>
  recordView('access', 'Who has looked', access.child, today, {
    count: access.total, paging: pagingOf(access, ACCESS_SIZE, trail, childHref(access.child.id, 'access'), {}),
    table: table('Who has looked at this record, emergency access first, then newest first', ['When', 'Who', 'Part', 'Why'], access.items.map(({ at, who, role, team, authority, part, why }) => [dayCell(atInTable(at)), whoCell({ who, role, team, authority }), partWords(part), ACCESS_REASONS[why]])),
  });
