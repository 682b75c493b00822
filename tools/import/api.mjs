// The import routes of the API, as a program uses them.
import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';

const SENTENCES = {
  401: 'The token is not accepted: it may have run out. Get a new one and try again.',
  403: 'This person may not import files. Sign in as a performance officer of the council.',
  404: 'That council is not this person’s own. A performance officer imports the files of the own council only.',
  413: 'A file is too large: 100 MB at most.',
};

/** What a refusal says to whoever ran the command: its own sentences where it has some. */
const sentenceOf = async (response) => {
  const body = await response.text();
  const problem = response.headers.get('content-type')?.includes('json') ? JSON.parse(body) : {};
  const fields = (problem.errors ?? []).map(({ sentence }) => sentence);
  const own = fields.length > 0 ? fields.join('\n') : problem.detail;
  return response.status === 404 || !own ? (SENTENCES[response.status] ?? own ?? `The portal answered ${response.status}. Its log says why.`) : own;
};

/** Speaks to one origin with one token. */
export class ImportApi {
  constructor(origin, token) {
    this.origin = origin;
    this.token = token;
  }

  /** Sends the files; they are read from the disk while they are sent, never whole. @returns {Promise<string>} the import's id */
  async start({ authority, year, asAt, check, files }) {
    const form = new FormData();
    form.set('authority', authority);
    form.set('year', year);
    if (asAt !== undefined) form.set('asAt', asAt);
    if (check) form.set('check', 'true');
    for (const { path, name } of files) form.append('files', await openAsBlob(path, { type: 'text/csv' }), name);
    const { id } = await this.#ask('imports', { method: 'POST', body: form, headers: { 'idempotency-key': randomUUID() } });
    return id;
  }

  /** How far the import is, and what became of its rows. */
  view(id) {
    return this.#ask(`imports/${id}`, { signal: AbortSignal.timeout(30_000) });
  }

  async #ask(path, { headers = {}, ...options } = {}) {
    const response = await fetch(`${this.origin}/api/locality-hub/v1/${path}`, { ...options, headers: { ...headers, authorization: `Bearer ${this.token}` } }).catch((cause) => {
      throw new Error(`${this.origin} does not answer (${cause.cause?.code ?? cause.message}). Start it with npm start, or give its port with --port.`, { cause });
    });
    if (!response.ok) throw new Error(await sentenceOf(response));
    return response.json();
  }
}
