import { randomUUID } from 'node:crypto';
import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import {
  type ChildOutcome, type ChildRecord, type Fact, type FactChange, type Finding, type FactsContext, type ModuleName, type Rule, type RowsByModule, type StatedRow, type UploadRow,
  changes, checkChild, childRecords, endsWithCare, factFindings, factsOf, holdingRows, outcomesOf, postcodesIn, readDate,
} from '@permanence/locality-hub/domain';
import type { NewEvent } from '@permanence/platform/tenant-db';
import type { PostcodeDirectory } from '../postcodes/postcode-directory.js';
import type { CorrectionToKeep, FactToKeep, FindingToKeep, HeldChild, HeldRecord, StatedToKeep } from './child-batch.store.js';
import type { ImportFileRow } from './import.js';
import type { FileCounts } from './import.store.js';
import type { SetAsideRow } from './staging.store.js';

/** What the facts of any child of an authority are computed with. */
export type RecordContext = Readonly<{ tenant: TenantId; facts: Omit<FactsContext, 'postcodes'>; postcodes: PostcodeDirectory }>;

/** What one import knows that holds for all its children. */
export type ImportContext = RecordContext & Readonly<{
  importId: Uuid;
  year: number;
  today: LocalDate;
  completeTo: LocalDate;
  checkOnly: boolean;
  files: ReadonlyMap<number, ImportFileRow>;
  uploaded: ReadonlySet<ModuleName>;
  whole: ReadonlySet<ModuleName>;
  completeEpisodeYears: ReadonlySet<number>;
  rules: readonly Rule[];
}>;

/** A record as it stands after the import: what files state of the child, and what follows from it for what was decided here. */
export type RecordAfter = Readonly<{ childId: Uuid; isNew: boolean; code: string; recordNo: number; facts: readonly Fact[]; held: HeldRecord | undefined }>;

/** What an import makes of one child, before any of it is written. */
export type ChildResult = Readonly<{
  code: string;
  stated: readonly StatedToKeep[];
  setAside: readonly SetAsideRow[];
  findings: readonly FindingToKeep[];
  corrections: readonly CorrectionToKeep[];
  counts: readonly FileCounts[];
  records: readonly RecordAfter[];
  events: readonly NewEvent[];
  factsKept: readonly FactToKeep[];
  factsGone: readonly Readonly<{ childId: Uuid; key: string }>[];
}>;

/** A row of the upload that remembers in which file it stands: two files may have one name. */
type FiledRow = UploadRow & Readonly<{ fileNumber: number }>;

const uuid = (): Uuid => randomUUID() as Uuid;

const rowsOf = ({ staged }: HeldChild, { files }: ImportContext): FiledRow[] =>
  staged.flatMap(({ fileNumber, row, cells }) => {
    const file = files.get(fileNumber);
    return file?.module ? [{ module: file.module, file: file.name, row, cells, fileNumber }] : [];
  });

const byModule = <R extends Readonly<{ module: ModuleName }>>(rows: readonly R[]): Partial<Record<ModuleName, R[]>> => {
  const groups: Partial<Record<ModuleName, R[]>> = {};
  for (const row of rows) (groups[row.module] ??= []).push(row);
  return groups;
};

const cellsByModule = (rows: readonly StatedRow[]): Partial<Record<ModuleName, StatedRow['cells'][]>> => {
  const groups: Partial<Record<ModuleName, StatedRow['cells'][]>> = {};
  for (const row of rows) (groups[row.module] ??= []).push(row.cells);
  return groups;
};

const ruleFindings = (rows: readonly FiledRow[], held: HeldChild, { year, uploaded, rules }: ImportContext): readonly Finding[] =>
  rows.length === 0 ? [] : checkChild({ now: byModule(rows) as RowsByModule, uploaded, before: cellsByModule(held.stated.filter((row) => row.year === year - 1)) }, year, rules);

/** Findings name file and row; the number of the file is what the table keeps. */
const findingsOf = (code: string, rows: readonly FiledRow[], outcome: ChildOutcome, broken: readonly Finding[]): FindingToKeep[] => {
  const numbers = new Map(rows.map((row) => [`${row.module}|${row.file}|${row.row}`, row.fileNumber]));
  const numberOf = (module: string, file: string | undefined, row: number | undefined): number | null => numbers.get(`${module}|${file ?? ''}|${row ?? ''}`) ?? null;
  return [
    ...broken.map(({ rule, module, file, row, column, sentence }) => ({ id: uuid(), rule, module, code, fileNumber: numberOf(module, file, row), row, column, written: null, key: null, sentence })),
    ...outcome.cellFindings.map(({ code: rule, module, key, file, row, column, written, sentence }) => ({ id: uuid(), rule, module, code, fileNumber: numberOf(module, file, row), row: row ?? null, column: column || null, written: written || null, key, sentence })),
  ];
};

const COUNTED = { applied: 'applied', unchanged: 'unchanged', corrected: 'corrected', setAside: 'setAside' } as const;

const countsOf = (outcome: ChildOutcome, findings: readonly FindingToKeep[]): FileCounts[] => {
  const counts = new Map<number, FileCounts>();
  const of = (number: number): FileCounts => {
    const found = counts.get(number) ?? { number, applied: 0, unchanged: 0, corrected: 0, setAside: 0, findings: 0 };
    counts.set(number, found);
    return found;
  };
  for (const each of outcome.outcomes) of((each.row as FiledRow).fileNumber)[COUNTED[each.outcome]] += 1;
  for (const { fileNumber } of findings) if (fileNumber !== null) of(fileNumber).findings += 1;
  return [...counts.values()];
};

