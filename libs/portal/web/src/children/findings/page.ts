import type { LocalDate } from '@permanence/kernel/values';
import type { AboutChild, ChildFinding } from '../../api/locality-hub.js';
import type { Page } from '../../api/problem.js';
import { type Cell, type Table, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { columnWords, moduleWords } from '../../words/codes.js';
import { collectionYears } from '../../words/dates.js';
import { isDfeRule } from '../../words/rule-names.js';
import { ruleHref, withdrawalHref } from '../addresses.js';
import { type RecordFrame, recordView } from '../record.js';

export type Findings = Readonly<{ count: number; table: Table; empty: boolean }>;

/** A row that a later file of the same year left out: somebody has to say whether it was ever true. */
const NO_LONGER_STATED = 'NO_LONGER_STATED';

/** What is odd about the rows of a child: the DfE's rules in the DfE's own words, and the product's own checks. `mayWithdraw` adds the way to take out a row that its council states no more. */
export const findingsPage = ({ child, items }: AboutChild & Page<ChildFinding>, today: LocalDate, mayWithdraw: boolean): View<RecordFrame & Findings> => {
  const next = (finding: ChildFinding): Cell => (finding.rule === NO_LONGER_STATED && finding.key !== null ? { text: 'Withdraw the row', href: withdrawalHref(child.id, finding), hidden: `of ${collectionYears(finding.year)}, ${finding.key}` } : { text: 'Mend it in your case system' });
  return recordView('findings', 'Checks of the return', child, today, {
    count: items.length, empty: items.length === 0,
    table: table('What is odd about the rows of the return', ['Rule', 'What it says', 'Where', 'Return', ...(mayWithdraw ? ['What to do'] : [])], items.map((finding) => [
      ruleName(finding.rule), finding.sentence, finding.column === null || finding.column === '' ? moduleWords(finding.module) : { text: moduleWords(finding.module), sub: columnWords(finding.column) }, collectionYears(finding.year), ...(mayWithdraw ? [next(finding)] : []),
    ])),
  });
};

/** The DfE's number with its page; the product's own checks are named as such. */
export const ruleName = (rule: string): Cell => (isDfeRule(rule) ? { text: rule, href: ruleHref(rule) } : { text: 'Own check' });
