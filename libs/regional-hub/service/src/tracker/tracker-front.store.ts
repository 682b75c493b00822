import type { TrackerReference } from '@permanence/regional-hub/domain';
import type { TenantId } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { COLUMNS, FEWEST, ON_THE_WAY, SIBLINGS, TEAM, type TrackerLine } from './tracker.store.js';

/**
 * Children in each status, of the councils of this transaction and by the numbers that are kept: `$1` statuses, `$2` councils. Each council's are found by
 * their key: read all at once, every row would be held against the list of councils.
 */
const COUNTED = `counted as (
  select c.status, sum(c.children)::int as every, coalesce(sum(c.children) filter (where not c.restricted), 0)::int as open
  from unnest($2::text[]) as council(tenant) cross join lateral (select status, restricted, children from tracker_count k where k.tenant_id = council.tenant and k.status = any($1)) c group by c.status),
  summed as (select coalesce(sum(every), 0)::int as every, coalesce(sum(open), 0)::int as open from counted)`;

/** Restricted children are shown among enough others, or not at all. */
const MAY_BE_SHOWN = `(not t.restricted or n.every >= ${FEWEST})`;

type Front = Readonly<{ councils: readonly TenantId[]; after?: TrackerReference; limit: number }>;

/** The list as it opens: everybody on the way, the longest in their status first. Reads the rows that it shows, however many there are. */
export const trackerFront = (tx: TenantTx, { councils, after, limit }: Front): Promise<TrackerLine[]> =>
  tx.query<TrackerLine[]>(
    `with ${COUNTED},
     last as (select t.since, t.child_id from tracker_reference r join tracker_entry t on t.tenant_id = r.tenant_id and t.child_id = r.child_id where r.reference = $4),
     listed as (
       select t.*, case when n.every >= ${FEWEST} then n.every else n.open end as total from tracker_entry t, summed n
       where t.status not in ('permanence-achieved', 'left-care') and ${MAY_BE_SHOWN} and ($4::text is null or (t.since, t.child_id) > ((select since from last), (select child_id from last)))
       order by t.since, t.child_id limit $3)
     select ${COLUMNS}, ${SIBLINGS} as siblings, ${TEAM} as team, t.total
     from listed t join tracker_reference r on r.tenant_id = t.tenant_id and r.child_id = t.child_id order by t.since, t.child_id`,
    [ON_THE_WAY, councils, limit, after ?? null],
  );

/** The board as it opens: the first rows of each status on the way. */
export const trackerBoardFront = (tx: TenantTx, { councils, perStatus }: Readonly<{ councils: readonly TenantId[]; perStatus: number }>): Promise<TrackerLine[]> =>
  tx.query<TrackerLine[]>(
    `with ${COUNTED}
     select ${COLUMNS}, ${SIBLINGS} as siblings, ${TEAM} as team, case when n.every >= ${FEWEST} then c.every else c.open end as total
     from counted c cross join summed n
     cross join lateral (select t.* from tracker_entry t where t.status = c.status and ${MAY_BE_SHOWN} order by t.since, t.child_id limit $3) t
     join tracker_reference r on r.tenant_id = t.tenant_id and r.child_id = t.child_id order by t.since, t.child_id`,
    [ON_THE_WAY, councils, perStatus],
  );
