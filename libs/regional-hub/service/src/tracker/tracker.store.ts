import { type HARDER_REASONS, type SearchStage, TRACKER_STATUSES, type TrackedPlan, type TrackerReference, type TrackerStatus } from '@permanence/regional-hub/domain';
import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';

export const TRACKER_SORTS = ['waiting', 'next', 'entered'] as const;
export type TrackerSort = (typeof TRACKER_SORTS)[number];

/** Those whose way has not ended. */
export const ON_THE_WAY: readonly TrackerStatus[] = TRACKER_STATUSES.filter((status) => status !== 'permanence-achieved' && status !== 'left-care');

/** Which rows, in which order, from which one on. `harder`: only children who are harder to place; `reason` and `stage` ask for them too. */
export type TrackerWanted = Readonly<{
  today: LocalDate; authority?: TenantId; statuses: readonly TrackerStatus[]; plan?: TrackedPlan; harder: boolean; reason?: (typeof HARDER_REASONS)[number]; stage?: SearchStage; sort: TrackerSort;
  after?: TrackerReference; reference?: TrackerReference; limit: number; perStatus?: number;
}>;

/** A row as it is stored; what an answer makes of it is the reader's business. */
export type TrackerLine = Readonly<{
  reference: TrackerReference; tenant: TenantId; childId: Uuid; status: TrackerStatus; since: LocalDate; plan: TrackedPlan | null; parallel: TrackedPlan | null; nextCode: string | null; nextDueOn: LocalDate | null;
  searchingSince: LocalDate | null; placementKind: string | null; placementAuthority: string | null; enteredOn: LocalDate; planAgreedOn: LocalDate | null; shouldBePlacedOn: LocalDate | null; placementOrderOn: LocalDate | null;
  familyFindingOn: LocalDate | null; matchedOn: LocalDate | null; placedOn: LocalDate | null; achievedOn: LocalDate | null; birthDate: LocalDate | null; sex: string | null; ethnicity: string | null;
  disabilities: readonly string[]; statedReasons: readonly string[]; restricted: boolean; siblings: number | null; team: string | null; total: number;
}>;

/** The four reasons on `$1`, today, as `harderReasonsOf` tells them. */
const FOUR = `array_remove(array[case when t.birth_date + interval '5 years' <= $1::date then 'age-5-plus' end, case when 'sibling-group' = any(t.stated_reasons) then 'sibling-group' end,
  case when cardinality(array_remove(t.disabilities, 'NONE')) > 0 then 'disability' end, case when t.ethnicity not in ('WBRI', 'WIRI', 'WOTH', 'REFU', 'NOBT') then 'bme' end], null)`;

/** Where the search stands on `$1`, as `searchStageOf` tells it. */
const STAGE = `case when t.status in ('matched', 'placed', 'permanence-achieved', 'left-care') then 'resolved' when t.searching_since is null then 'early-identification' when t.searching_since + 90 < $1::date then 'stuck' else 'active-search' end`;

const KEYS: Readonly<Record<TrackerSort, string>> = { waiting: 't.since, t.child_id', next: `coalesce(t.next_due_on, 'infinity'::date), t.child_id`, entered: 't.entered_on, t.child_id' };

export const COLUMNS = `t.tenant_id as tenant, t.child_id as "childId", r.reference, t.status, t.since, t.plan, t.parallel, t.next_code as "nextCode", t.next_due_on as "nextDueOn", t.searching_since as "searchingSince",
  t.placement_kind as "placementKind", t.placement_authority as "placementAuthority", t.entered_on as "enteredOn", t.plan_agreed_on as "planAgreedOn", t.should_be_placed_on as "shouldBePlacedOn", t.placement_order_on as "placementOrderOn",
  t.family_finding_on as "familyFindingOn", t.matched_on as "matchedOn", t.placed_on as "placedOn", t.achieved_on as "achievedOn", t.birth_date as "birthDate", t.sex, t.ethnicity, t.disabilities, t.stated_reasons as "statedReasons", t.restricted`;

/** Brothers and sisters on the way too, the child among them. */
export const SIBLINGS = `case when t.sibling_group is null then null else (select count(*)::int from tracker_entry s where s.tenant_id = t.tenant_id and s.sibling_group = t.sibling_group and s.status not in ('permanence-achieved', 'left-care')) end`;

/** The team whose worker has the child now; no person. */
export const TEAM = `(select w.team from allocation a join worker w on w.tenant_id = a.tenant_id and w.known_to is null and (w.worker_id = a.worker_id or w.sw_registration = a.sw_registration)
  where a.tenant_id = t.tenant_id and a.child_id = t.child_id and a.known_to is null and not exists (select from allocation_end e where e.tenant_id = a.tenant_id and e.allocation_id = a.allocation_id and e.known_to is null)
  order by a.allocated_from desc limit 1)`;

/** Restricted children are shown among five rows or more, or not at all (regional-hub rule 11). */
export const FEWEST = 5;

/** Rows of the councils of this transaction, with how many there are in all: one query, whatever their number. With `perStatus`, the first rows of each status. */
export const trackerPage = (tx: TenantTx, { today, authority, statuses, plan, harder, reason, stage, sort, after, reference, limit, perStatus }: TrackerWanted): Promise<TrackerLine[]> =>
  tx.query<TrackerLine[]>(
    `with listed as materialized (
       select t.tenant_id, t.child_id, t.status, t.restricted, row(${KEYS[sort]}) as place from tracker_entry t
       where t.status = any($2) and ($3::text is null or t.tenant_id = $3) and ($4::text is null or t.plan = $4) and (not $5 or cardinality(${FOUR}) > 0) and ($6::text is null or $6 = any(${FOUR}))
         and ($7::text is null or ${STAGE} = $7) and ($11::text is null or exists (select from tracker_reference r where r.tenant_id = t.tenant_id and r.child_id = t.child_id and r.reference = $11))),
     counted as (select count(*) as every, count(*) filter (where not restricted) as open from listed),
     shown as (select l.* from listed l, counted n where not l.restricted or n.every >= ${FEWEST}),
     placed as (
       select s.*, row_number() over (partition by s.status order by s.place) as in_status, count(*) over (partition by s.status) as of_status from shown s
       where $8::text is null or s.place > (select row(${KEYS[sort]}) from tracker_reference r join tracker_entry t on t.tenant_id = r.tenant_id and t.child_id = r.child_id where r.reference = $8))
     select ${COLUMNS}, ${SIBLINGS} as siblings, ${TEAM} as team, (case when $10::int is null then case when n.every >= ${FEWEST} then n.every else n.open end else p.of_status end)::int as total
     from (select * from placed where $10::int is null or in_status <= $10 order by place limit $9) p, counted n, tracker_entry t join tracker_reference r on r.tenant_id = t.tenant_id and r.child_id = t.child_id
     where t.tenant_id = p.tenant_id and t.child_id = p.child_id order by p.place`,
    [today, statuses, authority ?? null, plan ?? null, harder, reason ?? null, stage ?? null, after ?? null, limit, perStatus ?? null, reference ?? null],
  );
