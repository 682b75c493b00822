import { type LocalDate, addDays } from '@permanence/kernel/values';
import type { ChildRow, ClockRule } from '../../api/locality-hub.js';
import type { CountedPage } from '../../api/problem.js';
import { ALLOCATE, childHref, childrenHref } from '../../children/addresses.js';
import { type DueCell, type RuleCell, actionOf, dueCell, ruleCell } from '../../children/due-row.js';
import { type Moment, inFull } from '../../frame/moment.js';
import type { View } from '../../frame/view.js';
import { dueSentence } from '../../words/due.js';
import { ageWords, displayName } from '../../words/names.js';
import { placementWords } from '../../words/codes.js';

export type WorkRow = Readonly<{ what: string; href: string; who: string; due: DueCell; rule: RuleCell | null }>;
export type WorkGroup = Readonly<{ id: string; title: string; count: number; caption: string; rows: readonly WorkRow[]; more: Readonly<{ href: string; text: string }> | null }>;
export type Unallocated = Readonly<{ count: number; rows: readonly Readonly<{ name: string; href: string; who: string; allocateHref: string }>[]; allHref: string }>;
export type MyWork = Readonly<{
  today: Moment; counts: readonly Readonly<{ count: number; words: string; href: string }>[]; unallocated: Unallocated | null; groups: readonly WorkGroup[];
  nothingOverdue: string | null; undated: Readonly<{ count: number; href: string }> | null; nobody: string | null;
}>;

export type MyWorkFacts = Readonly<{ today: LocalDate; scope: 'mine' | 'team'; children: CountedPage<ChildRow>; notAllocated: CountedPage<ChildRow> | null; clocks: readonly ClockRule[] }>;

type Child = Extract<ChildRow, { kind: 'child' }>;
type Dated = Child & Readonly<{ nextDue: NonNullable<Child['nextDue']> }>;

const LATER_SHOWN = 20;

/** What a worker or a manager has to do, late first; children without a worker before everything. */
export const myWorkPage = (facts: MyWorkFacts): View<MyWork> => {
  const rows = facts.children.items.filter((row): row is Child => row.kind === 'child');
  const dated = rows.filter((row): row is Dated => row.nextDue !== null).sort((a, b) => (a.nextDue.dueOn < b.nextDue.dueOn ? -1 : 1));
  const groups = groupsOf(dated, facts);
  const unallocated = unallocatedOf(facts);
  const undated = rows.length - dated.length;
  return {
    template: 'my-work/children/page.njk', title: 'My work', section: 'my-work', crumbs: [],
    page: {
      today: inFull(facts.today), unallocated, groups: groups.filter(({ count }) => count > 0), nothingOverdue: nothingOverdue(dated, groups, facts.today),
      counts: [...(unallocated === null ? [] : [{ count: unallocated.count, words: 'without a worker', href: '#unallocated' }]), ...groups.filter(({ count }) => count > 0).map(({ id, count, title }) => ({ count, words: title.toLowerCase(), href: `#${id}` }))],
      undated: undated === 0 ? null : { count: undated, href: childrenHref({ scope: facts.scope, sort: 'name' }) },
      nobody: rows.length > 0 ? null : facts.scope === 'mine' ? 'No children are allocated to you. Your manager allocates.' : 'No children are allocated to your team.',
    },
  };
};

const groupsOf = (dated: readonly Dated[], facts: MyWorkFacts): readonly WorkGroup[] => {
  const weekEnd = addDays(facts.today, 7);
  const group = (id: string, title: string, order: string, belongs: (dueOn: LocalDate) => boolean, shown = Infinity): WorkGroup => {
    const all = dated.filter(({ nextDue }) => belongs(nextDue.dueOn));
    const hidden = all.length - Math.min(all.length, shown);
    return {
      id, title, count: all.length, caption: `${title}, ${order}`, rows: all.slice(0, shown).map((child) => workRow(child, facts)),
      more: hidden === 0 ? null : { href: childrenHref({ scope: facts.scope, sort: 'next-due' }), text: `Show ${String(hidden)} more` },
    };
  };
  return [
    group('overdue', 'Overdue', 'most late first', (dueOn) => dueOn < facts.today),
    group('week', 'Today and this week', 'earliest first', (dueOn) => dueOn >= facts.today && dueOn <= weekEnd),
    group('later', 'Later', 'earliest first', (dueOn) => dueOn > weekEnd, LATER_SHOWN),
  ];
};

const workRow = (child: Dated, { today, clocks }: MyWorkFacts): WorkRow => ({
  what: `${actionOf(child.nextDue.clock)} of ${displayName(child)}`, href: childHref(child.id, 'reviews'), who: whoWords(child, today),
  due: dueCell(child.nextDue, today), rule: ruleCell(child.nextDue.clock, clocks),
});

/** `Aged 6, foster carers in Biddulph`. */
const whoWords = ({ born, home, worker }: Child, today: LocalDate): string => {
  const lives = home === null ? 'home not recorded' : [placementWords(home.placement, home.provider).toLowerCase(), home.place].filter((part) => part !== null).join(' in ');
  return [born === null ? 'Age not recorded' : `Aged ${ageWords(born, today).toLowerCase()}`, lives, ...(worker === null ? [] : [worker.name])].join(', ');
};

const unallocatedOf = ({ notAllocated, today }: MyWorkFacts): Unallocated | null => {
  if (notAllocated === null || notAllocated.total === 0) return null;
  const rows = notAllocated.items.filter((row): row is Child => row.kind === 'child').slice(0, LATER_SHOWN);
  return {
    count: notAllocated.total, allHref: childrenHref({ scope: 'not-allocated' }),
    rows: rows.map((child) => ({ name: displayName(child), href: childHref(child.id), who: whoWords(child, today), allocateHref: `${ALLOCATE}?child=${child.id}` })),
  };
};

const nothingOverdue = (dated: readonly Dated[], groups: readonly WorkGroup[], today: LocalDate): string | null => {
  const [next] = dated;
  if (next === undefined || (groups[0]?.count ?? 0) > 0) return null;
  return `Nothing is overdue. Next: ${actionOf(next.nextDue.clock).toLowerCase()} of ${displayName(next)}, ${dueSentence(next.nextDue.dueOn, today, next.nextDue.workingDaysLeft)}.`;
};
