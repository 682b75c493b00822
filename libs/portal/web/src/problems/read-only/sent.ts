import type { Form } from '../../web/form.js';

/** What somebody sent and was not done: a page holds it, so that nobody types it twice. */
export type Sent = Readonly<{
  action: string;
  fields: readonly Readonly<{ name: string; value: string }>[];
  /** What of it is text of the person's own, to read and to copy. */
  texts: readonly string[];
}>;

/** The form's token is made anew with each page; its key stays, so that what is sent twice is done once. */
const MADE_ANEW = '_csrf';

const isText = (value: string): boolean => /\S\s+\S/.test(value);

/** The form that was sent to an address; nothing where the page was only asked for. */
export const sentIn = (request: Readonly<{ method: string; url: string; body: unknown }>): Sent | null => {
  if (request.method !== 'POST' || typeof request.body !== 'object' || request.body === null) return null;
  const fields = Object.entries(request.body as Form).filter(([name]) => name !== MADE_ANEW).flatMap(([name, value]) => [value ?? []].flat().map((each) => ({ name, value: each })));
  return { action: request.url, fields, texts: fields.map(({ value }) => value).filter(isText) };
};
