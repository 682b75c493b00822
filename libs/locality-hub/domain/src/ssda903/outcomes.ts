import { absences } from './absences.js';
import { byKey, holdingRow, idOf, sameCells, valueIn } from './holding.js';
import { type CellNote, type ImportFinding, sentenceOf } from './import-findings.js';
import { KEY_COLUMNS } from './keys.js';
import type { Cells, StatedRow, UploadRow } from './modules.js';
import type { ChildOutcome, ChildUpload, RowOutcome } from './outcome.js';
import { isUnread, readingContext, type ReadRow, readRow, type UnreadRow } from './reading.js';
import { type SetAsideCode, setAsideReason } from './set-aside.js';
import { takeRow } from './taken.js';

/** A row of the upload with what was read of it; `id` where its key could be read. */
type Read = Readonly<{ row: UploadRow; reading: ReadRow | UnreadRow; id?: string }>;

/**
 * What one upload says of one child beside what is held (ssda903-import.md, "One outcome a row"): pure; the newer collection year decides, never the order of loading.
 * Rows without a readable CHILD may be passed together as a child of their own with nothing held. A held child whom a whole file leaves out is passed with `uploaded: []`, for its findings.
 */
export const outcomesOf = (upload: ChildUpload): ChildOutcome => {
  const context = readingContext(upload.year, upload.today, upload.completeTo);
  const reads = upload.uploaded.map((row): Read => {
    const reading = readRow(row, context);
    return reading.key === undefined ? { row, reading } : { row, reading, id: idOf(row.module, reading.key) };
  });
  const rows = byKey(upload.held);
  const { outcomes, changed, findings } = takeAll(upload.year, reads, rows);
  const mentioned = new Set(reads.flatMap(({ id }) => id ?? []));
  return {
    outcomes,
    statedAfter: changed.size === 0 ? upload.held : [...rows.values()].flat(),
    changed: [...changed.values()],
    cellFindings: [...findings, ...besideHeader(outcomes, reads, rows, upload.year), ...absences(upload, rows, mentioned)],
  };
};

/** Takes the rows one after the other; an exact repeat finds its own statement held, and is unchanged. Replaces in `rows` what changes. */
const takeAll = (year: number, reads: readonly Read[], rows: Map<string, readonly StatedRow[]>) => {
  const last = lastOfEachKey(reads);
  const changed = new Map<string, StatedRow>();
  const findings: ImportFinding[] = [];
  const take = (row: UploadRow, reading: ReadRow, id: string): RowOutcome => {
    const taken = takeRow(row.module, year, reading, rows.get(id) ?? []);
    if (taken.changed !== undefined) {
      changed.set(id, taken.changed);
      rows.set(id, taken.rows);
    }
    for (const note of [...reading.notes, ...taken.notes]) findings.push(findingIn(row, reading.key, note, year));
    const { outcome, changes } = taken;
    return outcome === 'corrected' ? { row, outcome, key: reading.key, changes } : { row, outcome, key: reading.key };
  };
  const outcomes = reads.map(({ row, reading, id = '' }): RowOutcome => {
    if (isUnread(reading)) return setAside(row, reading.code, reading.column, reading.cell);
    const holds = last.get(id) as ReadRow;
    return reading === holds || sameCells(row.module, reading.written, holds.written) ? take(row, reading, id) : duplicate(row);
  });
  return { outcomes, changed, findings };
};

/** Of several rows with one key the last one holds, those set aside for another reason not counted. */
const lastOfEachKey = (reads: readonly Read[]): Map<string, ReadRow> => {
  const last = new Map<string, ReadRow>();
  for (const { reading, id } of reads) if (id !== undefined && !isUnread(reading)) last.set(id, reading);
  return last;
};

const setAside = (row: UploadRow, code: SetAsideCode, column: string, cell: string): RowOutcome => ({ row, outcome: 'setAside', code, column, reason: setAsideReason(code, column, cell) });

const duplicate = (row: UploadRow): RowOutcome => {
  const column = KEY_COLUMNS[row.module].at(-1) ?? 'CHILD';
  return setAside(row, 'DUPLICATE_ROW', column, valueIn(row.cells, column));
};

const findingIn = ({ module, file, row }: UploadRow, key: string, note: CellNote, year: number): ImportFinding => ({
  code: note.code,
  module,
  key,
  column: note.column,
  written: note.written,
  sentence: sentenceOf(note, year),
  file,
  row,
});

/** Another birth date or sex than the header's in another module (ssda903-import.md, What the product makes 7). */
const besideHeader = (outcomes: readonly RowOutcome[], reads: readonly Read[], rows: ReadonlyMap<string, readonly StatedRow[]>, year: number): ImportFinding[] => {
  return reads.flatMap(({ row, reading }, at) => {
    if (row.module === 'Header' || isUnread(reading) || outcomes[at]?.outcome === 'setAside') return [];
    const headers = rows.get(idOf('Header', valueIn(row.cells, 'CHILD')));
    if (headers === undefined) return [];
    return otherValues(reading.stated, holdingRow(headers).cells).map((note) => findingIn(row, reading.key, note, year));
  });
};

const otherValues = (cells: Cells, header: Cells): CellNote[] =>
  ['DOB', 'SEX']
    .map((column): CellNote & { other: string } => ({ code: 'OTHER_THAN_HEADER', column, written: valueIn(cells, column), other: valueIn(header, column) }))
    .filter(({ written, other }) => written !== '' && other !== '' && written !== other);
