import type { LocalDate } from '@permanence/kernel/values';
import type { ClockRule, Due } from '../api/locality-hub.js';
import { dueWords } from '../words/due.js';
import { sentence } from '../words/numbers.js';
import { ruleHref } from './addresses.js';

/** The law as people cite it among themselves; the rule's own page has it in full. */
const briefSource = (source: string): string => source.replace('Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959,', 'Care Planning Regulations 2010,');

/** When, and why: the two columns that stand the same on every page. */
export type DueCell = Readonly<{ lead: string; rest: string; iso: string; late: boolean }>;
export type RuleCell = Readonly<{ words: string; source: string; href: string }>;

export const dueCell = ({ dueOn, workingDaysLeft }: Due, today: LocalDate): DueCell => {
  const words = dueWords(dueOn, today, workingDaysLeft);
  return { ...words, lead: sentence(words.lead), iso: dueOn };
};

/** Why: the rule in a sentence, its source linked to the rule's own page. */
export const ruleCell = (clock: string, clocks: readonly ClockRule[]): RuleCell | null => {
  const rule = clocks.find(({ id }) => id === clock);
  return rule === undefined ? null : { words: rule.interval, source: briefSource(rule.source), href: ruleHref(rule.id) };
};

const ACTIONS: Readonly<Record<string, string>> = { C13: 'Hold the first review', C14: 'Hold the second review', C15: 'Hold the next review', C16: 'Hold the review of the year' };

/** What to do about a clock, verb first. */
export const actionOf = (clock: string): string => ACTIONS[clock] ?? 'See to what is due';
