import type { LocalDate } from '@permanence/kernel/values';
import type { ChildRow, ChildScope, ChildSort, ClockRule, Me } from '../../api/locality-hub.js';
import type { CountedPage } from '../../api/problem.js';
import { type Paging, type Trail, pagingOf } from '../../frame/paging.js';
import type { View } from '../../frame/view.js';
import { legalWords, placementWords } from '../../words/codes.js';
import { monthYear } from '../../words/dates.js';
import { ageWords, displayName } from '../../words/names.js';
import { CHILDREN, type ListAddress, childHref, childrenHref, ruleHref } from '../addresses.js';
import { type DueCell, actionOf, dueCell } from '../due-row.js';

export type ListRow =
  | Readonly<{ kind: 'child'; id: string; name: string; href: string; about: string; lives: string; legal: string; worker: string | null; due: (DueCell & Readonly<{ what: string; ruleHref: string }>) | null; flags: readonly string[] }>
  | Readonly<{ kind: 'restricted'; reference: string; ask: string }>;
type ChildHome = Extract<ChildRow, { kind: 'child' }>['home'];
export type Choice = Readonly<{ value: string; text: string; selected: boolean }>;
export type ChildrenList = Readonly<{
  count: number; caption: string; filters: Readonly<{ scopes: readonly Choice[]; lookedAfter: readonly Choice[] }>; sort: ChildSort; sorts: readonly Readonly<{ text: string; href: string | null; sort: string | null }>[];
  rows: readonly ListRow[]; paging: Paging; empty: Readonly<{ text: string; clearHref: string | null }> | null; dropped: readonly string[]; mayAllocate: boolean; printHref: string | null;
}>;
export type ListFacts = Readonly<{ me: Me; today: LocalDate; query: ListChoice; children: CountedPage<ChildRow>; clocks: readonly ClockRule[]; trail: Trail }>;
/** The filter as it is asked for: what the address says, made whole. */
export type ListChoice = Readonly<{ scope: ChildScope; lookedAfter: 'yes' | 'no' | 'all'; sort: ChildSort; size: number; dropped: readonly string[] }>;

export const LIST_SIZE = 50;
/** As many as a list prints at once; so many are not chosen from, since their ids would not fit into an address. */
export const PRINT_SIZE = 500;

const SCOPES: Readonly<Record<ChildScope, string>> = { mine: 'My children', team: 'My team\'s children', authority: 'All of the council', 'not-allocated': 'Not allocated' };
const SORTS: Readonly<Record<ChildSort, string>> = { 'next-due': 'by next review, earliest first', name: 'by name', age: 'by age, youngest first', entered: 'by time in care, longest first' };
/** The filter in words: for those who hear the table and those who read it on paper. */
const IN_WORDS = { yes: 'in care now', no: 'no longer in care', all: 'in care now or before' } as const;
const LOOKED_AFTER = { yes: 'In care now', no: 'No longer in care', all: 'Both' } as const;

/** The scopes that this person may choose from; the first is what they get unasked. */
export const scopesOf = (me: Me): readonly ChildScope[] => {
  const reach = me.capabilities['child:list'];
  const allocates = me.capabilities['child:allocate-worker'] !== undefined;
  if (reach === 'own') return ['mine'];
  return [reach === 'authority' ? 'authority' : 'team', ...(allocates || reach === 'authority' ? ['not-allocated' as const] : [])];
};

/** Reads the address: a value that does not exist (any more) is dropped and named. */
export const listChoice = (me: Me, query: Readonly<Record<string, string | undefined>>): ListChoice => {
  const dropped: string[] = [];
  const oneOf = <T extends string>(name: string, allowed: readonly T[], otherwise: T): T => {
    const asked = query[name];
    if (asked === undefined || asked === '') return otherwise;
    const found = allowed.find((value) => value === asked);
    if (found === undefined) dropped.push(asked);
    return found ?? otherwise;
  };
  const scopes = scopesOf(me);
  return {
    scope: oneOf('scope', scopes, scopes[0] ?? 'mine'), lookedAfter: oneOf('lookedAfter', ['yes', 'no', 'all'] as const, 'yes'),
    sort: oneOf('sort', ['next-due', 'name', 'age', 'entered'] as const, 'next-due'), size: query['rows'] === String(PRINT_SIZE) ? PRINT_SIZE : LIST_SIZE, dropped,
  };
};

