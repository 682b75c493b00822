import { collectionYear } from './collection-year.js';
import { HEADER_RULES } from './header.rules.js';
import type { Rule } from './rule.js';

/** All rules that we run, in the order of their numbers. */
export const RULES: readonly Rule[] = [...HEADER_RULES].sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true }));

/** The rules that run for the collection that ends in `year`; years before 2023 use those of 2023. */
export const rulesInForce = (year: number): Rule[] => {
  const { rulesOf } = collectionYear(year);
  return RULES.filter(({ years }) => years.includes(rulesOf));
};

/** The rules as the API lists them. */
export const listedRules = (): { code: string; message: string; years: readonly number[] }[] => RULES.map(({ code, message, years }) => ({ code, message, years }));
