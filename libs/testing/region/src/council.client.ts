import { setTimeout as wait } from 'node:timers/promises';
import type { CouncilFile } from './council-files.js';

export type ImportView = Readonly<{
  id: string; status: 'running' | 'done' | 'failed'; failure: string | null; nothingChanged: boolean; findings: number;
  rows: Readonly<{ total: number; applied: number; unchanged: number; corrected: number; setAside: number }>;
  files: readonly Readonly<{ name: string; module: string | null; rows: number; refused: Readonly<{ code: string; sentence: string }> | null }>[];
}>;

const NOT_AVAILABLE = 503;

/** What a council's program does over the public origin, or over a service's own, with a token of one person. */
export class CouncilClient {
  constructor(
    private readonly origin: string,
    private readonly authority: string,
    private readonly token: string,
  ) {}

  /** Asks an address below `/api/`. */
  readonly get = (path: string): Promise<Response> => fetch(`${this.origin}/api/${path}`, { headers: { authorization: `Bearer ${this.token}` } });

  /** Asks an address below `/api/` for its JSON. @throws Error with the status when it is not answered. */
  readonly json = async <T>(path: string): Promise<T> => {
    const answer = await this.get(path);
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };

  /** Every item of a list, page after page. */
  readonly all = async <T>(path: string): Promise<readonly T[]> => {
    const items: T[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: Readonly<{ items: readonly T[]; next: string | null }> = await this.json(`${path}${path.includes('?') ? '&' : '?'}limit=500${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`);
      items.push(...page.items);
      next = page.next;
    }
    return items;
  };

  /** Sends JSON. */
  readonly send = (method: 'POST' | 'PUT', path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${this.origin}/api/${path}`, { method, headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

  /** Uploads the files of a collection. `more` are further fields of the form. */
  readonly upload = (year: number, files: readonly CouncilFile[], more: Readonly<Record<string, string>> = {}): Promise<Response> => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ authority: this.authority, year: String(year), ...more })) form.append(name, value);
    for (const { name, text } of files) form.append('files', new Blob([text], { type: 'text/csv' }), name);
    return fetch(`${this.origin}/api/locality-hub/v1/imports`, { method: 'POST', headers: { authorization: `Bearer ${this.token}` }, body: form });
  };

  /** Resolves at the end of an import. "Not available at the moment" (503) is asked again, as its sentence says. */
  async ended(id: string): Promise<ImportView> {
    for (;;) {
      const answer = await this.get(`locality-hub/v1/imports/${id}`);
      if (!answer.ok && answer.status !== NOT_AVAILABLE) throw new Error(`the import was answered ${answer.status}: ${await answer.text()}`);
      const view = (await answer.json()) as ImportView;
      if (answer.ok && view.status !== 'running') return view;
      await wait(50);
    }
  }

  /** Uploads the files. @returns the import's id. @throws Error when they are not taken. */
  async begin(year: number, files: readonly CouncilFile[], more: Readonly<Record<string, string>> = {}): Promise<string> {
    const answer = await this.upload(year, files, more);
    if (answer.status !== 202) throw new Error(`the upload was answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  }

  /** Uploads the files and waits for the end. @throws Error when the import fails. */
  async load(year: number, files: readonly CouncilFile[], more: Readonly<Record<string, string>> = {}): Promise<ImportView> {
    const view = await this.ended(await this.begin(year, files, more));
    if (view.status !== 'done') throw new Error(`the import of ${year} failed: ${view.failure ?? ''}`);
    return view;
  }
}
