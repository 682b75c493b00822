import type { ImportSummary } from '../../api/locality-hub.js';
import type { Page } from '../../api/problem.js';
import { withQuery } from '../../frame/address.js';
import { atInTable } from '../../frame/moment.js';
import { type Cell, type Table, num, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { collectionYears, longDate } from '../../words/dates.js';
import { whole } from '../../words/numbers.js';
import { IMPORTS, NEW_IMPORT, importHref } from '../addresses.js';

export type History = Readonly<{ table: Table; empty: boolean; newHref: string; olderHref: string | null; newestHref: string | null }>;

/** What an import came to, in a word or two. */
export const outcomeWords = (one: ImportSummary): string => {
  if (one.status === 'running') return one.check ? 'Checking' : 'Applying';
  if (one.status === 'failed') return 'Not finished';
  if (one.nothingChanged || (one.rows.total > 0 && one.rows.applied + one.rows.corrected === 0)) return 'Already imported, nothing changed';
  return one.check ? 'Checked, not applied' : 'Applied';
};

/** A row for each load, newest first. */
export const historyTable = (imports: readonly ImportSummary[]): Table =>
  table('Files loaded, newest first', ['Sent', 'Return', 'What came of it', num('Rows'), num('Set aside'), num('Findings'), 'By'], imports.map((one): readonly (Cell | string)[] => [
    { text: atInTable(one.startedAt).words, href: importHref(one.id), hidden: `return of ${collectionYears(one.year)}` }, one.asAt === null ? collectionYears(one.year) : { text: collectionYears(one.year), sub: `complete to ${longDate(one.asAt)}` },
    { text: outcomeWords(one), late: one.status === 'failed' }, whole(one.rows.total), whole(one.rows.setAside), whole(one.findings), one.startedBy,
  ]));

export const historyPage = ({ items, next }: Page<ImportSummary>, first: boolean): View<History> => ({
  template: 'imports/history/page.njk', title: 'Files loaded', section: 'my-work', crumbs: [{ text: 'My work', href: '/' }],
  page: { table: historyTable(items), empty: items.length === 0, newHref: NEW_IMPORT, olderHref: next === null ? null : withQuery(IMPORTS, { cursor: next }), newestHref: first ? null : IMPORTS },
});
