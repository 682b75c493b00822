// PM9: from "npm start" on a machine that has it installed and built to the first signed-in page, and the memory of the single process with its database. Medians of five.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFile } from '@permanence/platform/host';
import { freePort } from '@permanence/testing/region';
import { median } from './messaging.sample.js';
import { AUTHORITY, figure } from './service.sample.js';

const ROUNDS = 5;
const LONGEST_MS = 120_000;

type TokenFor = (wanted: Readonly<{ origin: string; role: string; authority: string }>) => Promise<string>;

const { tokenFor } = (await import(projectFile('tools', 'token', 'sign-in.mjs'))) as { tokenFor: TokenFor };

/** Signs in, and asks for something that only a signed-in person gets. */
const isSignedIn = async (origin: string): Promise<boolean> => {
  try {
    const token = await tokenFor({ origin, role: 'team-manager', authority: AUTHORITY });
    return (await fetch(`${origin}/api/locality-hub/v1/me`, { headers: { authorization: `Bearer ${token}` } })).ok;
  } catch {
    // It is not up yet: asked again in a moment, until it takes too long.
    return false;
  }
};

/** Megabytes of a process and all that it started, with the database: memory that several share is counted once (PSS). */
const memoryOf = (pid: number): number => {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)).flatMap((found) => (found ? [{ pid: Number(found[1]), parent: Number(found[2]) }] : []));
  const below = (parent: number): number[] => all.filter((each) => each.parent === parent).flatMap((each) => [each.pid, ...below(each.pid)]);
  const pss = (each: number): number => (existsSync(`/proc/${each}/smaps_rollup`) ? Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))?.[1] ?? 0) : 0);
  return [pid, ...below(pid)].reduce((sum, each) => sum + pss(each), 0) / 1024;
};

const postmasterOf = (folder: string): number => Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

const start = async (folder: string): Promise<{ child: ChildProcess; took: number; memory: number }> => {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, [projectFile('tools', 'start', 'start.mjs'), '--empty', '--port', String(port), '--data', folder], { cwd: projectFile('.'), stdio: 'ignore' });
  while (!(await isSignedIn(`http://localhost:${port}`))) {
    if (child.exitCode !== null || performance.now() - begun > LONGEST_MS) throw new Error('npm start did not come up');
    await wait(50);
  }
  const took = (performance.now() - begun) / 1000;
  return { child, took, memory: memoryOf(child.pid ?? 0) + memoryOf(postmasterOf(folder)) };
};

const folder = await mkdtemp(join(tmpdir(), 'permanence-start-'));
const [times, memories]: [number[], number[]] = [[], []];
// The first start makes the database and is not counted.
for (let round = 0; round <= ROUNDS; round += 1) {
  const { child, took, memory } = await start(folder);
  if (round > 0) {
    times.push(took);
    memories.push(memory);
  }
  child.kill('SIGINT');
  await once(child, 'exit');
}
await rm(folder, { recursive: true, force: true });
figure('PM9', 'seconds from npm start, installed and built, to the first signed-in answer', median(times), 'at most 10');
figure('PM9', 'megabytes of the single process with its database', median(memories), 'at most 900');
