// What the tests of a whole run share: one PostgreSQL, one true Kafka, one true Keycloak. Addresses in the environment are used instead.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../start/prepare.mjs';

const KAFKA = ['KAFKA_BROKERS'];
const KEYCLOAK = ['KEYCLOAK_URL', 'PERMANENCE_PORTAL_SECRET', 'KEYCLOAK_ADMIN_USERNAME', 'KEYCLOAK_ADMIN_PASSWORD', 'PERMANENCE_PUBLIC_URL'];

/** Variables that would make a test that starts its own things use these instead. */
export const ADDRESSES = [...KAFKA, ...KEYCLOAK, 'DATABASE_URL', 'DATABASE_OWNER_URL', 'DATABASE_RELAY_URL'];

const pick = (names, from) => Object.fromEntries(names.filter((name) => from[name]).map((name) => [name, from[name]]));

const kafka = async (processes) => {
  if (process.env.KAFKA_BROKERS) return pick(KAFKA, process.env);
  const said = await processes.background(process.execPath, [join(root, 'deploy', 'kafka', 'start.mjs')], { cwd: root, isReady: (text) => /^KAFKA_BROKERS=\S+\n/m.test(text) });
  return { KAFKA_BROKERS: /^KAFKA_BROKERS=(\S+)$/m.exec(said)[1] };
};

const keycloak = async (processes) => {
  if (process.env.KEYCLOAK_URL) return pick(KEYCLOAK, process.env);
  const said = await processes.background(process.execPath, [join(root, 'deploy', 'keycloak', 'start.mjs')], { cwd: root, isReady: (text) => /^Administrator: .*\n/m.test(text) });
  const [, username, password] = /^Administrator: (\S+) (\S+)$/m.exec(said);
  const value = (name) => new RegExp(`^${name}=(\\S+)$`, 'm').exec(said)[1];
  return { KEYCLOAK_URL: value('KEYCLOAK_URL'), PERMANENCE_PORTAL_SECRET: value('PERMANENCE_PORTAL_SECRET'), KEYCLOAK_ADMIN_USERNAME: username, KEYCLOAK_ADMIN_PASSWORD: password };
};

/**
 * Starts Kafka and then Keycloak in the background (both are fetched by Maven, which shares one cache badly).
 * @returns {Promise<Record<string, string>>} the variables that tell tests where they are; without those of one that did not start
 */
export const startBrokerAndIdentity = async (processes, say) => {
  const told = {};
  for (const [name, start] of [['Kafka', kafka], ['Keycloak', keycloak]]) {
    const began = Date.now();
    try {
      Object.assign(told, await start(processes));
      say(`   (${name} answers, after ${Math.round((Date.now() - began) / 1000)} s)`);
    } catch (fault) {
      // Its tests try once more by themselves, and fail with the sentence where it stays so.
      say(`   (${name} did not start: ${fault.message})`);
    }
  }
  return told;
};

/** One PostgreSQL for every group, from the build. @returns its address and what stops it */
export const startPostgres = async () => {
  if (process.env.TEST_DATABASE_URL) return { url: process.env.TEST_DATABASE_URL, stop: async () => {} };
  const built = join(root, 'dist', 'libs', 'embedded', 'postgres', 'src', 'index.js');
  if (!existsSync(built)) return { url: undefined, stop: async () => {} };
  const { startCluster } = await import(pathToFileURL(built).href);
  const folder = await mkdtemp(join(tmpdir(), 'permanence-test-'));
  const cluster = await startCluster({ folder, durable: false, settings: { max_connections: '200' } });
  return {
    url: cluster.adminUrl('postgres'),
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
