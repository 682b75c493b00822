import type { ImportFinding, ImportView } from '../../api/locality-hub.js';
import type { Page } from '../../api/problem.js';
import { ruleHref } from '../../children/addresses.js';
import { type Table, num, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { moduleWords } from '../../words/codes.js';
import { collectionYears } from '../../words/dates.js';
import { whole } from '../../words/numbers.js';
import { isDfeRule } from '../../words/rule-names.js';
import { IMPORTS, findingsHref, importHref } from '../addresses.js';

export type ImportFindings = Readonly<{ heading: string; ruleHref: string | null; table: Table; empty: boolean; nextHref: string | null; firstHref: string | null }>;

/** Every row of one load that breaks one rule. */
export const importFindingsPage = (view: ImportView, rule: string, { items, next }: Page<ImportFinding>, first: boolean): View<ImportFindings> => ({
  template: 'imports/findings/page.njk', title: headingOf(rule), section: 'my-work',
  crumbs: [{ text: 'My work', href: '/' }, { text: 'Files loaded', href: IMPORTS }, { text: `Return of ${collectionYears(view.year)}`, href: importHref(view.id) }],
  page: {
    heading: headingOf(rule), ruleHref: isDfeRule(rule) ? ruleHref(rule) : null, empty: items.length === 0, nextHref: next === null ? null : findingsHref(view.id, rule, next), firstHref: first ? null : findingsHref(view.id, rule),
    table: table('Rows, in the order of the files', ['File', num('Row'), 'Column', 'What it says'], items.map(({ module, file, row, column, sentence }) => [{ text: moduleWords(module), ...(file === null ? {} : { sub: file }) }, row === null ? '' : whole(row), column ?? '', sentence])),
  },
});

const headingOf = (rule: string): string => (isDfeRule(rule) ? `Rows that break rule ${rule}` : 'Rows found by an own check');
