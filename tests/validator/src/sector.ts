import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Collection, type FoundRow, type FoundRows, rowOfIndex } from './collection.js';
import { validatorPython } from './python-environment.js';

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('sector_validator.py', import.meta.url));
const AUTHORITY = 'E06000020';

type Answer = Readonly<{ found: Readonly<Record<string, readonly (readonly [table: string, index: number])[]>>; failed: readonly string[]; seconds: number }>;

/** What the sector's validator finds in a collection: its rows, the rules that it could not run, its time in seconds (reading included, start-up not). */
export type SectorAnswer = Readonly<{ found: FoundRows; failed: readonly string[]; seconds: number }>;

const foundRows = (found: Answer['found']): FoundRows =>
  new Map(Object.entries(found).map(([rule, rows]) => [rule, new Set(rows.map(([table, index]): FoundRow => `${table} ${rowOfIndex(index)}`))]));

/** Runs the sector's own validator over collections, for these rules, in one process. */
export const foundBySector = async (collections: readonly Collection[], rules: readonly string[]): Promise<ReadonlyMap<string, SectorAnswer>> => {
  const python = await validatorPython();
  const folder = await mkdtemp(join(tmpdir(), 'ssda903-validator-'));
  try {
    const [jobs, answers] = [join(folder, 'jobs.json'), join(folder, 'answers.json')];
    await writeFile(jobs, JSON.stringify(collections.map((collection) => ({ ...collection, authority: AUTHORITY, rules }))));
    await run(python, [SCRIPT, jobs, answers]);
    const byName = JSON.parse(await readFile(answers, 'utf8')) as Record<string, Answer>;
    return new Map(Object.entries(byName).map(([name, { found, failed, seconds }]) => [name, { found: foundRows(found), failed, seconds }]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
