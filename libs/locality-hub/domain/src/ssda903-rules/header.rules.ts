import type { Header } from './child-facts.js';
import type { CollectionYear } from './collection-year.js';
import { SINCE_2023, type Rule } from './rule.js';

const eachHeader =
  (column: string, breaks: (header: Header, year: CollectionYear) => boolean): Rule['check'] =>
  ({ headers }, year, report) => {
    for (const header of headers) if (breaks(header, year)) report(header.row, column);
  };

const rule102: Rule = {
  code: '102',
  message: 'Date of birth is not a valid date.',
  years: SINCE_2023,
  modules: ['Header'],
  columns: ['DOB'],
  check: eachHeader('DOB', ({ dob }) => dob === undefined),
};

/** Rules on what a header says about the child. */
export const HEADER_RULES: readonly Rule[] = [rule102];
