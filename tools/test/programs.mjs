// The programs that the tests need beside Node: asked for, and as root on Debian installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const answers = (program, ...args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (program) => (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));

const CAN_MAKE_ENVIRONMENTS = 'import sys, venv, ensurepip; sys.exit(0 if (3, 9) <= sys.version_info[:2] <= (3, 11) else 1)';

const faketimeFolders = () => (existsSync('/usr/lib') ? ['/usr/lib', ...readdirSync('/usr/lib').map((folder) => join('/usr/lib', folder))] : []);

/** Where a browser is: the one that CHROMIUM names, one without windows, which spends least, or one of the usual places. */
export const chromium = () => [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((file) => file && isExecutable(file));

/** Each program: what needs it, how to see whether it is there, what Debian calls it, and what to do elsewhere. */
export const PROGRAMS = [
  { name: 'Java 17 or later', forWhat: 'Kafka and Keycloak', isThere: () => answers('java', '-version'), debian: ['openjdk-17-jre-headless'], otherwise: 'install a Java 17 runtime (macOS: brew install openjdk@17)' },
  { name: 'Maven', forWhat: 'fetching Kafka and Keycloak', isThere: () => answers('mvn', '-version'), debian: ['maven'], otherwise: 'install maven (macOS: brew install maven)' },
  { name: 'unzip', forWhat: 'unpacking Keycloak', isThere: () => onPath('unzip'), debian: ['unzip'], otherwise: 'install unzip' },
  { name: 'Chromium', forWhat: 'the tests of pages', isThere: () => chromium() !== undefined, debian: ['chromium-headless-shell'], otherwise: 'install Chromium, or name its program in CHROMIUM' },
  { name: 'Python 3.9 to 3.11 with venv', forWhat: 'the sector’s own SSDA903 validator', isThere: () => ['python3', 'python3.11', 'python3.10', 'python3.9'].some((python) => answers(python, '-c', CAN_MAKE_ENVIRONMENTS)), debian: ['python3', 'python3-venv'], otherwise: 'install Python 3.11 with its venv module' },
  { name: 'libfaketime', forWhat: 'the tests of clocks', isThere: () => onPath('faketime') || faketimeFolders().some((folder) => existsSync(join(folder, 'faketime', 'libfaketime.so.1'))), debian: ['faketime'], otherwise: 'install libfaketime (macOS: brew install libfaketime)' },
  { name: 'wrk', forWhat: 'measuring requests', isThere: () => onPath('wrk'), debian: ['wrk'], otherwise: 'install wrk (macOS: brew install wrk)' },
  { name: 'pgbench', forWhat: 'measuring queries', isThere: () => onPath('pgbench'), debian: ['postgresql'], otherwise: 'install PostgreSQL’s own programs (macOS: brew install postgresql@15)' },
];

const isRootOnDebian = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');

const apt = (...args) => {
  const { status, stdout, stderr } = spawnSync('apt-get', args, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed. Check that Debian's packages can be reached, then try again.\n${stdout}${stderr}`);
};

/** One sentence for each program that is missing. */
export const sentences = (missing) => missing.map(({ name, forWhat, otherwise }) => `${name} is missing, for ${forWhat}: ${otherwise}, then try again.`);

/**
 * Makes sure of the programs: as root on Debian by installing those that are missing.
 * @throws {Error} with one sentence a program that is missing and may not be installed from here
 */
export const ensurePrograms = (say, wanted = PROGRAMS) => {
  const missing = wanted.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  if (isRootOnDebian()) {
    const packages = missing.flatMap(({ debian }) => debian);
    say(`Installing ${packages.join(', ')} (Debian's packages, once) …`);
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
  }
  const still = missing.filter(({ isThere }) => !isThere());
  if (still.length > 0) throw new Error(sentences(still).join('\n'));
};
