import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { projectFile } from '@permanence/platform/host';

export type Ran = Readonly<{ code: number | null; out: string; err: string }>;

/** Runs one of the commands of the README to its end, as npm would. */
export const run = async (script: string, ...args: readonly string[]): Promise<Ran> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', projectFile(...script.split('/')), ...args], { cwd: projectFile('.'), env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise<number | null>((done) => child.on('exit', done))]);
  return { code, out, err };
};
