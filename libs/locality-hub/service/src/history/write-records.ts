import { type Instant, type LocalDate, type TenantId, type Uuid, derivedId } from '@permanence/kernel/values';
import type { Fact } from '@permanence/locality-hub/domain';
import { type Actor, type TenantDb, type TenantTx, alongside } from '@permanence/platform/tenant-db';
import { PostcodeDirectory } from '../postcodes/postcode-directory.js';
import { createChildren, replaceClocks, updateChildren } from '../record/child-row.store.js';
import { childLine } from '../record/child-line.js';
import { type PastEvent, addFacts, appendPast, countChildren } from './history.store.js';

/** A record as files would have made it. */
export type RecordToWrite = Readonly<{ childId: Uuid; code: string; facts: readonly Fact[] }>;

/** A collection that the records come from. */
export type WrittenCollection = Readonly<{ year: number; modules: readonly string[]; completeTo: LocalDate; complete: boolean }>;

export type RecordsSetting = Readonly<{ tenant: TenantId; today: LocalDate; now: Instant; collections: readonly WrittenCollection[]; records: Iterable<RecordToWrite> }>;

export type RecordsWritten = Readonly<{ children: number; events: number }>;

const CHILDREN_A_BATCH = 300;
const ACTOR = 'history';
const NOTHING_KEPT = new Map<string, LocalDate>();

const actorOf = (tenant: TenantId): Actor => ({ id: ACTOR, tenants: [tenant] });

const eventsOf = ({ tenant, now }: RecordsSetting, { childId, facts }: RecordToWrite): PastEvent[] =>
  facts.map(({ key, type, effectiveOn, data }) => ({
    eventId: derivedId(childId, `written:${key}`), tenantId: tenant, streamId: childId, type, effectiveOn, data: data as PastEvent['data'], actor: ACTOR, correlationId: `records ${tenant}`, recordedAt: now,
  }));

const save = async (tx: TenantTx, setting: RecordsSetting, records: readonly RecordToWrite[], postcodes: PostcodeDirectory): Promise<number> => {
  const { tenant, today } = setting;
  await createChildren(tx, tenant, records.map(({ childId, code }) => ({ id: childId, code, recordNo: 1 })));
  const lines = records.map(({ childId, facts }) => ({ childId, ...childLine(childId, facts, [], { today, asAt: today, postcodes, kept: NOTHING_KEPT }) }));
  updateChildren(tx, tenant, lines.map(({ row }) => row));
  replaceClocks(tx, tenant, lines);
  const events = records.flatMap((record) => eventsOf(setting, record));
  appendPast(tx, events);
  addFacts(tx, tenant, 'file', records.flatMap(({ childId, facts }) => facts.map(({ key, type, effectiveOn, data }) => ({ childId, key, type, effectiveOn, data, eventId: derivedId(childId, `written:${key}`) }))));
  return events.length;
};

/** Which months are held: last, when all the children's events stand before it in the log. */
const declare = (tx: TenantTx, { tenant, now, collections }: RecordsSetting): void => {
  const loads = collections.map((collection) => ({ ...collection, id: derivedId(LOADS, `${tenant} ${collection.year}`) }));
  alongside(
    tx,
    `insert into collection (tenant_id, year, module, complete_to, loaded_at, import_id, event_id)
     select $1, r.year, m, r."completeTo", $2, r.id, r.id from jsonb_to_recordset($3::jsonb) as r(id uuid, year smallint, modules jsonb, "completeTo" date), jsonb_array_elements_text(r.modules) m`,
    [tenant, now, JSON.stringify(loads)],
  );
  appendPast(tx, loads.map(({ id, year, modules, complete, completeTo }) => ({
    eventId: id, tenantId: tenant, streamId: id, type: 'collection-loaded', effectiveOn: completeTo, data: { year, modules, complete, completeTo }, actor: ACTOR, correlationId: `records ${tenant}`, recordedAt: now,
  })));
};

const LOADS = '0b7a5c1e-6f1d-4f0e-8a43-52d9b6c8e7f1' as Uuid;

function* batchesOf(records: Iterable<RecordToWrite>): Iterable<RecordToWrite[]> {
  let batch: RecordToWrite[] = [];
  for (const record of records) {
    if (batch.push(record) < CHILDREN_A_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Writes the records of a council that has none yet, as files would have made them: for benchmarks at a size that nobody would read files for.
 * @param db opened as the loader's role
 * @throws Error with a sentence for a council that has children already
 */
export const writeRecords = async (db: TenantDb, setting: RecordsSetting): Promise<RecordsWritten> => {
  const who = actorOf(setting.tenant);
  if ((await db.inTenants(who, (tx) => countChildren(tx, setting.tenant))) > 0) throw new Error(`The council ${setting.tenant} has children already. Records are written only into a database that has none.`);
  const postcodes = new PostcodeDirectory();
  const sum = { children: 0, events: 0 };
  for (const batch of batchesOf(setting.records)) {
    sum.events += await db.inTenants(who, (tx) => save(tx, setting, batch, postcodes));
    sum.children += batch.length;
  }
  await db.inTenants(who, (tx) => declare(tx, setting));
  return { children: sum.children, events: sum.events + setting.collections.length };
};
