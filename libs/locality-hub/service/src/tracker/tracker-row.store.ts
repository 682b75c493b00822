import type { TenantId, Uuid } from '@permanence/kernel/values';
import type { TrackerLine } from '@permanence/locality-hub/domain';
import { type TenantTx, alongside } from '@permanence/platform/tenant-db';

/** Puts children's lines in the tracker in agreement with their plans and records. */
export const keepTrackerRows = (tx: TenantTx, tenant: TenantId, rows: readonly Readonly<{ childId: Uuid; line: TrackerLine }>[]): void => {
  if (rows.length === 0) return;
  alongside(
    tx,
    `insert into tracker_row (tenant_id, child_id, status, primary_route, parallels, agreed_on, plan_due_on, missing_at_second_review, steps, next_code, next_due_on, next_owner_id, blocker, reviews, harder)
     select $1, "childId", status, "primary", coalesce((select array_agg(p) from jsonb_array_elements_text(parallels) p), '{}'), "agreedOn", "planDueOn", "missingAtSecondReview", steps, next, "nextDueOn", "nextOwnerId", blocker, reviews,
       coalesce((select array_agg(h) from jsonb_array_elements_text(harder) h), '{}')
     from jsonb_to_recordset($2::jsonb) as r("childId" uuid, status text, "primary" text, parallels jsonb, "agreedOn" date, "planDueOn" date, "missingAtSecondReview" boolean, steps jsonb, next text, "nextDueOn" date,
       "nextOwnerId" uuid, blocker text, reviews int, harder jsonb)
     on conflict (tenant_id, child_id) do update set status = excluded.status, primary_route = excluded.primary_route, parallels = excluded.parallels, agreed_on = excluded.agreed_on, plan_due_on = excluded.plan_due_on,
       missing_at_second_review = excluded.missing_at_second_review, steps = excluded.steps, next_code = excluded.next_code, next_due_on = excluded.next_due_on, next_owner_id = excluded.next_owner_id,
       blocker = excluded.blocker, reviews = excluded.reviews, harder = excluded.harder
     where (tracker_row.*) is distinct from (excluded.*)`,
    [tenant, JSON.stringify(rows.map(({ childId, line }) => ({ childId, ...line })))],
  );
};
