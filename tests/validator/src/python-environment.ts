import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const HERE = fileURLToPath(new URL('.', import.meta.url));
const CHECKOUT = join(HERE, '..', '..', '..');
const REQUIREMENTS = join(HERE, '..', 'requirements.txt');
const INTERPRETERS = ['python3', 'python3.11', 'python3.10', 'python3.9'];
const CAN_MAKE_ENVIRONMENTS = 'import sys, venv, ensurepip; sys.exit(0 if (3, 9) <= sys.version_info[:2] <= (3, 11) else 1)';

const TO_INSTALL = 'The SSDA903 rules are compared with the sector’s own validator, which needs Python 3.9, 3.10 or 3.11 with its venv module. Please install it (on Debian: apt-get install python3 python3-venv).';

const works = async (interpreter: string): Promise<boolean> => {
  try {
    await run(interpreter, ['-c', CAN_MAKE_ENVIRONMENTS]);
    return true;
  } catch (failure) {
    // a failed process carries its exit code, a missing one ENOENT; `instanceof Error` says no across Jest's realms
    if (typeof failure === 'object' && failure !== null && 'code' in failure) return false;
    throw failure;
  }
};

const firstThatWorks = async (): Promise<string | undefined> => {
  for (const interpreter of INTERPRETERS) if (await works(interpreter)) return interpreter;
  return undefined;
};

const isRootOnDebian = (): boolean => existsSync('/etc/debian_version') && process.getuid?.() === 0;

const interpreter = async (): Promise<string> => {
  const present = await firstThatWorks();
  if (present !== undefined) return present;
  if (!isRootOnDebian()) throw new Error(TO_INSTALL);
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', 'python3', 'python3-venv'], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  const installed = await firstThatWorks();
  if (installed === undefined) throw new Error(TO_INSTALL);
  return installed;
};

/**
 * The Python of an environment that holds the sector's validator and nothing else, made once and kept. An environment that
 * was cut off while it was made has no mark of its pins and is made again.
 * @throws Error with what to install, where Python is missing and cannot be installed
 */
export const validatorPython = async (): Promise<string> => {
  const pins = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  const folder = join(process.env.XDG_CACHE_HOME ?? join(CHECKOUT, '.cache'), 'permanence-ssda903-validator');
  const python = join(folder, 'bin', 'python');
  const mark = join(folder, 'pins');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === pins) return python;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await run(await interpreter(), ['-m', 'venv', folder]);
  await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', REQUIREMENTS]);
  await writeFile(mark, pins);
  return python;
};
