import type { LocalDate } from '@permanence/kernel/values';
import type { ChildRow, Work, WorkGroup, WorkKind } from '../../api/locality-hub.js';
import type { CountedPage } from '../../api/problem.js';
import { ALLOCATE, childHref, childrenHref } from '../../children/addresses.js';
import { actionFor } from '../../children/due-row.js';
import { type Moment, inFull } from '../../frame/moment.js';
import { type Table, num, table } from '../../frame/table.js';
import type { View } from '../../frame/view.js';
import { dueSentence } from '../../words/due.js';
import { displayName } from '../../words/names.js';
import { whole } from '../../words/numbers.js';
import { MY_ALERTS } from '../../alerts/addresses.js';
import { CALENDAR, HOME, WORK, workGroupHref, workHref } from '../addresses.js';
import type { WaitingMoment } from '../waiting/rows.js';
import { type WaitingParts, waitingParts } from '../waiting/section.js';
import type { Waiting } from '../waiting/waiting.js';
import { type Child, GROUP_TITLES, KIND_WORDS, type WorkRow, whoWords, workRow } from './rows.js';

export type WorkGroupPart = Readonly<{ id: string; title: string; count: number; caption: string; rows: readonly WorkRow[]; more: Readonly<{ href: string; text: string }> | null }>;
export type ListedChild = Readonly<{ name: string; href: string; who: string }>;
export type Unallocated = Readonly<{ count: number; rows: readonly (ListedChild & Readonly<{ allocateHref: string }>)[]; allHref: string }>;
export type MyWork = Pick<WaitingParts, 'waiting' | 'late'> & Readonly<{
  today: Moment; counts: readonly Readonly<{ count: number; words: string; href: string }>[]; missing: readonly (ListedChild & Readonly<{ since: string }>)[]; unallocated: Unallocated | null;
  groups: readonly WorkGroupPart[]; nothingOverdue: string | null; undated: Readonly<{ count: number; href: string }> | null; nobody: string | null;
  kinds: readonly Readonly<{ value: string; text: string; selected: boolean }>[]; action: string; filtered: boolean; clearHref: string; people: Table | null; calendarHref: string; heading: string; againHref: string; myAlertsHref: string | null;
}>;

/** `worksWithChildren`: somebody whose own children there are, and who is told of emergency access to them. */
export type MyWorkFacts = WaitingMoment & Readonly<{ work: Work; notAllocated: CountedPage<ChildRow> | null; waiting: Waiting; worksWithChildren: boolean; kind?: WorkKind | undefined }>;

const UNALLOCATED_SHOWN = 20;
const NOBODY: Readonly<Record<Work['scope'], string>> = {
  mine: 'No children are allocated to you. Your manager allocates.', team: 'No children are allocated to your team.', council: 'No children are in care in your council\'s records.',
};

/** What a worker, a team or a council has to do: who is missing and who has no worker before everything, then what is late. */
export const myWorkPage = (facts: MyWorkFacts): View<MyWork> => {
  const { work, today, kind } = facts;
  const council = work.scope === 'council';
  const [heading, path] = council ? (['What is due in the council', WORK] as const) : (['My work', HOME] as const);
  const unallocated = unallocatedOf(facts);
  const groups = work.groups.map((group) => groupOf(group, facts)).filter(({ count }) => count > 0);
  const { waiting, late } = waitingParts(facts.waiting, facts);
  return {
    template: 'my-work/due/page.njk', title: heading, section: 'my-work', crumbs: council ? [{ text: 'My work', href: HOME }] : [],
    page: {
      today: inFull(today), heading, unallocated, waiting, late, groups, nothingOverdue: nothingOverdue(facts), missing: missingOf(facts), counts: countsOf(facts, { unallocated, waiting }, groups), undated: undatedOf(work), nobody: nobodyOf(facts),
      kinds: [{ value: '', text: 'Everything', selected: kind === undefined }, ...Object.entries(KIND_WORDS).map(([value, text]) => ({ value, text, selected: value === kind }))],
      action: path, filtered: kind !== undefined, clearHref: workHref({}, path), people: peopleOf(work), calendarHref: CALENDAR, againHref: workHref({ kind }, path), myAlertsHref: facts.worksWithChildren && work.scope === 'mine' ? MY_ALERTS : null,
    },
  };
};

