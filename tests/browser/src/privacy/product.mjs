// The whole product in a process of its own, as npm start has it: what it writes is what an operator's log would hold.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfChanged, root } from '../../../../tools/start/prepare.mjs';

const [port, dataFolder, today] = process.argv.slice(2);
await buildIfChanged(() => undefined);
const { start } = await import(pathToFileURL(join(root, 'dist', 'apps', 'all-in-one', 'src', 'main.js')).href);
const region = await start({ port: Number(port), dataFolder, today });
process.once('message', async () => {
  await region.stop();
  process.exit(0);
});
process.send({ url: region.url });
