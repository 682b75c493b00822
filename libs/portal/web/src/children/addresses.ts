import { withQuery } from '../frame/address.js';
import type { ChildScope, ChildSort, ChronologyKind } from '../api/locality-hub.js';

/** Addresses of the children's pages; every link to one is made here. */
export type ListAddress = Readonly<{ scope?: ChildScope; lookedAfter?: 'yes' | 'no' | 'all'; sort?: ChildSort; rows?: 500 }>;

export const CHILDREN = '/children';
export const childrenHref = (query: ListAddress = {}): string => withQuery(CHILDREN, query);
export const ALLOCATE = '/children/allocate';
/** What an allocation came to: a page that can be loaded again. */
export const allocatedHref = (worker: string, from: string, children: readonly string[]): string => `${withQuery(`${ALLOCATE}/done`, { worker, from })}${children.map((child) => `&child=${child}`).join('')}`;

/** The sections of a record, in the order of its sub-navigation (eight at most); the overview leads to the checks of the return. */
export const SECTIONS = [
  ['overview', 'Overview'], ['chronology', 'Chronology'], ['placements', 'Homes and legal status'], ['plan', 'Plan'], ['reviews', 'Reviews'], ['missing', 'Missing'], ['workers', 'Workers'], ['family', 'Family'],
] as const;
export type RecordSection = (typeof SECTIONS)[number][0] | 'findings' | 'access' | 'restriction' | 'withdrawal';

export const childHref = (id: string, section: RecordSection = 'overview'): string => (section === 'overview' ? `/children/${id}` : `/children/${id}/${section}`);
export const chronologyHref = (id: string, query: Readonly<{ kind?: ChronologyKind; order?: 'new' | 'old' }> = {}): string => withQuery(childHref(id, 'chronology'), query);
/** Where a row that its council states no more is taken out. */
export const withdrawalHref = (id: string, { module, year, key }: Readonly<{ module: string; year: number; key: string | null }>): string => withQuery(childHref(id, 'withdrawal'), { module, year, key: key ?? undefined });
/** To a rule's page, clocks and DfE rules alike. */
export const ruleHref = (rule: string): string => `/help/rules/${encodeURIComponent(rule)}`;
