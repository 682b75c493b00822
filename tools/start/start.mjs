// npm start: installs what is missing, builds, starts everything in this process, loads the demonstration councils on the first run.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { readArguments } from './arguments.mjs';
import { loadDemonstration, offerToMakeAgain } from './demonstration.mjs';
import { introduce } from './introduce.mjs';
import { withoutRuntimeWarning } from './runtime-warning.mjs';
import { buildIfChanged, checkFolders, checkNode, checkPort, install, root } from './prepare.mjs';

const say = (line) => process.stdout.write(`${line}\n`);

/** Until something runs that must be stopped, an interrupt ends the command at once. */
let stopping = () => process.exit(130);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopping());

const stopOnce = (region, demonstration) => {
  let begun = false;
  return async () => {
    if (begun) return;
    begun = true;
    say('\nStopping …');
    demonstration?.stop();
    try {
      await region.stop();
      say('Stopped. Your data is kept.');
      process.exit(0);
    } catch (fault) {
      process.stderr.write(`${fault.message}\n`);
      process.exit(1);
    }
  };
};

try {
  const began = Date.now();
  const asked = readArguments(process.argv.slice(2));
  checkNode();
  await checkPort(asked.port);
  await checkFolders(asked.dataFolder, say);
  await install(say);
  await buildIfChanged(say);
  if (!asked.empty) await offerToMakeAgain({ ...asked, say });
  say('Starting the database, the sign-in, the services and the portal …');
  const { start } = await withoutRuntimeWarning(() => import(pathToFileURL(join(root, 'dist', 'apps', 'all-in-one', 'src', 'main.js')).href));
  const region = await start(asked);
  stopping = stopOnce(region, undefined);
  introduce(say, region, Math.round((Date.now() - began) / 1000));
  if (!asked.empty) {
    const demonstration = loadDemonstration({ ...asked, region, say });
    stopping = stopOnce(region, demonstration);
  }
} catch (fault) {
  process.stderr.write(`\n${fault.message}\n`);
  if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${fault.stack}\n${fault.cause?.stack ?? ''}\n`);
  process.exit(1);
}
