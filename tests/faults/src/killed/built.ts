import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFile } from '@permanence/platform/host';

/** The product and these tests as plain JavaScript: compiling them for each process would take longer than all the rest. */
export type Built = Readonly<{ program: (name: string) => string; remove: () => Promise<void> }>;

/** Builds inside the checkout, so that what runs finds its packages and the files that ship beside the code. */
export const build = async (): Promise<Built> => {
  const folder = projectFile('.cache', 'tests', `built-${randomUUID()}`);
  const swc = projectFile('node_modules', '@swc', 'cli', 'bin', 'swc.js');
  await promisify(execFile)(process.execPath, [swc, 'libs', 'tests/faults/src', '-d', folder, '--config-file', '.swcrc', '-q', '-D'], { cwd: projectFile('.'), env: { ...process.env, NODE_OPTIONS: '' } });
  return { program: (name) => join(folder, 'tests', 'faults', 'src', `${name}.js`), remove: () => rm(folder, { recursive: true, force: true }) };
};
