import { eachHeader } from './each-row.js';
import { ETHNIC, sexCodes } from './rule-codes.js';
import { SINCE_2023, type Rule } from './rule.js';

export const rule101: Rule = {
  code: '101',
  message: 'The child or young person’s reported sex is not valid.',
  years: SINCE_2023,
  modules: ['Header'],
  columns: ['SEX'],
  check: eachHeader('SEX', ({ cells }, year) => !sexCodes(year).has(cells.SEX ?? '')),
};

export const rule102: Rule = {
  code: '102',
  message: 'Date of birth is not a valid date.',
  years: SINCE_2023,
  modules: ['Header'],
  columns: ['DOB'],
  check: eachHeader('DOB', ({ dob }) => dob === undefined),
};

export const rule103: Rule = {
  code: '103',
  message: 'The ethnicity code is either not valid or has not been entered.',
  years: SINCE_2023,
  modules: ['Header'],
  columns: ['ETHNIC'],
  check: eachHeader('ETHNIC', ({ cells }) => !ETHNIC.has(cells.ETHNIC ?? '')),
};

/** Since the header has no UASC column, a row in the UASC file or none is the answer, and both are valid; a header that still has the column must answer 0 or 1. */
export const rule105: Rule = {
  code: '105',
  message: 'Data entry for Unaccompanied Asylum-Seeking Children (UASC) status of child is invalid or has not been completed.',
  years: SINCE_2023,
  modules: ['Header'],
  columns: ['UASC'],
  check: eachHeader('UASC', ({ cells: { UASC } }) => UASC !== undefined && UASC !== '0' && UASC !== '1'),
};

export const rule301: Rule = {
  code: '301',
  message: 'Date of birth falls after the year ended.',
  years: SINCE_2023,
  modules: ['Header'],
  columns: ['DOB'],
  check: eachHeader('DOB', ({ dob }, { last }) => dob !== undefined && dob > last),
};

export const ruleINT32: Rule = {
  code: 'INT32',
  message: 'Internal Check: Child should only exist once in Header.',
  years: SINCE_2023,
  modules: ['Header'],
  columns: ['CHILD'],
  check: ({ code, headers }, _year, report) => {
    if (code !== '' && headers.length > 1) for (const { row } of headers) report(row, 'CHILD');
  },
};

/** Rules on what a header says about the child. */
export const HEADER_RULES: readonly Rule[] = [rule101, rule102, rule103, rule105, rule301, ruleINT32];
