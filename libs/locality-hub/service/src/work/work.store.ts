import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { WorkGroup } from '@permanence/locality-hub/domain';
import type { Who } from '@permanence/platform/identity';
import type { TenantTx } from '@permanence/platform/tenant-db';
import type { ClockId } from '@permanence/statutory-clocks/catalogue';
import { type ChildLine, lineColumns } from '../children/child.store.js';
import { CHILDREN, IS_MINE, IS_SHUT, IS_TEAMS, WITH_VIEWER, inReach, viewerOf } from '../children/visibility.js';

export const WORK_SCOPES = ['mine', 'team', 'council'] as const;
export type WorkScope = (typeof WORK_SCOPES)[number];

/** Whose work, of which clocks, as of which day; `after` is the row seen last of one group. */
export type WorkWanted = Readonly<{ scope: WorkScope; clocks: readonly ClockId[]; today: LocalDate; weekEnd: LocalDate; group?: WorkGroup; after?: WorkPlace; limit: number }>;

/** Where a row stands in its group: its day, then the clock itself. */
export type WorkPlace = Readonly<{ dueOn: LocalDate; childId: Uuid; clock: ClockId; startedOn: LocalDate }>;

/** A date to keep, with its child's line, and how many its group has in all. */
export type WorkLine = ChildLine & Readonly<{ clock: ClockId; startedOn: LocalDate; dueOn: LocalDate; workGroup: WorkGroup; total: number }>;

/** A scope narrows what the person may know of; it never widens it. */
const IN_SCOPE: Readonly<Record<WorkScope, string>> = { mine: IS_MINE, team: IS_TEAMS, council: 'true' };

/** Nobody works on a record that is shut to them. */
const seenBy = (who: Who, scope: WorkScope): string => `${inReach(who)} and not ${IS_SHUT} and ${IN_SCOPE[scope]}`;

const GROUP = `case when k.due_on < $5 then 'overdue' when k.due_on <= $6 then 'week' else 'later' end`;

/** Running clocks of those in scope: `$5` today, `$6` the end of the week, `$7` the clocks asked for. */
const open = (who: Who, scope: WorkScope): string => `
  open as materialized (
    select k.child_id, k.clock_id, k.started_on, k.due_on, ${GROUP} as work_group
    from ${CHILDREN} join clock k on k.tenant_id = c.tenant_id and k.child_id = c.id and k.met_on is null and not k.void and k.clock_id = any($7)
    where c.tenant_id = $1 and ${seenBy(who, scope)})`;

/** The first rows of each group, or the rows of one after a place: one query, whatever their number. */
export const workPage = (tx: TenantTx, who: Who, { scope, clocks, today, weekEnd, group, after, limit }: WorkWanted): Promise<WorkLine[]> =>
  tx.query<WorkLine[]>(
    `${WITH_VIEWER}, ${open(who, scope)},
     counted as (select work_group, count(*)::int as total from open group by work_group),
     placed as (
       select o.*, row_number() over (partition by o.work_group order by o.due_on, o.child_id, o.clock_id, o.started_on) as place from open o
       where ($8::text is null or o.work_group = $8) and ($9::date is null or (o.due_on, o.child_id, o.clock_id, o.started_on) > ($9::date, $10::uuid, $11::text, $12::date)))
     select ${lineColumns(who)}, p.clock_id as clock, p.started_on as "startedOn", p.due_on as "dueOn", p.work_group as "workGroup", n.total
     from placed p join counted n on n.work_group = p.work_group join (${CHILDREN}) on c.tenant_id = $1 and c.id = p.child_id
     where p.place <= $13 order by p.due_on, p.child_id, p.clock_id, p.started_on`,
    [...viewerOf(who), today, weekEnd, clocks, group ?? null, after?.dueOn ?? null, after?.childId ?? null, after?.clock ?? null, after?.startedOn ?? null, limit],
  );

/** What one worker, or a team, has to do. */
export type WorkCounts = Readonly<{ id: string | null; name: string | null; team: string | null; overdue: number; week: number; later: number }>;

/** Counts by worker, or by team for a whole council; those with most that is late first. */
export const workCounts = (tx: TenantTx, who: Who, { scope, clocks, today, weekEnd }: Omit<WorkWanted, 'limit'>): Promise<WorkCounts[]> => {
  const by = scope === 'council' ? `null::text as id, null::text as name, w.team` : `w.id::text as id, w.forename || ' ' || w.surname as name, w.team`;
  return tx.query<WorkCounts[]>(
    `${WITH_VIEWER}, ${open(who, scope)}
     select ${by}, count(*) filter (where o.work_group = 'overdue')::int as overdue, count(*) filter (where o.work_group = 'week')::int as week, count(*) filter (where o.work_group = 'later')::int as later
     from open o join (${CHILDREN}) on c.tenant_id = $1 and c.id = o.child_id group by 1, 2, 3 order by overdue desc, week desc, name, team nulls last limit 200`,
    [...viewerOf(who), today, weekEnd, clocks],
  );
};

/** Children in scope and in care of whom no date at all is known, and those who are missing. */
export const workWithoutDates = async (tx: TenantTx, who: Who, scope: WorkScope): Promise<Readonly<{ undated: number; missing: readonly ChildLine[] }>> => {
  const [counted] = await tx.query<{ n: number }[]>(
    `${WITH_VIEWER} select count(*)::int as n from ${CHILDREN} where c.tenant_id = $1 and c.looked_after and ${seenBy(who, scope)}
       and not exists (select from clock k where k.tenant_id = c.tenant_id and k.child_id = c.id and k.met_on is null and not k.void)`,
    [...viewerOf(who)],
  );
  const missing = await tx.query<ChildLine[]>(
    `${WITH_VIEWER} select ${lineColumns(who)} from ${CHILDREN} where c.tenant_id = $1 and c.missing_since is not null and ${seenBy(who, scope)} order by c.missing_since, c.id limit 100`,
    [...viewerOf(who)],
  );
  return { undated: counted?.n ?? 0, missing };
};
