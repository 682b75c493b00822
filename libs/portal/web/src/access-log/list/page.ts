import type { LocalDate } from '@permanence/kernel/values';
import type { AccessLogRow, AccessReason } from '../../api/locality-hub.js';
import type { CountedPage } from '../../api/problem.js';
import { childHref } from '../../children/addresses.js';
import { atInTable } from '../../frame/moment.js';
import { type Paging, type Trail, pagingOf } from '../../frame/paging.js';
import { type Table, dayCell, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { longDate } from '../../words/dates.js';
import { ACCESS_LOG } from '../addresses.js';
import { ACCESS_REASONS, partWords, whoCell } from '../reasons.js';

export type AccessChoice = Readonly<{ from: LocalDate | undefined; to: LocalDate | undefined; why: AccessReason | undefined }>;
export type AccessList = Readonly<{ count: number; action: string; from: string; to: string; reasons: readonly Readonly<{ value: string; text: string; selected: boolean }>[]; table: Table; paging: Paging; empty: boolean }>;

export const ACCESS_LOG_SIZE = 50;

const chosenWords = ({ from, to, why }: AccessChoice): string =>
  [from === undefined ? 'from the first opening' : `from ${longDate(from)}`, to === undefined ? 'to now' : `to ${longDate(to)}`, why === undefined ? 'whatever the reason' : `for the reason “${ACCESS_REASONS[why]}”`].join(', ');

/** Who looked at whose record, when and why, over the whole council. `opens` says whether this person may open the records too. */
export const accessListPage = (log: CountedPage<AccessLogRow>, choice: AccessChoice, trail: Trail, opens: boolean): View<AccessList> => ({
  template: 'access-log/list/page.njk', title: 'Who has looked', section: 'my-work', crumbs: [], print: { filter: chosenWords(choice) },
  page: {
    count: log.total, action: ACCESS_LOG, from: choice.from ?? '', to: choice.to ?? '', empty: log.total === 0, paging: pagingOf(log, ACCESS_LOG_SIZE, trail, ACCESS_LOG, { from: choice.from, to: choice.to, why: choice.why }),
    reasons: [{ value: '', text: 'Any', selected: choice.why === undefined }, ...Object.entries(ACCESS_REASONS).map(([value, text]) => ({ value, text, selected: value === choice.why }))],
    table: table('Who has looked, newest first', ['When', 'Who', 'Whose record', 'Part', 'Why'], log.items.map(({ at, who, role, team, authority, child, part, why }) => [
      dayCell(atInTable(at)), whoCell({ who, role, team, authority }), child === null ? 'No one record' : { text: child.reference, ...(opens ? { href: childHref(child.id, 'access'), hidden: 'who has looked at it' } : {}) }, partWords(part), ACCESS_REASONS[why],
    ])),
  },
});
