import { BETWEEN_MODULES_RULES } from './between-modules.rules.js';
import { collectionYear } from './collection-year.js';
import { EPISODE_CODE_RULES } from './episode-codes.rules.js';
import { EPISODE_DATE_RULES } from './episode-dates.rules.js';
import { EPISODE_ORDER_RULES } from './episode-order.rules.js';
import { HEADER_RULES } from './header.rules.js';
import { LEAVING_CARE_RULES } from './leaving-care.rules.js';
import { LEGAL_LIMIT_RULES } from './legal-limits.rules.js';
import type { Rule } from './rule.js';
import { WHAT_CHANGED_RULES } from './what-changed.rules.js';

const byNumber = (a: Rule, b: Rule): number => a.code.localeCompare(b.code, 'en', { numeric: true });

/** All rules that we run, in the order of their numbers. */
export const RULES: readonly Rule[] = [
  ...HEADER_RULES,
  ...EPISODE_CODE_RULES,
  ...EPISODE_DATE_RULES,
  ...EPISODE_ORDER_RULES,
  ...WHAT_CHANGED_RULES,
  ...LEGAL_LIMIT_RULES,
  ...LEAVING_CARE_RULES,
  ...BETWEEN_MODULES_RULES,
].sort(byNumber);

/** The rules that run for the collection that ends in `year`; years before 2023 use those of 2023. */
export const rulesInForce = (year: number): Rule[] => {
  const { rulesOf } = collectionYear(year);
  return RULES.filter(({ years }) => years.includes(rulesOf));
};

/** The rules as the API lists them. */
export const listedRules = (): { code: string; message: string; years: readonly number[] }[] =>
  RULES.map(({ code, message, years }) => ({ code, message, years }));
