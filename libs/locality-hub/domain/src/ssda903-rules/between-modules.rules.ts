import { SINCE_2023, type Rule } from './rule.js';

export const ruleINT03: Rule = {
  code: 'INT03',
  message: 'Internal Check: Child in Episodes does not exist in Header.',
  years: SINCE_2023,
  modules: ['Episodes', 'Header'],
  columns: ['CHILD'],
  check: ({ episodes, headers }, _year, report) => {
    if (headers.length === 0) for (const { row } of episodes) report(row, 'CHILD');
  },
};

/** Rules on children who must be in several modules. */
export const BETWEEN_MODULES_RULES: readonly Rule[] = [ruleINT03];
