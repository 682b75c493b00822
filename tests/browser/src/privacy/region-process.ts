import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { projectFile } from '@permanence/platform/host';
import { TODAY, dataFolderForTest, freePort } from '@permanence/testing/region';

/** The product in a process of its own. `written` is all that it wrote so far, `sent` every message that its relays put on topics. */
export type RegionProcess = Readonly<{ url: string; written: () => string; sent: () => string; stop: () => Promise<void> }>;

type Told = Readonly<{ url: string } | { sent: string }>;

/** Starts it with a log that leaves nothing out. @param collector where it sends its traces */
export const startRegionProcess = async (collector: string): Promise<RegionProcess> => {
  const [port, folder] = [await freePort(), await dataFolderForTest()];
  const program = projectFile('tests', 'browser', 'src', 'privacy', 'product.mjs');
  const env = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', LOG_LEVEL: 'trace', OTEL_EXPORTER_OTLP_ENDPOINT: collector };
  const child = spawn(process.execPath, [program, String(port), folder, TODAY], { cwd: projectFile('.'), stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  const messages: string[] = [];
  const gone = once(child, 'exit').then(() => undefined);
  const started = new Promise<string>((done) => {
    child.on('message', (told: Told) => ('url' in told ? done(told.url) : messages.push(told.sent)));
  });
  const url = await Promise.race([started, gone]);
  if (url === undefined) throw new Error(`the product did not start: ${lines.join('')}`);
  return {
    url,
    written: () => lines.join(''),
    sent: () => messages.join('\n'),
    stop: async () => {
      if (child.exitCode !== null) return;
      child.send('stop');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
};
