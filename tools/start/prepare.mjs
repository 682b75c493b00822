// Everything that must be there before the product can be imported: Node, the packages, the build. No dependency of its own.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.mjs';
import { isAlive, stillInUseBy } from './in-use.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const STAMP = join(root, 'node_modules', '.permanence-installed');

/** Two packages ask for a newer Node than they need; the notice would only frighten. */
const NOISE = /EBADENGINE|install-scripts|^\s*(npm error)?\s*$|npm notice|A complete log of this run|^Node\.js v|^\s+at |^[}\]]/;

/** Node 20.19 can load ES modules from CommonJS, which some packages need. */
export const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Node ${process.versions.node} is too old. Install Node 20.19 or newer, then start again.`);
};

/** @throws {Error} with a sentence when nobody may or can listen there. */
export const checkPort = (port, command = 'npm start') =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', ({ code }) => {
      const why = code === 'EADDRINUSE' ? `Port ${port} is taken by another program. Stop that one, or choose another port: ${command} -- --port ${port === 65535 ? 8080 : port + 1}` : code === 'EACCES' ? `You may not use port ${port}. Choose one above 1023: ${command} -- --port 8080` : `Port ${port} cannot be used (${code}). Choose another: ${command} -- --port 8081`;
      fail(new Error(why));
    });
    probe.listen(port, '127.0.0.1', () => probe.close(done));
  });

const checkWritable = (folder, otherwise) => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(`The folder ${folder} cannot be written to (${cause.code}). ${otherwise}`, { cause });
  }
};

/** @throws {Error} with a sentence when the data folder, or the checkout itself, cannot be written to or is in use. */
export const checkFolders = async (dataFolder, say, command = 'npm start') => {
  const pid = await stillInUseBy(dataFolder, say);
  if (pid !== undefined) throw new Error(`The data in ${dataFolder} is in use by process ${pid}: it seems to run already. Stop that one first (Ctrl-C where it runs), or choose another folder: ${command} -- --data DIR`);
  checkWritable(dataFolder, `Mend its permissions, or choose another folder: ${command} -- --data DIR`);
  checkWritable(root, 'Packages and build are put there: mend its permissions, or work in a checkout of your own.');
};

const run = (program, args, say) =>
  new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    // An interrupt must not leave npm at work: asked politely it would go on to take back what the next start installs.
    const withUs = () => child.kill('SIGKILL');
    process.once('exit', withUs);
    let last = '';
    const listen = (stream) => {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop();
        for (const line of lines.filter((each) => !NOISE.test(each))) {
          last = line;
          say(line);
        }
      });
    };
    listen(child.stdout);
    listen(child.stderr);
    child.once('error', fail);
    child.once('exit', () => process.off('exit', withUs));
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(last || `${program} ended with ${code}`))));
  });

const wanted = () => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).update(process.version).digest('hex');

/** Every package that npm says it put there is there: one that was removed since, by whomever, is seen. */
const isWhole = () => {
  const list = join(root, 'node_modules', '.package-lock.json');
  return existsSync(list) && Object.keys(JSON.parse(readFileSync(list, 'utf8')).packages).every((path) => existsSync(join(root, path, 'package.json')));
};

const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted() && isWhole();

/** Installs the locked packages when they are not there whole; the stamp is written last, so a cut-off installation is made again. */
export const install = async (say) => {
  if (isInstalled()) return;
  say('Installing the packages (about a minute, once) …');
  rmSync(STAMP, { force: true });
  try {
    await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], () => undefined);
  } catch (cause) {
    throw new Error(`The packages could not be installed: ${cause.message}. Check that npm reaches its registry, then start again.`, { cause });
  }
  writeFileSync(STAMP, wanted());
};

const dist = join(root, 'dist');
const half = join(root, '.cache', 'build');

/** What builds that were cut off have left. */
const clearHalfBuilds = () => {
  mkdirSync(half, { recursive: true });
  for (const pid of readdirSync(half)) if (!isAlive(Number.parseInt(pid, 10))) rmSync(join(half, pid), { recursive: true });
};

/** The new build takes the old one's place in a moment: another process may be running from it. */
const putInPlace = (made) => {
  const old = `${made}-old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(made, dist);
  rmSync(old, { recursive: true, force: true });
};

/** Says what a build was made from and what it came to; written last. */
const SEAL = join(dist, '.built-from');

const SOURCES = ['libs', 'apps', 'tools', '.swcrc', 'tsconfig.base.json', 'package-lock.json'].map((path) => join(root, path));

const sealOf = (sources) => JSON.stringify({ sources, node: process.version, made: fingerprint([dist], [SEAL]) });

/** Whether the build is whole, and made from what lies here now: not one byte of sources or build differs. */
const isBuilt = () => existsSync(SEAL) && readFileSync(SEAL, 'utf8') === sealOf(fingerprint(SOURCES));

/** Builds the whole tree when anything of it, or of the build, is not as it was: the second start need not wait for it. */
export const buildIfChanged = async (say) => {
  if (!isBuilt()) await build(say);
};

/** Builds the whole tree anew; a build that is cut off leaves the one before it in place. */
export const build = async (say) => {
  say('Building …');
  clearHalfBuilds();
  const made = join(half, `${process.pid}`);
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const sources = fingerprint(SOURCES);
  try {
    await run(process.execPath, [swc, 'libs', 'apps', 'tools', '-d', made, '--config-file', '.swcrc', '-q', '-D', '--ignore', '**/*.mjs,**/*.mts'], () => undefined);
    await run(process.execPath, [join(root, 'libs', 'portal', 'web', 'build.mjs'), join(made, 'assets')], () => undefined);
  } catch (cause) {
    throw new Error(`The build failed: ${cause.message}. If the checkout was changed by hand, put it back (git status), then start again.`, { cause });
  }
  putInPlace(made);
  writeFileSync(SEAL, sealOf(sources));
};
