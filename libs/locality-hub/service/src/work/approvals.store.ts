import type { LocalDate, Uuid } from '@permanence/kernel/values';
import type { PermanencePlan } from '@permanence/locality-hub/domain';
import type { Who } from '@permanence/platform/identity';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { type ChildLine, lineColumns } from '../children/child.store.js';
import { CHILDREN, IS_MINE, IS_SHUT, WITH_VIEWER, inReach, viewerOf } from '../children/visibility.js';

/** What a plan waits for: a team manager to countersign it, a reviewing officer to say that a review agreed it. */
export const APPROVAL_KINDS = ['countersign', 'agree'] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

/** Where a row stands: the day since which it waits, then the child. */
export type ApprovalPlace = Readonly<{ since: LocalDate; childId: Uuid }>;
export type ApprovalsWanted = Readonly<{ kinds: readonly ApprovalKind[]; after?: ApprovalPlace; limit: number }>;

/** A plan that waits, with its child's line, and how many wait in all. */
export type ApprovalLine = ChildLine & Readonly<{ approval: ApprovalKind; plan: PermanencePlan; since: LocalDate; total: number }>;

/** Whose word a proposal waits for. `$2` is the person: nobody countersigns what they proposed. */
const WAITS_FOR: Readonly<Record<ApprovalKind, string>> = {
  countersign: `(p.plan->'countersigned' is null and p.plan->'proposed'->>'by' <> $2::text)`, agree: `(p.plan->'countersigned' is not null and ${IS_MINE})`,
};

/** Proposals about children in care that wait for this person, the longest first: one more than the limit tells that there are others. */
export const approvalsPage = (tx: TenantTx, who: Who, { kinds, after, limit }: ApprovalsWanted): Promise<ApprovalLine[]> =>
  tx.query<ApprovalLine[]>(
    `${WITH_VIEWER}, waiting as materialized (
       select p.child_id, p.plan, case when p.plan->'countersigned' is null then 'countersign' else 'agree' end as approval,
         coalesce(p.plan->'countersigned'->>'on', p.plan->'proposed'->>'on')::date as since
       from permanence_plan p join (${CHILDREN}) on c.tenant_id = p.tenant_id and c.id = p.child_id
       where p.tenant_id = $1 and p.status = 'proposed' and c.looked_after and ${inReach(who)} and not ${IS_SHUT} and (${kinds.map((kind) => WAITS_FOR[kind]).join(' or ')}))
     select ${lineColumns(who)}, a.approval, a.plan, a.since, (select count(*)::int from waiting) as total
     from waiting a join (${CHILDREN}) on c.tenant_id = $1 and c.id = a.child_id
     where $5::date is null or (a.since, a.child_id) > ($5::date, $6::uuid) order by a.since, a.child_id limit $7`,
    [...viewerOf(who), after?.since ?? null, after?.childId ?? null, limit + 1],
  );
