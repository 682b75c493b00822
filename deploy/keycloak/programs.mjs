import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What Keycloak is fetched and run with: how to ask for each program, and what Debian calls it. */
const PROGRAMS = {
  java: { ask: ['-version'], debian: 'default-jre-headless', name: 'Java 17 or later' },
  mvn: { ask: ['-version'], debian: 'maven', name: 'Maven' },
  unzip: { ask: ['-v'], debian: 'unzip', name: 'unzip' },
};

const isThere = (program) => spawnSync(program, PROGRAMS[program].ask, { stdio: 'ignore' }).status === 0;

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');

const install = (packages) => {
  const apt = (...args) => spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (apt('install', '-y', '--no-install-recommends', ...packages).status === 0) return;
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
};

/**
 * Makes sure of these programs: as root on Debian by installing them.
 * @param {...('java' | 'mvn' | 'unzip')} programs
 * @throws {Error} with a sentence that says what to install
 */
export const need = (...programs) => {
  const missing = programs.filter((program) => !isThere(program));
  if (missing.length > 0 && mayInstall()) install(missing.map((program) => PROGRAMS[program].debian));
  const stillMissing = missing.filter((program) => !isThere(program)).map((program) => PROGRAMS[program].name);
  if (stillMissing.length > 0) throw new Error(`Keycloak needs ${stillMissing.join(' and ')} on this machine: install it and try again, or set KEYCLOAK_URL to a Keycloak that runs.`);
};
