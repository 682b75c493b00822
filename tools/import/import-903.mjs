// npm run import:903 -- --authority E10000028 --year 2021 FILE…: loads SSDA903 files as a council's performance officer would.
import { setTimeout as wait } from 'node:timers/promises';
import { tokenFor } from '../token/sign-in.mjs';
import { ImportApi } from './api.mjs';
import { readArguments } from './arguments.mjs';
import { progressLine, progressTo, resultLines } from './show.mjs';

const LOOK_AGAIN_MS = 400;

const untilEnded = async (api, id) => {
  const show = progressTo(process.stdout);
  for (;;) {
    const view = await api.view(id);
    if (view.status !== 'running') {
      if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
      return view;
    }
    show(progressLine(view), Date.now());
    await wait(LOOK_AGAIN_MS);
  }
};

/** @returns {Promise<number>} the exit code: 0 when every file was read and the import came to its end */
const main = async () => {
  const asked = readArguments(process.argv.slice(2));
  const token = asked.token ?? (await tokenFor({ origin: asked.origin, role: 'performance-officer', authority: asked.authority }));
  const api = new ImportApi(asked.origin, token);
  process.stdout.write(`Sending ${asked.files.length} ${asked.files.length === 1 ? 'file' : 'files'} of the collection that ends in ${asked.year} to ${asked.origin} …\n`);
  const id = await api.start(asked);
  process.once('SIGINT', () => {
    process.stdout.write(`\nThe import goes on without this command: ${asked.origin}/imports/${id}\n`);
    process.exit(130);
  });
  const view = await untilEnded(api, id);
  process.stdout.write(`${resultLines(view, asked.origin).join('\n')}\n`);
  if (view.status === 'failed') throw new Error(view.failure ?? 'The import failed. What it had applied stays; send the files again to go on.');
  return view.files.some(({ refused }) => refused !== null) ? 1 : 0;
};

try {
  process.exitCode = await main();
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
