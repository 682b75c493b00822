// Fetches true Keycloak by Maven, for machines without a Docker engine: node deploy/keycloak/fetch.mjs
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { need } from './programs.mjs';

const VERSION = '26.4.0';
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';
const cache = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.cache');

/** Where Keycloak lies when it has been fetched. Nothing is written there afterwards. */
export const keycloakFolder = join(cache, `keycloak-${VERSION}`);

/**
 * Keycloak in `.cache`, built for the database in memory; the archive stays in Maven's own cache.
 * @returns {Promise<string>} its folder
 * @throws {Error} with a sentence, when a program is missing that may not be installed from here, or the download fails
 */
export const fetchKeycloak = async () => {
  if (existsSync(keycloakFolder)) return keycloakFolder;
  need('java', 'mvn', 'unzip');
  const half = join(cache, `keycloak-half.${process.pid}`);
  await mkdir(half, { recursive: true });
  try {
    run('mvn', ['-B', '-q', `${PLUGIN}:copy`, `-Dartifact=org.keycloak:keycloak-quarkus-dist:${VERSION}:zip`, `-DoutputDirectory=${half}`], 'could not be fetched by Maven');
    run('unzip', ['-q', join(half, `keycloak-quarkus-dist-${VERSION}.zip`), '-d', half], 'could not be unpacked');
    const unpacked = join(half, `keycloak-${VERSION}`);
    run(join(unpacked, 'bin', 'kc.sh'), ['build', '--db=dev-mem'], 'could not be built');
    await keep(unpacked);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  return keycloakFolder;
};

/** Renamed into place, so that a fetch that is cut off leaves nothing that looks whole; somebody else may have been quicker. */
const keep = async (unpacked) => {
  try {
    await rename(unpacked, keycloakFolder);
  } catch (fault) {
    if (!existsSync(keycloakFolder)) throw fault;
  }
};

const run = (program, args, whatFailed) => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Keycloak ${VERSION} ${whatFailed}. Check the network and the space on the disk, and try again.\n${stdout}${stderr}`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await fetchKeycloak()}\n`);
  } catch (fault) {
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 1;
  }
}
