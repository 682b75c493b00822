import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { HardToPlace, NextStepCode, PermanenceRoute, PlanStatus, TrackerStep } from '@permanence/locality-hub/domain';
import type { Who } from '@permanence/platform/identity';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { type ChildLine, lineColumns } from '../children/child.store.js';
import { CHILDREN, IS_SHUT, WITH_VIEWER, isKnown, viewerOf } from '../children/visibility.js';

export const TRACKER_SORTS = ['next-due', 'weeks', 'name'] as const;
export type TrackerSort = (typeof TRACKER_SORTS)[number];

/** Which children in care, in which order, as of which day. A filter that is absent does not filter. */
export type TrackerWanted = Readonly<{
  today: LocalDate; sort: TrackerSort; q?: string; team?: string; worker?: Uuid; route?: PermanenceRoute; next?: NextStepCode; settled?: boolean;
  noPlan?: boolean; noParallel?: boolean; late?: boolean; harder?: boolean; cursor?: Uuid; limit: number;
}>;

/** A child's line in lists with its line in the tracker. */
export type TrackedLine = ChildLine & Readonly<{
  team: string | null; status: PlanStatus | null; primaryRoute: PermanenceRoute | null; parallels: readonly PermanenceRoute[] | null; agreedOn: LocalDate | null; planDueOn: LocalDate | null;
  missingAtSecondReview: boolean | null; steps: readonly TrackerStep[] | null; nextCode: NextStepCode | null; nextDueOn: LocalDate | null; ownerId: Uuid | null; ownerName: string | null; blocker: string | null;
  reviews: number | null; harder: readonly HardToPlace[] | null; isOfHarderAge: boolean; stuckOn: LocalDate | null;
}>;

const TRACKED = `${CHILDREN} left join tracker_row t on t.tenant_id = c.tenant_id and t.child_id = c.id`;

/** 5 years or over on the day asked; the birthday of 29 February falls on the 28th in other years. */
const OF_HARDER_AGE = `coalesce(c.birth_date + interval '5 years' <= $5, false)`;

/** Since when the child has been looked for too long, as the region told: until a match, a home, an order or another agreed plan, in this time in care. */
const STUCK_ON = `(select s.stuck_on from stuck_child s where s.tenant_id = c.tenant_id and s.child_id = c.id and s.stuck_on > greatest(c.in_care_since, t.agreed_on) and t.status <> 'achieved'
    and not exists (select from jsonb_array_elements(t.steps) e where e->>'code' in ('match', 'placed', 'order-made', 'long-term-match')))`;

const COLUMNS = `w.team, t.status, t.primary_route as "primaryRoute", t.parallels, t.agreed_on as "agreedOn", t.plan_due_on as "planDueOn", t.missing_at_second_review as "missingAtSecondReview", t.steps,
  t.next_code as "nextCode", t.next_due_on as "nextDueOn", o.id as "ownerId", concat_ws(' ', nullif(o.forename, ''), o.surname) as "ownerName", t.blocker, t.reviews, t.harder, ${OF_HARDER_AGE} as "isOfHarderAge", ${STUCK_ON} as "stuckOn"`;

/** What orders the list, always ending with the id. A shut record comes at the end, where its own dates and name say nothing. */
const ORDERS: Readonly<Record<TrackerSort, string>> = {
  'next-due': `${IS_SHUT}, coalesce(t.next_due_on, 'infinity'::date), c.id`,
  weeks: `${IS_SHUT}, coalesce(c.in_care_since, 'infinity'::date), c.id`,
  name: `${IS_SHUT}, c.surname is null, coalesce(c.surname, c.council_code), coalesce(c.forename, ''), c.id`,
};

/** What is known of a shut record's plan finds nothing. */
const seen = (condition: string): string => `(not ${IS_SHUT} and coalesce(${condition}, false))`;

const FILTERS = [
  `($6::text is null or c.reference = upper($6) or upper(c.council_code) = upper($6) or ${seen(`lower(c.surname) like $7 or lower(c.forename) like $7 or lower(c.forename || ' ' || c.surname) like $7`)})`,
  `($8::text is null or w.team = $8)`,
  `($9::uuid is null or c.worker_id = $9)`,
  `($10::text is null or ${seen('t.primary_route = $10')})`,
  `($11::text is null or ${seen('t.next_code = $11')})`,
  `($12::boolean is null or ${seen(`(t.status = 'achieved') = $12`)})`,
  `($13::boolean is not true or ${seen('t.plan_due_on < $5')})`,
  `($14::boolean is not true or ${seen(`t.primary_route is not null and t.status <> 'achieved' and cardinality(t.parallels) = 0`)})`,
  `($15::boolean is not true or ${seen('t.next_due_on < $5')})`,
  `($16::boolean is not true or ${seen(`cardinality(t.harder) > 0 or ${OF_HARDER_AGE}`)})`,
].join(' and ');

const prefixOf = (q: string | undefined): string | null => (q === undefined ? null : `${q.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);

const valuesOf = (who: Who, { today, q, team, worker, route, next, settled, noPlan, noParallel, late, harder, cursor, limit }: TrackerWanted): unknown[] =>
  [...viewerOf(who), today, q, prefixOf(q), team, worker, route, next, settled, noPlan, noParallel, late, harder, cursor, limit + 1].map((value) => value ?? null);

/** A page of the tracker, one row more than the limit, and how many there are in all: one query, whatever their number. */
export const trackerPage = async (tx: TenantTx, who: Who, wanted: TrackerWanted): Promise<Readonly<{ lines: TrackedLine[]; total: number }>> => {
  const keys = ORDERS[wanted.sort];
  const rows = await tx.query<(TrackedLine & { total: number })[]>(
    `${WITH_VIEWER},
     listed as materialized (select c.id, row(${keys}) as place from ${TRACKED} where c.tenant_id = $1 and c.looked_after and ${isKnown(who)} and ${FILTERS}),
     page as (
       select l.id, l.place from listed l
       where $17::uuid is null or l.place > (select row(${keys}) from ${TRACKED} where c.tenant_id = $1 and c.id = $17) order by l.place limit $18),
     counted as (select count(*)::int as total from listed)
     select ${lineColumns(who)}, ${COLUMNS}, n.total
     from counted n left join page p on true left join (${TRACKED}) on c.tenant_id = $1 and c.id = p.id left join worker o on o.tenant_id = $1 and o.id = t.next_owner_id order by p.place`,
    valuesOf(who, wanted),
  );
  return { lines: rows.filter(({ id }) => id !== null), total: rows[0]?.total ?? 0 };
};

export type WorkerChoice = Readonly<{ id: Uuid; forename: string; surname: string; team: string | null }>;

/** The workers of the children whom the person may know of. */
export const workersInReach = (tx: TenantTx, who: Who): Promise<WorkerChoice[]> =>
  tx.query<WorkerChoice[]>(`${WITH_VIEWER} select distinct w.id, w.forename, w.surname, w.team from ${CHILDREN} where c.tenant_id = $1 and c.looked_after and w.id is not null and ${isKnown(who)} order by w.surname, w.forename, w.id`, [...viewerOf(who)]);
