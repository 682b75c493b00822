import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { projectFile } from '@permanence/platform/host';
import { TODAY, dataFolderForTest, freePort } from '@permanence/testing/region';

/** The product in a process of its own. `written` is all that it wrote so far. */
export type RegionProcess = Readonly<{ url: string; written: () => string; stop: () => Promise<void> }>;

/** Starts it with a log that leaves nothing out. */
export const startRegionProcess = async (): Promise<RegionProcess> => {
  const [port, folder] = [await freePort(), await dataFolderForTest()];
  const program = projectFile('tests', 'browser', 'src', 'privacy', 'product.mjs');
  const child = spawn(process.execPath, [program, String(port), folder, TODAY], { cwd: projectFile('.'), stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', LOG_LEVEL: 'trace' } });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  const gone = once(child, 'exit');
  const first = await Promise.race([once(child, 'message'), gone.then(() => undefined)]);
  if (first === undefined) throw new Error(`the product did not start: ${lines.join('')}`);
  return {
    url: (first[0] as { url: string }).url,
    written: () => lines.join(''),
    stop: async () => {
      child.send('stop');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