export const childrenListPage = (facts: ListFacts): View<ChildrenList> => {
  const { me, today, query, children, trail } = facts;
  const caption = `${SCOPES[query.scope]}, ${IN_WORDS[query.lookedAfter]}, ${SORTS[query.sort]}`;
  const address: ListAddress = { scope: query.scope, lookedAfter: query.lookedAfter, sort: query.sort };
  const asked: ListAddress = query.size === PRINT_SIZE ? { ...address, rows: PRINT_SIZE } : address;
  return {
    template: 'children/list/page.njk', title: 'Children', section: 'children', crumbs: [], print: { filter: caption.charAt(0).toLowerCase() + caption.slice(1) },
    page: {
      count: children.total, caption, sort: query.sort, sorts: sortsOf(asked),
      filters: { scopes: choices(scopesOf(me), SCOPES, query.scope), lookedAfter: choices(['yes', 'no', 'all'] as const, LOOKED_AFTER, query.lookedAfter) },
      rows: children.items.map((row) => listRow(row, today)), paging: pagingOf(children, query.size, trail, CHILDREN, { ...address, rows: asked.rows?.toString() }), dropped: query.dropped,
      empty: children.total > 0 ? null : emptyOf(query, me), mayAllocate: me.capabilities['child:allocate-worker'] !== undefined && query.size === LIST_SIZE,
      printHref: query.size === LIST_SIZE && children.total > LIST_SIZE ? childrenHref({ ...address, rows: PRINT_SIZE }) : null,
    },
  };
};

const choices = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>, chosen: T): readonly Choice[] => values.map((value) => ({ value, text: words[value], selected: value === chosen }));

const sortsOf = (address: ListAddress): ChildrenList['sorts'] => {
  const column = (text: string, sort: ChildSort, direction: string) => ({ text, href: childrenHref({ ...address, sort }), sort: address.sort === sort ? direction : null });
  const plain = (text: string) => ({ text, href: null, sort: null });
  return [column('Child', 'name', 'ascending'), plain('Lives with'), column('Legal status', 'entered', 'descending'), plain('Social worker'), column('Next review', 'next-due', 'ascending')];
};

const livesWords = (home: ChildHome): string =>
  home === null ? 'Not recorded' : [placementWords(home.placement, home.provider), home.place, home.since && `since ${monthYear(home.since)}`].filter((part) => part !== null).join(', ');

const listRow = (row: ChildRow, today: LocalDate): ListRow => {
  if (row.kind === 'restricted') return row;
  const { id, born, home, nextDue } = row;
  return {
    kind: 'child', id, name: displayName(row), href: childHref(id), about: [ageWords(born, today), row.name === null ? `council's number ${row.councilCode}` : row.reference].join(', '),
    lives: livesWords(home),
    legal: row.lookedAfter ? legalWords(row.legalStatus) : 'Not in care', worker: row.worker?.name ?? null,
    due: nextDue === null ? null : { ...dueCell(nextDue, today), what: actionOf(nextDue.clock), ruleHref: ruleHref(nextDue.clock) },
    flags: [...(row.restricted ? ['Restricted'] : []), ...(row.missingSince === null ? [] : ['Missing now'])],
  };
};

const emptyOf = ({ scope, lookedAfter }: ListChoice, me: Me): ChildrenList['empty'] => {
  if (scope === 'not-allocated') return { text: 'Every child has a worker.', clearHref: null };
  if (scope === 'mine' && lookedAfter === 'yes') return { text: 'No children are allocated to you. Your manager allocates.', clearHref: null };
  if (lookedAfter === 'yes' && me.capabilities['import:manage'] !== undefined) return { text: 'No children are on record yet. They come with the first files that you load.', clearHref: null };
  return { text: 'No child is in this list.', clearHref: lookedAfter === 'yes' ? null : childrenHref() };
};
