import type { LocalDate } from '@permanence/kernel/values';
import type { AboutChild, ChildFinding } from '../../api/locality-hub.js';
import type { Page } from '../../api/problem.js';
import { type Table, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { columnWords, moduleWords } from '../../words/codes.js';
import { collectionYears } from '../../words/dates.js';
import { ruleHref } from '../addresses.js';
import { type RecordFrame, recordView } from '../record.js';

export type Findings = Readonly<{ count: number; table: Table; empty: boolean }>;

/** The DfE's rules that rows about the child break, in the DfE's own words. */
export const findingsPage = ({ child, items }: AboutChild & Page<ChildFinding>, today: LocalDate): View<RecordFrame & Findings> =>
  recordView('findings', 'Checks of the return', child, today, {
    count: items.length, empty: items.length === 0,
    table: table('Rules that the return breaks', ['Rule', 'What it says', 'Where', 'Return'], items.map(({ rule, sentence, module, year, column }) => [
      { text: rule, href: ruleHref(rule) }, sentence, column === null ? moduleWords(module) : { text: moduleWords(module), sub: columnWords(column) }, collectionYears(year),
    ])),
  });