const missingOf = ({ work, today }: MyWorkFacts): MyWork['missing'] =>
  work.missing.map((child) => ({ ...listed(child, today), href: childHref(child.id, 'missing'), since: child.missingSince === null ? '' : inFull(child.missingSince).words }));

const countsOf = ({ work }: MyWorkFacts, { unallocated, waiting }: Pick<MyWork, 'unallocated' | 'waiting'>, groups: readonly WorkGroupPart[]): MyWork['counts'] => [
  ...(work.missing.length === 0 ? [] : [{ count: work.missing.length, words: 'missing now', href: '#missing-now' }]),
  ...(unallocated === null ? [] : [{ count: unallocated.count, words: 'without a worker', href: '#unallocated' }]),
  ...(waiting === null ? [] : [{ count: waiting.count, words: 'to sign or decide', href: '#waiting' }]),
  ...groups.map(({ id, count, title }) => ({ count, words: title.toLowerCase(), href: `#${id}` })),
];

const undatedOf = ({ undated, scope }: Work): MyWork['undated'] => (undated === 0 || scope === 'council' ? null : { count: undated, href: childrenHref({ scope, sort: 'name' }) });

const nobodyOf = ({ work, kind }: MyWorkFacts): string | null => {
  const somebody = work.undated > 0 || work.missing.length > 0 || work.groups.some(({ total }) => total > 0);
  return somebody || kind !== undefined ? null : NOBODY[work.scope];
};

const groupOf = ({ group, total, items, next }: WorkGroup, facts: MyWorkFacts): WorkGroupPart => {
  const { title, order } = GROUP_TITLES[group];
  return {
    id: group, title, count: total, caption: `${title}, ${order}`, rows: items.map((item) => workRow(item, facts)),
    more: next === null ? null : { href: workGroupHref(group, { kind: facts.kind, cursor: next }), text: `Show ${String(total - items.length)} more` },
  };
};

const listed = (child: Child, today: LocalDate): ListedChild => ({ name: displayName(child), href: childHref(child.id), who: whoWords(child, today) });

const unallocatedOf = ({ notAllocated, today }: MyWorkFacts): Unallocated | null => {
  if (notAllocated === null || notAllocated.total === 0) return null;
  const rows = notAllocated.items.filter((row): row is Child => row.kind === 'child').slice(0, UNALLOCATED_SHOWN);
  return { count: notAllocated.total, allHref: childrenHref({ scope: 'not-allocated' }), rows: rows.map((child) => ({ ...listed(child, today), allocateHref: `${ALLOCATE}?child=${child.id}` })) };
};

const nothingOverdue = ({ work, today }: MyWorkFacts): string | null => {
  const first = work.groups.find(({ items }) => items.length > 0);
  const [next] = first?.items ?? [];
  if (next === undefined || first?.group === 'overdue') return null;
  const action = actionFor(next.due.clock, displayName(next.child));
  return `Nothing is overdue. Next: ${action.charAt(0).toLowerCase()}${action.slice(1)}, ${dueSentence(next.due.dueOn, today, next.due.workingDaysLeft)}.`;
};

/** Who has how much to do: workers of a team, teams of a council. */
const peopleOf = ({ scope, counts }: Work): Table | null => {
  if (counts.length === 0) return null;
  const who = scope === 'team' ? 'Worker' : 'Team';
  return table(`${who}s, most that is late first`, [who, num('Overdue'), num('Today and this week'), num('Later')],
    counts.map(({ name, team, overdue, week, later }) => [name ?? team ?? 'Without a worker', overdue === 0 ? '0' : { text: whole(overdue), late: true }, whole(week), whole(later)]), true);
};
