// npm run projections:rebuild, dead-letters, access-log:verify, provision, read-only. Builds only when something changed.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfChanged, checkNode, install, root } from '../start/prepare.mjs';
import { withoutRuntimeWarning } from '../start/runtime-warning.mjs';

const built = join(root, 'dist', 'tools', 'operate', 'commands.js');
/** What is printed may be read by a program, so that what is done meanwhile goes beside it. */
const say = (line) => process.stderr.write(`${line}\n`);

try {
  checkNode();
  await install(say);
  await buildIfChanged(say);
  const { operate } = await withoutRuntimeWarning(() => import(pathToFileURL(built).href));
  process.exit(await operate(process.argv.slice(2), process.env, (line) => process.stdout.write(`${line}\n`)));
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}
