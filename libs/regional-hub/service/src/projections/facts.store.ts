import type { Instant, TenantId, Uuid } from '@permanence/kernel/values';
import type { Envelope } from '@permanence/platform/messaging';
import type { TenantTx } from '@permanence/platform/tenant-db';
import { FACT_COLUMNS, type FactTable } from './fact-table.js';
import { CHILD, FACT_TABLES } from './fact-tables.js';
import { childOf, factOf } from './heard.js';
import { keepNamed } from '../sharing/keep-named.js';
import { storableFor } from '../sharing/shared-by.store.js';
import { trackerReferences } from '../sharing/tracker-reference.store.js';

type StoredRow = Readonly<Record<string, unknown>> & Readonly<{ event_id: Uuid; corrects: Uuid | undefined }>;

/** A fact that another event corrected, and when. */
type Mended = Readonly<{ id: Uuid; at: Instant }>;

/** A withdrawal is kept as a row that nobody ever believed, so that it ends its target whichever of the two comes first. */
const toRow = (event: Envelope, row: Readonly<Record<string, unknown>>): StoredRow => ({
  ...row,
  event_id: event.eventId,
  child_id: childOf(event),
  known_from: event.recordedAt,
  known_to: event.withdrawn ? event.recordedAt : undefined,
  corrects: event.corrects,
});

const byTable = (events: readonly Envelope[]): ReadonlyMap<FactTable, StoredRow[]> => {
  const rows = new Map<FactTable, StoredRow[]>();
  for (const event of events) {
    const fact = factOf(event);
    if (fact !== undefined) rows.set(fact.table, [...(rows.get(fact.table) ?? []), toRow(event, fact.row)]);
  }
  return rows;
};

const insert = async (tx: TenantTx, tenant: TenantId, { name, columns }: FactTable, rows: readonly StoredRow[]): Promise<void> => {
  const all = { ...FACT_COLUMNS, ...columns };
  const names = Object.keys(all);
  await tx.query(
    `insert into ${name} (tenant_id, ${names.join(', ')})
     select $1, ${names.join(', ')} from jsonb_to_recordset($2::jsonb) as row(${Object.entries(all).map((pair) => pair.join(' ')).join(', ')})
     on conflict do nothing`,
    [tenant, JSON.stringify(rows)],
  );
};

/** Ends what the batch corrects, and what of the batch was corrected before it came: the order of arrival leaves no trace. */
const endCorrected = async (tx: TenantTx, tenant: TenantId, { name }: FactTable, rows: readonly StoredRow[]): Promise<void> => {
  const either = rows.flatMap(({ event_id, corrects }) => [event_id, ...(corrects === undefined ? [] : [corrects])]);
  const mended = await tx.query<Mended[]>(
    `select corrects as id, min(known_from) as at from ${name} where tenant_id = $1 and corrects = any($2::uuid[]) group by corrects`,
    [tenant, either],
  );
  if (mended.length === 0) return;
  await tx.query(
    `update ${name} fact set known_to = mended.at from unnest($2::uuid[], $3::timestamptz[]) as mended(id, at)
     where fact.tenant_id = $1 and fact.event_id = any($2::uuid[]) and fact.event_id = mended.id and fact.known_to is distinct from mended.at`,
    [tenant, mended.map(({ id }) => id), mended.map(({ at }) => at)],
  );
};

/** A child that is heard of for the first time gets its reference outside the council. */
const referTo = (tx: TenantTx, tenant: TenantId, rows: readonly StoredRow[]): Promise<unknown> =>
  trackerReferences(tx, tenant, rows.flatMap(({ child_id }) => (child_id === undefined ? [] : [child_id as Uuid])));

/** Writes what events of one tenant state, as far as the agreement in force names it (regional-hub rule 8). Doing it again changes nothing. */
export const storeFacts = async (tx: TenantTx, tenant: TenantId, events: readonly Envelope[]): Promise<void> => {
  const storable = await storableFor(tx, tenant);
  for (const [table, stated] of byTable(events)) {
    const rows = keepNamed(storable, table, stated);
    if (rows.length === 0) continue;
    await insert(tx, tenant, table, rows);
    await endCorrected(tx, tenant, table, rows);
    if (table === CHILD) await referTo(tx, tenant, rows);
  }
};

/** Empties the read model of one tenant; for a rebuild from the log. */
export const clearFacts = async (tx: TenantTx, tenant: TenantId): Promise<void> => {
  for (const { name } of FACT_TABLES) await tx.query(`delete from ${name} where tenant_id = $1`, [tenant]);
  await tx.query('delete from tracker_entry where tenant_id = $1', [tenant]);
};
