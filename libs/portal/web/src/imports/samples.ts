import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '@permanence/platform/host';
import type { ImportFile } from '../api/locality-hub.js';

/** One small council's files, offered to try out: the newest collection of `examples/ssda903`, and its names. */
export class Samples {
  readonly year: number;
  readonly names: readonly string[];
  private readonly paths: ReadonlyMap<string, string>;

  constructor(folder: string = projectFile('examples', 'ssda903')) {
    const entries = readdirSync(folder, { withFileTypes: true });
    const newest = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort().at(-1) ?? '';
    const csv = (path: string): readonly [string, string][] => readdirSync(path).filter((name) => name.endsWith('.csv')).map((name) => [name, join(path, name)]);
    this.year = Number(newest);
    this.paths = new Map([...csv(join(folder, newest)), ...csv(folder)]);
    this.names = [...this.paths.keys()];
  }

  /** One of the files, for download; undefined when it is none of them. */
  file(name: string): AsyncIterable<Uint8Array> | undefined {
    const path = this.paths.get(name);
    return path === undefined ? undefined : createReadStream(path);
  }

  /** All of them, as an upload. */
  async *files(): AsyncGenerator<ImportFile> {
    for (const [name, path] of this.paths) yield { name, content: createReadStream(path) };
  }
}
