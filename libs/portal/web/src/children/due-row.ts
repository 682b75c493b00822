import type { LocalDate } from '@permanence/kernel/values';
import type { ChronologyKind, ClockRule, Due } from '../api/locality-hub.js';
import { dueWords } from '../words/due.js';
import { sentence } from '../words/numbers.js';
import { type RecordSection, childHref, chronologyHref, ruleHref } from './addresses.js';

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

/** What to do about a clock, verb first; what joins it to a name, and the section of the record that shows it. */
type Action = Readonly<{ words: string; joint: string; section: RecordSection; kind?: ChronologyKind }>;

const review = (words: string): Action => ({ words, joint: 'of', section: 'reviews' });
const listed = (words: string, joint: string, kind: ChronologyKind): Action => ({ words, joint, section: 'chronology', kind });
const VISIT = listed('Visit', '', 'visit');

const ACTIONS: Readonly<Record<string, Action>> = {
  C13: review('Hold the first review'), C14: review('Hold the second review'), C15: review('Hold the next review'), C16: review('Hold the review of the year'),
  C01: listed('Make the first visit', 'to', 'visit'), C02: VISIT, C03: VISIT, C04: VISIT, C05: VISIT, C06: VISIT, C07: VISIT, C08: VISIT, C09: VISIT, C11: VISIT, C10: listed('Make the extra visit', 'to', 'visit'),
  C18: { words: 'Agree a permanence plan', joint: 'for', section: 'plan' },
  C21: listed('Tell the health team', 'about', 'health'), C22: listed('Hold the first health assessment', 'of', 'health'), C23: listed('Book a health assessment', 'for', 'health'),
  C24: listed('Ask for a dental check', 'for', 'health'), C25: listed('Send the strengths and difficulties form', 'for', 'health'),
  C26: listed('Hold the first education plan meeting', 'for', 'learning'), C27: listed('Hold the education plan meeting', 'for', 'learning'),
  C32: { words: 'Hold the return interview', joint: 'with', section: 'missing' }, C36: listed('Record how the return home went', 'for', 'care'),
  C37: listed('Write the pathway plan', 'of', 'leaving-care'), C38: listed('Assess what is needed for the pathway plan', 'of', 'leaving-care'), C39: listed('Review the pathway plan', 'of', 'leaving-care'),
};
const OTHER: Action = { words: 'See to what is due', joint: 'for', section: 'overview' };

/** What to do about a clock, verb first. */
export const actionOf = (clock: string): string => (ACTIONS[clock] ?? OTHER).words;

/** The same with whom it is about: `Visit Bryony Castell`. */
export const actionFor = (clock: string, name: string): string => {
  const { words, joint } = ACTIONS[clock] ?? OTHER;
  return [words, joint, name].filter((part) => part !== '').join(' ');
};

/** Where the record shows what a clock is about. */
export const actionHref = (clock: string, child: string): string => {
  const { section, kind } = ACTIONS[clock] ?? OTHER;
  return kind === undefined ? childHref(child, section) : chronologyHref(child, { kind });
};
