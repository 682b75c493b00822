import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { ImportFile } from '../api/locality-hub.js';
import type { Form } from '../web/form.js';

/** Files of an upload as `ssda903-import.md` allows them: 20 of 100 MB. */
const UPLOAD_LIMITS = { files: 20, fileSize: 100 * 1024 * 1024, fields: 10, fieldSize: 1000 };

/** An upload read as it comes: the form's fields, which stand before its files, then each file once. */
export type Incoming = Readonly<{
  form: Form; files: AsyncIterable<ImportFile>; anyFile: boolean;
  /** Lets the rest of the upload run out, so that the browser hears the answer. */
  discard: () => Promise<void>;
}>;

/** Reads up to the first file. What comes after is read when the files are. */
export const incomingOf = async (request: FastifyRequest, limits = UPLOAD_LIMITS): Promise<Incoming> => {
  const parts = request.parts({ limits });
  const form: Record<string, string> = {};
  let first: MultipartFile | undefined;
  while (first === undefined) {
    const { value, done } = (await parts.next()) as IteratorResult<Multipart, undefined>;
    if (done === true || value === undefined) break;
    if (value.type === 'field') form[value.fieldname] = String(value.value);
    else if (value.filename === '') value.file.resume();
    else first = value;
  }
  const files = filesFrom(first, parts);
  return { form, anyFile: first !== undefined, files, discard: () => exhaust(files) };
};

const filesFrom = async function* (first: MultipartFile | undefined, rest: AsyncIterableIterator<Multipart>): AsyncGenerator<ImportFile> {
  if (first === undefined) return;
  yield { name: first.filename, content: first.file };
  for await (const part of rest) if (part.type === 'file' && part.filename !== '') yield { name: part.filename, content: part.file };
};

const exhaust = async (files: AsyncIterable<ImportFile>): Promise<void> => {
  for await (const { content } of files) for await (const chunk of content) void chunk;
};
