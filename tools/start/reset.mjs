// npm run reset: empties the data folder after asking.
import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { readArguments } from './arguments.mjs';
import { inUseBy } from './in-use.mjs';

const agreed = async (folder) => {
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`Everything in ${folder} will be gone: children, imports, figures, sign-ins. Type yes to go on: `);
  prompt.close();
  return answer.trim().toLowerCase() === 'yes';
};

try {
  const { dataFolder, yes } = readArguments(process.argv.slice(2));
  if (!existsSync(dataFolder)) process.stdout.write(`There is nothing in ${dataFolder}.\n`);
  else {
    const pid = inUseBy(dataFolder);
    if (pid !== undefined) throw new Error(`The data in ${dataFolder} is in use by process ${pid}. Stop it first (Ctrl-C where it runs), then reset.`);
    if (yes || (await agreed(dataFolder))) {
      rmSync(dataFolder, { recursive: true, force: true });
      process.stdout.write(`${dataFolder} is empty.\n`);
    } else process.stdout.write('Nothing was changed.\n');
  }
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
}
