import type { LocalDate } from '@permanence/kernel/values';
import type { ChildRow, ClockRule, WorkGroupName, WorkItem, WorkKind } from '../../api/locality-hub.js';
import { type DueCell, type RuleCell, actionFor, actionHref, dueCell, ruleCell } from '../../children/due-row.js';
import { placementWords } from '../../words/codes.js';
import { ageWords, displayName } from '../../words/names.js';

export type WorkRow = Readonly<{ what: string; href: string; who: string; due: DueCell; rule: RuleCell | null }>;
export type Child = Extract<ChildRow, { kind: 'child' }>;

export const GROUP_TITLES: Readonly<Record<WorkGroupName, Readonly<{ title: string; order: string }>>> = {
  overdue: { title: 'Overdue', order: 'most late first' }, week: { title: 'Today and this week', order: 'earliest first' }, later: { title: 'Later', order: 'earliest first' },
};

export const KIND_WORDS: Readonly<Record<WorkKind, string>> = {
  reviews: 'Reviews', visits: 'Visits', plan: 'Permanence plans', health: 'Health', learning: 'Learning', homes: 'Homes', missing: 'Missing', 'return-home': 'Return home', 'leaving-care': 'Leaving care',
};

/** The kind in an address; one that does not exist shows everything. */
export const kindIn = (text: string | undefined): WorkKind | undefined => (Object.keys(KIND_WORDS) as WorkKind[]).find((kind) => kind === text);

/** What is to be done about whom, when and why. */
export const workRow = ({ due, child }: WorkItem, { today, clocks }: Readonly<{ today: LocalDate; clocks: readonly ClockRule[] }>): WorkRow => ({
  what: actionFor(due.clock, displayName(child)), href: actionHref(due.clock, child.id), who: whoWords(child, today), due: dueCell(due, today), rule: ruleCell(due.clock, clocks),
});

/** `Aged 6, foster carers in Biddulph`. */
export const whoWords = ({ born, home, worker }: Child, today: LocalDate): string => {
  const lives = home === null ? 'home not recorded' : [placementWords(home.placement, home.provider).toLowerCase(), home.place].filter((part) => part !== null).join(' in ');
  return [born === null ? 'Age not recorded' : `Aged ${ageWords(born, today).toLowerCase()}`, lives, ...(worker === null ? [] : [worker.name])].join(', ');
};
