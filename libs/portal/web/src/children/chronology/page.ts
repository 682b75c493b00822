import { type LocalDate, monthOf } from '@permanence/kernel/values';
import type { AboutChild, ChronologyEntry, ChronologyKind } from '../../api/locality-hub.js';
import type { CountedPage } from '../../api/problem.js';
import { type Moment, dayInFull, inFull } from '../../frame/moment.js';
import { type Paging, type Trail, pagingOf } from '../../frame/paging.js';
import type { View } from '../../frame/view.js';
import { monthYear } from '../../words/dates.js';
import { roleWords } from '../../words/names.js';
import { childHref } from '../addresses.js';
import { type RecordFrame, recordView } from '../record.js';
import { entryWords } from './entry-words.js';

export type Entry = Readonly<{
  what: string; who: string | null; on: Moment; kind: string; text: string | null; source: string | null;
  corrections: readonly Readonly<{ at: Moment; who: string; was: string; now: string | null; source: string | null }>[];
}>;
export type Chronology = Readonly<{
  count: number; action: string; kinds: readonly Readonly<{ value: string; text: string; selected: boolean }>[]; orders: readonly Readonly<{ value: string; text: string; selected: boolean }>[];
  months: readonly Readonly<{ id: string; title: string; entries: readonly Entry[] }>[]; paging: Paging; empty: string | null;
}>;
export type ChronologyChoice = Readonly<{ kind: ChronologyKind | undefined; order: 'new' | 'old' }>;

export const CHRONOLOGY_SIZE = 20;

const KINDS: Readonly<Record<ChronologyKind, string>> = {
  care: 'Into and out of care', legal: 'Legal status', home: 'Homes', review: 'Reviews', visit: 'Visits', plan: 'Permanence plan', health: 'Health', learning: 'Learning', missing: 'Missing', worker: 'Workers', adoption: 'Adoption', 'leaving-care': 'Leaving care', person: 'Facts about the child', restriction: 'Restriction', import: 'Files loaded',
};

/** Reads the address; a kind that does not exist shows everything. */
export const chronologyChoice = (query: Readonly<{ kind?: string; order?: string }>): ChronologyChoice => ({
  kind: (Object.keys(KINDS) as ChronologyKind[]).find((kind) => kind === query.kind), order: query.order === 'old' ? 'old' : 'new',
});

/** What happened, under the day on which it happened; a correction inside the entry that it corrects. */
export const chronologyPage = (facts: Readonly<{ chronology: AboutChild & CountedPage<ChronologyEntry>; today: LocalDate; choice: ChronologyChoice; trail: Trail }>): View<RecordFrame & Chronology> => {
  const { chronology, choice } = facts;
  const path = childHref(chronology.child.id, 'chronology');
  return recordView('chronology', 'Chronology', chronology.child, facts.today, {
    count: chronology.total, action: path,
    kinds: [{ value: '', text: 'Everything', selected: choice.kind === undefined }, ...Object.entries(KINDS).map(([value, text]) => ({ value, text, selected: value === choice.kind }))],
    orders: [{ value: 'new', text: 'Newest first', selected: choice.order === 'new' }, { value: 'old', text: 'Oldest first', selected: choice.order === 'old' }],
    months: monthsOf(chronology.items), paging: pagingOf(chronology, CHRONOLOGY_SIZE, facts.trail, path, { kind: choice.kind, order: choice.order }),
    empty: chronology.total > 0 ? null : choice.kind === undefined ? 'Nothing has been recorded yet. Entries come from the council\'s files and from what is done here.' : 'No entry is of this kind.',
  }, `${choice.kind === undefined ? 'everything' : KINDS[choice.kind]}, ${choice.order === 'new' ? 'newest' : 'oldest'} first`);
};

const monthsOf = (entries: readonly ChronologyEntry[]): Chronology['months'] => {
  const months = new Map<string, Entry[]>();
  for (const entry of entries) months.set(monthOf(entry.on), [...(months.get(monthOf(entry.on)) ?? []), entryOf(entry)]);
  return [...months].map(([month, all]) => ({ id: `m${month}`, title: monthYear(`${month}-01` as LocalDate), entries: all }));
};

const whoWords = (by: ChronologyEntry['by']): string | null => (by === null ? null : `${by.name}, ${roleWords(by.role)}`);
const plain = (type: string, data: Readonly<Record<string, unknown>>): string => {
  const { what, text } = entryWords(type, data);
  return text === null ? what : `${what}. ${text}`;
};

/** One entry; corrections say what it said before and what it should say. */
export const entryOf = (entry: ChronologyEntry): Entry => ({
  ...entryWords(entry.type, entry.data), who: whoWords(entry.by), on: inFull(entry.on), kind: KINDS[entry.kind], source: entry.source,
  corrections: entry.corrections.map((correction, at) => ({
    at: dayInFull(correction.recordedAt), who: whoWords(correction.by) ?? 'a file', source: correction.source,
    was: plain(entry.type, at === 0 ? entry.data : (entry.corrections[at - 1]?.data ?? entry.data)), now: correction.withdrawn ? null : plain(entry.type, correction.data),
  })),
});
