import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Refusal } from '@permanence/kernel/decider';
import { type Cells, type ModuleName, cellsOf, recognise } from '@permanence/locality-hub/domain';
import { CsvError, parse } from 'csv-parse';

/** What takes the rows of a file as they are read. `cells` is undefined where the row has more or fewer cells than the first line. */
export type RowSink = (module: ModuleName, row: number, cells: Cells | undefined, raw: readonly string[]) => Promise<void> | void;

/** A file as read: its module, or why it is refused whole. */
export type FileRead = Readonly<{ ok: true; module: ModuleName; mended: boolean; otherColumns: readonly string[] } | { ok: false; refusal: Refusal }>;

const NOT_UTF8: Refusal = { code: 'FILE_NOT_UTF8', sentence: 'The file is not in UTF-8. Save it as “CSV UTF-8” and send it again.', rule: 'locality-hub.import.reading-1' };
const NOT_CSV: Refusal = { code: 'FILE_NOT_READABLE', sentence: 'The file cannot be read as CSV: a quotation mark is opened and never closed.', rule: 'locality-hub.import.reading-1' };
const EMPTY: Refusal = { code: 'FILE_NOT_RECOGNISED', sentence: 'The file is empty. Each file must begin with the names of its columns.', rule: 'locality-hub.import.reading-1' };

class NotUtf8 extends Error {}

/** Bytes to text, strictly: a byte that is not UTF-8 refuses the file, so that no name or code is changed unseen. */
const strictUtf8 = (): Transform => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (work: () => string, done: (error: Error | null, text?: string) => void): void => {
    let text: string;
    try {
      text = work();
    } catch {
      return done(new NotUtf8());
    }
    done(null, text);
  };
  return new Transform({
    transform: (bytes: Buffer, _encoding, done) => decoded(() => decoder.decode(bytes, { stream: true }), done),
    flush: (done) => decoded(() => decoder.decode(), done),
  });
};

const isBlank = (record: readonly string[]): boolean => record.length === 1 && record[0]?.trim() === '';

/**
 * Reads the rows that follow a recognised first line. Blank lines are no rows, but count as lines. A refused file is
 * read to its end all the same, so that the next file of the upload can be reached.
 */
const readRows = async (records: AsyncIterable<string[]>, sink: RowSink): Promise<FileRead> => {
  let first: ReturnType<typeof recognise> | undefined;
  let row = 0;
  for await (const record of records) {
    row += 1;
    if (isBlank(record)) continue;
    if (first === undefined) first = recognise(record);
    else if (first.ok) await sink(first.module, row, cellsOf(first.map, record), record);
  }
  if (first === undefined) return { ok: false, refusal: EMPTY };
  return first.ok ? { ok: true, module: first.module, mended: first.mended, otherColumns: first.ignored } : { ok: false, refusal: first.refusal };
};

const refusalFor = (error: unknown): Refusal | undefined => (error instanceof NotUtf8 ? NOT_UTF8 : error instanceof CsvError ? NOT_CSV : undefined);

/**
 * Reads a council's file row by row: memory does not grow with its size.
 * A file that is refused may already have given rows to the sink: the caller forgets them.
 */
export const readFile = async (content: AsyncIterable<Uint8Array>, sink: RowSink): Promise<FileRead> => {
  const parser = parse({ bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  let read: FileRead = { ok: false, refusal: EMPTY };
  try {
    await pipeline(content, strictUtf8(), parser, async (records: AsyncIterable<string[]>) => {
      read = await readRows(records, sink);
    });
    return read;
  } catch (error) {
    const refusal = refusalFor(error);
    if (refusal === undefined) throw error;
    return { ok: false, refusal };
  }
};
