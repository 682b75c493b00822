import type { LocalDate } from '@permanence/kernel/values';
import { type Recording, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';
import { followRecords } from '../permanence/follow-plans.js';
import { childLine } from '../record/child-line.js';
import { createChildren, replaceClocks, updateChildren } from '../record/child-row.store.js';
import { keptKinds } from '../record/record-kept.js';
import { keepCorrections, keepFacts, keepFindings, keepStated, replaceChildFindings } from './child-batch.store.js';
import type { ChildResult, ImportContext, RecordAfter, RecordChanges, RecordContext } from './child-batch.js';
import { type FileCounts, countOutcomes } from './import.store.js';
import { keepSetAside } from './staging.store.js';

const summed = (results: readonly ChildResult[]): FileCounts[] => {
  const sums = new Map<number, FileCounts>();
  for (const { counts } of results)
    for (const { number, ...more } of counts) {
      const sum = sums.get(number) ?? { number, applied: 0, unchanged: 0, corrected: 0, setAside: 0, findings: 0 };
      for (const name of Object.keys(more) as (keyof typeof more)[]) sum[name] += more[name];
      sums.set(number, sum);
    }
  return [...sums.values()];
};

/** What a change of records is written with; `completeTo` is the day to which the files tell. */
export type SaveContext = RecordContext & Readonly<{ today: LocalDate; completeTo: LocalDate | null }>;

const saveRecords = async (tx: TenantTx, { tenant, today, postcodes, completeTo }: SaveContext, records: readonly RecordAfter[]): Promise<void> => {
  await createChildren(tx, tenant, records.filter(({ isNew }) => isNew).map(({ childId, code, recordNo }) => ({ id: childId, code, recordNo })));
  const kept = await keptKinds(tx, tenant);
  const lines = records.map((record) => ({ childId: record.childId, ...childLine(record.childId, record.facts, record.held?.handFacts ?? [], { today, asAt: completeTo, postcodes, kept }) }));
  updateChildren(tx, tenant, lines.map(({ row }) => row));
  replaceClocks(tx, tenant, lines);
};

/** Writes changed records: their lines, clocks and facts with the events that say so, in one transaction. */
export const saveRecordChanges = async (tx: TenantTx, context: SaveContext, recording: Recording, all: readonly RecordChanges[]): Promise<void> => {
  const records = all.flatMap((each) => each.records);
  await saveRecords(tx, context, records);
  keepFacts(tx, context.tenant, 'file', all.flatMap(({ factsKept }) => factsKept), all.flatMap(({ factsGone }) => factsGone));
  appendEvents(tx, recording, all.flatMap(({ events }) => events));
  const { tenant, today } = context;
  await followRecords(tx, { tenant, today, recording }, records.map(({ childId, facts, held }) => ({ childId, facts: [...facts, ...(held?.handFacts ?? [])] })));
};

/** Writes what an import makes of a batch of children, events and record together, in the transaction of the batch. */
export const saveBatch = async (tx: TenantTx, context: ImportContext, recording: Recording, results: readonly ChildResult[]): Promise<void> => {
  const { tenant, importId, year, uploaded, checkOnly } = context;
  keepSetAside(tx, tenant, importId, results.flatMap(({ setAside }) => setAside));
  const findings = results.flatMap((result) => result.findings);
  keepFindings(tx, tenant, importId, findings);
  keepCorrections(tx, tenant, importId, results.flatMap(({ corrections }) => corrections));
  countOutcomes(tx, tenant, importId, summed(results));
  if (checkOnly) return;
  keepStated(tx, tenant, importId, results.flatMap(({ stated }) => stated));
  await saveRecordChanges(tx, context, recording, results);
  replaceChildFindings(tx, tenant, year, results.map(({ code }) => code), [...uploaded], findings);
};