const setAsideOf = (outcome: ChildOutcome): SetAsideRow[] =>
  outcome.outcomes.flatMap((each) =>
    each.outcome === 'setAside' ? [{ fileNumber: (each.row as FiledRow).fileNumber, row: each.row.row, column: each.column, code: each.code, reason: each.reason, cells: each.row.cells }] : [],
  );

const correctionsOf = (code: string, outcome: ChildOutcome): CorrectionToKeep[] =>
  outcome.outcomes.flatMap((each) => (each.outcome === 'corrected' ? each.changes.map((change) => ({ id: uuid(), code, module: each.row.module, key: each.key, ...change })) : []));

/**
 * The records under the code after the import; a record that is new gets its random id here. One that the rows bear out no
 * more (an adoption that was none) loses its facts, and stays as the history of what was believed.
 */
const recordsAfter = (held: HeldChild, records: readonly ChildRecord[], context: RecordContext): RecordAfter[] => {
  const postcodes = context.postcodes.findAll(postcodesIn(records.flatMap(({ rows }) => holdingRows(rows))));
  return records.map((record) => {
    const existing = held.records.find(({ recordNo }) => recordNo === record.recordNo);
    const childId = existing?.childId ?? uuid();
    const facts = factsOf(record, childId, { ...context.facts, postcodes });
    return { childId, isNew: existing === undefined, code: held.code, recordNo: record.recordNo, facts: [...facts, ...endsWithCare(facts, existing?.handFacts ?? [])], held: existing };
  });
};

/** What the rows of a child say against each other: found where the upload brings the row, so that it can be mended at its source. */
const besideEachOther = (code: string, rows: readonly FiledRow[], records: readonly ChildRecord[]): FindingToKeep[] => {
  const byDay = new Map(rows.filter(({ module }) => module === 'Episodes').map((row) => [readDate(row.cells['DECOM'] ?? ''), row]));
  return factFindings(records).flatMap(({ code: rule, module, decom, column, sentence }) => {
    const row = byDay.get(decom);
    return row === undefined ? [] : [{ id: uuid(), rule, module, code, fileNumber: row.fileNumber, row: row.row, column, written: row.cells[column] ?? null, key: null, sentence }];
  });
};

type Recorded = Readonly<{ event: NewEvent; kept?: FactToKeep; gone?: Readonly<{ childId: Uuid; key: string }> }>;

const recorded = (change: FactChange, childId: Uuid, before: HeldRecord | undefined, tenant: TenantId): Recorded[] => {
  const { fact } = change;
  const event: NewEvent = {
    eventId: uuid(), tenantId: tenant, streamId: childId, type: fact.type, effectiveOn: fact.effectiveOn, data: fact.data as Readonly<Record<string, unknown>>,
    ...(change.kind === 'new' ? {} : { corrects: change.corrects }),
    ...(change.kind === 'withdrawn' ? { withdrawn: true as const } : {}),
  };
  if (change.kind === 'withdrawn') return [{ event, gone: { childId, key: fact.key } }];
  const earlier = change.kind === 'corrected' ? before?.facts.find(({ eventId }) => eventId === change.corrects) : undefined;
  const moved = earlier !== undefined && earlier.key !== fact.key ? { gone: { childId, key: earlier.key } } : {};
  return [{ event, kept: { childId, key: fact.key, type: fact.type, effectiveOn: fact.effectiveOn, data: fact.data, eventId: event.eventId }, ...moved }];
};

/** The events and facts that put the log in agreement with all rows held. */
export type RecordChanges = Pick<ChildResult, 'records' | 'events' | 'factsKept' | 'factsGone'>;

const NOTHING_RECORDED: RecordChanges = { records: [], events: [], factsKept: [], factsGone: [] };

/** What the records under a code become when these rows are all that is held. */
export const recordChanges = (held: HeldChild, after: readonly ChildRecord[], context: RecordContext): RecordChanges => {
  const records = recordsAfter(held, after, context);
  const all = records.flatMap((record) => changes(record.held?.facts ?? [], record.facts).flatMap((change) => recorded(change, record.childId, record.held, context.tenant)));
  return { records, events: all.map(({ event }) => event), factsKept: all.flatMap(({ kept }) => kept ?? []), factsGone: all.flatMap(({ gone }) => gone ?? []) };
};

/** What one import says of one child: outcomes of its rows, findings, and the events that follow. Pure but for new ids. */
export const childResult = (held: HeldChild, context: ImportContext): ChildResult => {
  const rows = rowsOf(held, context);
  const { year, today, completeTo, whole, completeEpisodeYears, checkOnly } = context;
  const outcome = outcomesOf({ held: held.stated, uploaded: rows, year, today, completeTo, whole, completeEpisodeYears });
  const after = childRecords(outcome.statedAfter, held.records);
  const findings = [...findingsOf(held.code, rows, outcome, ruleFindings(rows, held, context)), ...besideEachOther(held.code, rows, after)];
  return {
    code: held.code,
    stated: outcome.changed.map((row) => ({ ...row, code: held.code })),
    setAside: setAsideOf(outcome),
    findings,
    corrections: correctionsOf(held.code, outcome),
    counts: countsOf(outcome, findings),
    ...(checkOnly || outcome.changed.length === 0 ? NOTHING_RECORDED : recordChanges(held, after, context)),
  };
};
