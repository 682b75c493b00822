import type { Instant, LocalDate, TenantId } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';

/**
 * Notes that an authority's facts changed. Part of the transaction that changed them, so that no change is ever left out of the figures.
 * @param recordedFrom when the earliest of what changed them was recorded: it may arrive late, after a stop of a relay or in a rebuild
 */
export const markChanged = async (tx: TenantTx, tenant: TenantId, recordedFrom?: Instant): Promise<void> => {
  await tx.query(
    `insert into figure_refresh as r (tenant_id, change_no, changed_at, waiting_since, heard_from) values ($1, 1, clock_timestamp(), clock_timestamp(), $2)
     on conflict (tenant_id) do update set change_no = r.change_no + 1, changed_at = clock_timestamp(), heard_from = least(r.heard_from, excluded.heard_from),
       waiting_since = case when r.refreshed_no = r.change_no then clock_timestamp() else r.waiting_since end`,
    [tenant, recordedFrom ?? null],
  );
};

/** How long an authority's facts must be quiet before they are counted, and how long a busy one waits at most, in seconds. */
export type Patience = Readonly<{ quiet: number; atMost: number }>;

/**
 * An authority whose figures are behind: the change up to which they will be current, the day for which they last were, and the day on which the
 * earliest fact was recorded that months reported since then have not been counted with. Only once facts are quiet is it worth to count those again.
 */
export type Behind = Readonly<{ tenant: TenantId; changeNo: number; refreshedFor: LocalDate | null; heardFrom: LocalDate | null; isQuiet: boolean }>;

const QUIET = 'changed_at <= clock_timestamp() - make_interval(secs => $3)';

/** Authorities whose facts changed since their figures were counted and have been quiet since, or have waited long enough; and those last counted on another day, for the month in progress. */
export const behind = (tx: TenantTx, tenants: readonly TenantId[], today: LocalDate, { quiet, atMost }: Patience): Promise<Behind[]> =>
  tx.query<Behind[]>(
    `select tenant_id as tenant, change_no as "changeNo", refreshed_for as "refreshedFor", (heard_from at time zone 'Europe/London')::date as "heardFrom", ${QUIET} as "isQuiet" from figure_refresh
     where tenant_id = any($1::text[])
       and ((refreshed_no = change_no and refreshed_for <> $2::date)
         or ((refreshed_no < change_no or heard_from is not null) and ${QUIET})
         or (refreshed_no < change_no and waiting_since <= clock_timestamp() - make_interval(secs => $4)))
     order by waiting_since`,
    [tenants, today, quiet, atMost],
  );

/** Waits until no other transaction counts the same authority: the one that begins last, and so knows most, also writes last. */
export const takeTurn = async (tx: TenantTx, tenant: TenantId): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtext('regional-hub figures'), hashtext($1))`, [tenant]);
};

/** Notes how far the figures are current. */
export const markRefreshed = async (tx: TenantTx, { tenant, changeNo, isQuiet }: Behind, today: LocalDate): Promise<void> => {
  await tx.query(
    `update figure_refresh set refreshed_no = $2, refreshed_for = $3, waiting_since = clock_timestamp(), heard_from = case when $4 and change_no = $2 then null else heard_from end
     where tenant_id = $1 and refreshed_no <= $2`,
    [tenant, changeNo, today, isQuiet],
  );
};
