import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectFile } from '@permanence/platform/host';
import { freePort } from '@permanence/testing/region';
import { seconds } from '../messaging.sample.js';

/** The day of which the records are, and the next, on which they are read: so that they can be asked for as they were known the day before. */
export const LOADED_ON = '2026-11-24';
export const READ_ON = '2026-11-25';
/** The newest month that is held whole. */
export const MONTH = '2026-10';

/** How long loading took, by the clock and at work in the loading program, and how long it was until every figure stood. */
export type Loaded = Readonly<{ children: number; events: number; seconds: number; working: number; countedAfter: number }>;

export type BenchRegion = Readonly<{ authorities: number; folder: string; url: string; loaded: Loaded; settled: () => Promise<void>; stop: () => Promise<void> }>;

const LOADER = projectFile('dist', 'tools', 'demonstration', 'england', 'main.js');

const run = async (...args: readonly string[]): Promise<string> => {
  const child = spawn(process.execPath, [LOADER, ...args], { cwd: projectFile('.'), stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new Error('England could not be loaded');
  return said;
};

const answer = async (child: ChildProcess, asked: 'ready' | 'settle' | 'stop'): Promise<void> => {
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`the region ended before it was ${asked}`)));
  if (asked !== 'ready') child.send(asked);
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
};

const load = async (authorities: number, folder: string, settled: () => Promise<void>): Promise<Loaded> => {
  const said = await run('--data', folder, '--authorities', String(authorities), '--today', LOADED_ON);
  const [, children, events, took, working] = /councils, (\d+) children, (\d+) events in (\d+) seconds, (\d+) of them at work/.exec(said) ?? [];
  const countedAfter = await seconds(settled);
  return { children: Number(children), events: Number(events), seconds: Number(took), working: Number(working), countedAfter };
};

/**
 * A region of the first so many councils of England with all their children, loaded and counted.
 * With BENCH_DATA the data is kept in that folder, and what is there already is not loaded again: England takes a quarter of an hour.
 */
export const openEngland = async (authorities: number): Promise<BenchRegion> => {
  const kept = process.env['BENCH_DATA'];
  const folder = kept === undefined ? await mkdtemp(join(tmpdir(), 'permanence-england-')) : join(kept, String(authorities));
  await mkdir(folder, { recursive: true });
  await run('--data', folder, '--authorities', String(authorities), '--partnership');
  const port = await freePort();
  const child = fork(projectFile('tests', 'bench', 'src', 'england', 'region.process.ts'), [folder, String(port), READ_ON], {
    execArgv: ['--import', '@swc-node/register/esm-register'], env: { ...process.env, PARTNERSHIP_FILE: join(folder, 'partnership.json') }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await answer(child, 'ready');
  const settled = (): Promise<void> => answer(child, 'settle');
  const note = join(folder, 'loaded.json');
  if (!existsSync(note)) writeFileSync(note, JSON.stringify(await load(authorities, folder, settled)));
  await settled();
  const stop = async (): Promise<void> => {
    await answer(child, 'stop');
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  };
  return { authorities, folder, url: `http://localhost:${port}`, loaded: JSON.parse(readFileSync(note, 'utf8')) as Loaded, settled, stop };
};
