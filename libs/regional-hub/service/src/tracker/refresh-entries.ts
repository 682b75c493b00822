import { type TrackerEntry, trackerEntryOf } from '@permanence/regional-hub/domain';
import type { TenantId, Uuid } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { type Tracked, trackedFacts } from './tracked-facts.store.js';

/** As many children as one statement reads and writes. */
const AT_ONCE = 500;

type Row = Readonly<Record<string, unknown>>;

const COLUMNS = {
  child_id: 'uuid', status: 'text', since: 'date', plan: 'text', parallel: 'text', next_code: 'text', next_due_on: 'date', searching_since: 'date', placement_kind: 'text', placement_authority: 'text',
  entered_on: 'date', plan_agreed_on: 'date', should_be_placed_on: 'date', placement_order_on: 'date', family_finding_on: 'date', matched_on: 'date', placed_on: 'date', achieved_on: 'date',
  birth_date: 'date', sex: 'text', ethnicity: 'text', sibling_group: 'text', disabilities: 'text[]', stated_reasons: 'text[]', restricted: 'boolean',
} as const;

const rowOf = ({ childId, birthDate, sex, ethnicity, siblingGroup, disabilities, statedReasons, restricted }: Tracked, entry: TrackerEntry): Row => ({
  child_id: childId, status: entry.status, since: entry.since, plan: entry.plan, parallel: entry.parallel, next_code: entry.next?.code, next_due_on: entry.next?.dueOn, searching_since: entry.searchingSince,
  placement_kind: entry.placementKind, placement_authority: entry.placementAuthority, entered_on: entry.enteredOn, plan_agreed_on: entry.planAgreedOn, should_be_placed_on: entry.shouldBePlacedOn,
  placement_order_on: entry.placementOrderOn, family_finding_on: entry.familyFindingOn, matched_on: entry.matchedOn, placed_on: entry.placedOn, achieved_on: entry.achievedOn,
  birth_date: birthDate, sex, ethnicity, sibling_group: siblingGroup, disabilities, stated_reasons: statedReasons, restricted,
});

const NAMES = Object.keys(COLUMNS);

const write = async (tx: TenantTx, tenant: TenantId, children: readonly Uuid[]): Promise<void> => {
  const rows = (await trackedFacts(tx, tenant, children)).flatMap((child) => {
    const entry = trackerEntryOf(child);
    return entry === undefined ? [] : [rowOf(child, entry)];
  });
  await tx.query('delete from tracker_entry where tenant_id = $1 and child_id = any($2::uuid[]) and not child_id = any($3::uuid[])', [tenant, children, rows.map(({ child_id }) => child_id)]);
  await tx.query(
    `insert into tracker_entry (tenant_id, ${NAMES.join(', ')}) select $1, ${NAMES.join(', ')} from jsonb_to_recordset($2::jsonb) as r(${Object.entries(COLUMNS).map((pair) => pair.join(' ')).join(', ')})
     on conflict (tenant_id, child_id) do update set ${NAMES.filter((name) => name !== 'child_id').map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [tenant, JSON.stringify(rows)],
  );
};

const everyChild = async (tx: TenantTx, tenant: TenantId): Promise<readonly Uuid[]> =>
  (await tx.query<{ id: Uuid }[]>('select child_id as id from care_period where tenant_id = $1 union select child_id from tracker_entry where tenant_id = $1', [tenant])).map(({ id }) => id);

/** Makes the rows of children anew from what is known now, in the transaction that changed it. */
export const refreshEntries = async (tx: TenantTx, tenant: TenantId, children: readonly Uuid[] | 'all'): Promise<void> => {
  const ids = children === 'all' ? await everyChild(tx, tenant) : children;
  for (let at = 0; at < ids.length; at += AT_ONCE) await write(tx, tenant, ids.slice(at, at + AT_ONCE));
};
