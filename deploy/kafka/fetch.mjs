// Fetches true Kafka from Maven's repository, for machines without a Docker engine: node deploy/kafka/fetch.mjs
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const VERSION = '4.1.0';
const folder = join(here, '..', '..', '.cache', `kafka-${VERSION}`);

/** The folder of Kafka's jars. */
export const jars = join(folder, 'libs');

const has = (command, argument) => spawnSync(command, [argument], { stdio: 'ignore' }).status === 0;

const isRootOnDebian = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** Installs a missing program where we may, else says what to install. */
const need = (command, argument, debianPackage, sentence) => {
  if (has(command, argument)) return;
  if (isRootOnDebian()) {
    const install = () => spawnSync('apt-get', ['install', '-y', '--no-install-recommends', debianPackage], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    if (install().status !== 0) {
      spawnSync('apt-get', ['update'], { stdio: 'ignore' });
      install();
    }
  }
  if (!has(command, argument)) throw new Error(sentence);
};

/** Java alone; starting Kafka needs no Maven. */
export const needJava = () => need('java', '-version', 'openjdk-17-jre-headless', 'Kafka needs Java 17 or later. Install it (Debian: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17) and try again.');

/**
 * Copies Kafka's jars into .cache once.
 * @returns {Promise<string>} the folder of the jars
 * @throws {Error} with a sentence, when Java or Maven is missing and may not be installed from here, or the download fails
 */
export const fetchKafka = async () => {
  needJava();
  if (existsSync(join(jars, `kafka_2.13-${VERSION}.jar`))) return jars;
  need('mvn', '-version', 'maven', 'Fetching Kafka needs Maven. Install it (Debian: apt-get install maven; macOS: brew install maven) and try again.');
  const half = `${jars}.${process.pid}`;
  await mkdir(folder, { recursive: true });
  const copied = spawnSync('mvn', ['-B', '-q', '-f', join(here, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${half}`], { encoding: 'utf8' });
  if (copied.status !== 0) {
    await rm(half, { recursive: true, force: true });
    throw new Error(`Kafka ${VERSION} could not be fetched from Maven's repository. Check the network and try again.\n${copied.stdout}${copied.stderr}`);
  }
  await rm(jars, { recursive: true, force: true });
  await rename(half, jars);
  return jars;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await fetchKafka()}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
