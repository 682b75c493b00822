import { setTimeout as wait } from 'node:timers/promises';
import type { CouncilFile } from './files.js';

type ImportView = Readonly<{ status: string; failure: string | null; rows: Readonly<{ total: number; applied: number; setAside: number }> }>;

/** What a performance officer's program does: sends files and waits until they are in the record. */
export class CouncilClient {
  constructor(
    private readonly url: string,
    private readonly authority: string,
    private readonly token: string,
  ) {}

  get = (path: string): Promise<Response> => fetch(`${this.url}${path}`, { headers: { authorization: `Bearer ${this.token}` } });

  /** @returns the import's id. */
  async send(year: number, files: readonly CouncilFile[], more: Readonly<Record<string, string>> = {}): Promise<string> {
    const form = new FormData();
    for (const [name, value] of Object.entries({ authority: this.authority, year: String(year), ...more })) form.append(name, value);
    for (const { name, text } of files) form.append('files', new Blob([text], { type: 'text/csv' }), name);
    const answer = await fetch(`${this.url}/imports`, { method: 'POST', headers: { authorization: `Bearer ${this.token}` }, body: form });
    if (answer.status !== 202) throw new Error(`the upload was answered ${answer.status}: ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  }

  /** Resolves at the end of an import. */
  async ended(id: string): Promise<ImportView> {
    for (;;) {
      const answer = await this.get(`/imports/${id}`);
      const view = (await answer.json()) as ImportView;
      if (!answer.ok) throw new Error(`the import was answered ${answer.status}: ${JSON.stringify(view)}`);
      if (view.status !== 'running') return view;
      await wait(25);
    }
  }

  async load(year: number, files: readonly CouncilFile[], more: Readonly<Record<string, string>> = {}): Promise<ImportView> {
    const view = await this.ended(await this.send(year, files, more));
    if (view.status !== 'done') throw new Error(`the import of ${year} failed: ${view.failure ?? ''}`);
    return view;
  }
}
