import { randomUUID } from 'node:crypto';
import type { ImportUpload } from './locality-hub.js';

const NEW_LINE = '\r\n';

/** A name in a part's header can neither end it nor open a new one. */
const quoted = (name: string): string => name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** An upload as a multipart body, made while it is sent: fields first, then each file as it comes. */
export const multipartOf = (upload: ImportUpload): Readonly<{ boundary: string; body: AsyncIterable<Uint8Array> }> => {
  const boundary = `permanence-${randomUUID()}`;
  return { boundary, body: partsOf(upload, boundary) };
};

const partsOf = async function* ({ authority, year, asAt, check, files }: ImportUpload, boundary: string): AsyncGenerator<Uint8Array> {
  const text = (...lines: readonly string[]): Uint8Array => Buffer.from(lines.join(NEW_LINE));
  const fields: readonly (readonly [string, string | undefined])[] = [['authority', authority], ['year', String(year)], ['asAt', asAt], ['check', String(check)]];
  for (const [name, value] of fields) if (value !== undefined) yield text(`--${boundary}`, `Content-Disposition: form-data; name="${name}"`, '', value, '');
  for await (const { name, content } of files) {
    yield text(`--${boundary}`, `Content-Disposition: form-data; name="files"; filename="${quoted(name)}"`, 'Content-Type: text/csv', '', '');
    yield* content;
    yield text('', '');
  }
  yield text(`--${boundary}--`, '');
};
