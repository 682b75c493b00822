import type { Uuid } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { type ChildLine, lineColumns } from './child.store.js';
import { CHILDREN, IS_MINE, IS_SHUT, IS_TEAMS, WITH_VIEWER, isKnown, viewerOf } from './visibility.js';

export const CHILD_SCOPES = ['mine', 'team', 'authority', 'not-allocated'] as const;
export type ChildScope = (typeof CHILD_SCOPES)[number];

export const CHILD_SORTS = ['next-due', 'name', 'age', 'entered'] as const;
export type ChildSort = (typeof CHILD_SORTS)[number];

/** Which children, in which order, from which one on. `lookedAfter` undefined: in care or not. */
export type ChildrenWanted = Readonly<{ scope: ChildScope; lookedAfter?: boolean; sort: ChildSort; q?: string; ids?: readonly Uuid[]; cursor?: Uuid; limit: number }>;

/** A scope narrows what the person may know of; it never widens it. */
const IN_SCOPE: Readonly<Record<ChildScope, string>> = { mine: IS_MINE, team: IS_TEAMS, authority: 'true', 'not-allocated': 'c.worker_id is null' };

type Order = Readonly<{ keys: string; direction: 'asc' | 'desc' }>;

/** What orders a list, always ending with the id. A shut record comes where its own dates and name say nothing: at the end. */
const ORDERS: Readonly<Record<ChildSort, Order>> = {
  'next-due': { keys: `${IS_SHUT}, coalesce(c.next_due, 'infinity'::date), c.id`, direction: 'asc' },
  name: { keys: `${IS_SHUT}, c.surname is null, coalesce(c.surname, c.council_code), coalesce(c.forename, ''), c.id`, direction: 'asc' },
  age: { keys: `not ${IS_SHUT}, coalesce(c.birth_date, '-infinity'::date), c.id`, direction: 'desc' },
  entered: { keys: `${IS_SHUT}, coalesce(c.in_care_since, 'infinity'::date), c.id`, direction: 'asc' },
};

/** A reference or a council's code whole, or the beginning of a name: of a shut record the name finds nothing. */
const MATCHES = `($6::text is null or c.reference = upper($6) or upper(c.council_code) = upper($6)
  or (not ${IS_SHUT} and (lower(c.surname) like $7 or lower(c.forename) like $7 or lower(c.forename || ' ' || c.surname) like $7)))`;

const prefixOf = (q: string | undefined): string | null => (q === undefined ? null : `${q.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);

/** A page of the children, with how many there are in all: one query, whatever their number. */
export const childrenPage = async (tx: TenantTx, who: Who, wanted: ChildrenWanted): Promise<Readonly<{ lines: ChildLine[]; total: number }>> => {
  const { keys, direction } = ORDERS[wanted.sort];
  const narrowed = wanted.ids !== undefined || wanted.q !== undefined ? 'true' : IN_SCOPE[wanted.scope];
  const rows = await tx.query<(ChildLine & { total: number })[]>(
    `${WITH_VIEWER},
     listed as materialized (
       select c.id, row(${keys}) as place from ${CHILDREN}
       where c.tenant_id = $1 and ${isKnown(who)} and ${narrowed} and ($5::boolean is null or c.looked_after = $5) and ${MATCHES} and ($8::uuid[] is null or c.id = any($8))),
     page as (
       select l.id, l.place from listed l
       where $9::uuid is null or l.place ${direction === 'asc' ? '>' : '<'} (select row(${keys}) from ${CHILDREN} where c.tenant_id = $1 and c.id = $9)
       order by l.place ${direction} limit $10),
     counted as (select count(*)::int as total from listed)
     select ${lineColumns(who)}, n.total from counted n left join page p on true left join (${CHILDREN}) on c.tenant_id = $1 and c.id = p.id order by p.place ${direction}`,
    [...viewerOf(who), wanted.lookedAfter ?? null, wanted.q ?? null, prefixOf(wanted.q), wanted.ids ?? null, wanted.cursor ?? null, wanted.limit + 1],
  );
  return { lines: rows.filter(({ id }) => id !== null), total: rows[0]?.total ?? 0 };
};
