import type { UploadRow } from '../ssda903/modules.js';
import { childFacts } from './child-facts.js';
import { collectionYear } from './collection-year.js';
import type { ChildRows, Finding, Rule } from './rule.js';

const findingOf = (rule: Rule, { module, file, row }: UploadRow, column: string): Finding => ({
  rule: rule.code,
  module,
  file,
  row,
  column,
  sentence: rule.message,
});

/**
 * All findings of one child in one pass: at most one a rule, module and row. Findings never decide what becomes of a row.
 * @param year the year in which the collection ends
 * @param rules the rules in force in that year ({@link rulesInForce})
 */
export const checkChild = (child: ChildRows, year: number, rules: readonly Rule[]): Finding[] => {
  const facts = childFacts(child);
  const collection = collectionYear(year);
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (!rule.modules.every((module) => child.uploaded.has(module))) continue;
    const reported: UploadRow[] = [];
    rule.check(facts, collection, (row, column) => {
      if (reported.includes(row)) return;
      reported.push(row);
      findings.push(findingOf(rule, row, column));
    });
  }
  return findings;
};
