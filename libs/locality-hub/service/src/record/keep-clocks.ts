import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { type Fact, type KeptKinds, childClocks, reviewingOfficerOn } from '@permanence/locality-hub/domain';
import type { StatutoryClock } from '@permanence/statutory-clocks/catalogue';
import { type TenantTx, alongside } from '@permanence/platform/tenant-db';
import { replaceClocks } from './child-row.store.js';
import { keptKinds } from './record-kept.js';

/** The date that is asked for first of all that run: what a list shows. */
export const nextOf = (clocks: readonly StatutoryClock[]): Readonly<{ nextClock?: string; nextDue?: LocalDate }> => {
  const running = clocks.filter(({ status }) => status === 'running').reduce<StatutoryClock | undefined>((next, clock) => (next === undefined || clock.dueOn < next.dueOn ? clock : next), undefined);
  return { nextClock: running?.clockId, nextDue: running?.dueOn };
};

export type FactsOfChild = Readonly<{ childId: Uuid; facts: readonly Fact[] }>;

/** Puts clocks, next date and reviewing officer of children in agreement with all their facts, files' and this record's own, in the transaction that changed these. */
export const keepClocks = (tx: TenantTx, tenant: TenantId, children: readonly FactsOfChild[], { kept, today }: Readonly<{ kept: KeptKinds; today: LocalDate }>): void => {
  if (children.length === 0) return;
  const lines = children.map(({ childId, facts }) => ({ childId, clocks: childClocks(facts, kept, today), officer: reviewingOfficerOn(facts, today) }));
  replaceClocks(tx, tenant, lines);
  alongside(
    tx,
    `update child c set next_clock = r."nextClock", next_due = r."nextDue", reviewing_officer_id = r.officer, version = c.version + 1
     from jsonb_to_recordset($2::jsonb) as r("childId" uuid, "nextClock" text, "nextDue" date, officer uuid)
     where c.tenant_id = $1 and c.id = r."childId" and (c.next_clock, c.next_due, c.reviewing_officer_id) is distinct from (r."nextClock", r."nextDue", r.officer)`,
    [tenant, JSON.stringify(lines.map(({ childId, clocks, officer }) => ({ childId, officer, ...nextOf(clocks) })))],
  );
};

type FactRow = Fact & Readonly<{ childId: Uuid }>;

/** The same for whoever has changed a fact of a few children: their facts are read anew. */
export const refreshClocks = async (tx: TenantTx, tenant: TenantId, childIds: readonly Uuid[], today: LocalDate): Promise<void> => {
  const rows = await tx.query<FactRow[]>('select child_id as "childId", key, type, effective_on as "effectiveOn", data from fact where tenant_id = $1 and child_id = any($2::uuid[])', [tenant, childIds]);
  keepClocks(tx, tenant, childIds.map((childId) => ({ childId, facts: rows.filter((row) => row.childId === childId) })), { kept: await keptKinds(tx, tenant), today });
};
