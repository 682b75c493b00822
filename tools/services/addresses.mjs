// What the services stand on: addresses given by the environment, else a server of this machine for each.
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../start/prepare.mjs';

export const freePort = () =>
  new Promise((done, fail) => {
    const probe = createServer().once('error', fail).listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

/** PostgreSQL of DATABASE_ADMIN_URL, else the embedded one; either with schemas and roles. @returns {{ urlsOf, stop }} */
export const startDatabase = async (folder) => {
  const built = await import(pathToFileURL(join(root, 'dist', 'libs', 'embedded', 'runtime', 'src', 'database.js')).href);
  const adminUrl = process.env.DATABASE_ADMIN_URL;
  return adminUrl ? built.provisionedAt(adminUrl, folder) : built.startDatabase(folder);
};

/** @returns {Promise<string>} what KAFKA_BROKERS takes */
export const startKafka = async (processes, folder) => {
  if (process.env.KAFKA_BROKERS) return process.env.KAFKA_BROKERS;
  const data = join(folder, 'kafka');
  await mkdir(data, { recursive: true });
  const said = await processes.background(process.execPath, [join(root, 'deploy', 'kafka', 'start.mjs'), '--data', data], { cwd: root, isReady: (text) => /^KAFKA_BROKERS=\S+\n/m.test(text) });
  return /^KAFKA_BROKERS=(\S+)$/m.exec(said)[1];
};

/** @returns {Promise<{ url: string, secret: string, password?: string }>} its address, the secret of the portal's client, and everybody's password where we made it */
export const startKeycloak = async (processes, publicUrl) => {
  const { KEYCLOAK_URL: url, PERMANENCE_PORTAL_SECRET: secret } = process.env;
  if (url && !secret) throw new Error('KEYCLOAK_URL is set, so PERMANENCE_PORTAL_SECRET must be too: the secret of the client permanence-portal there.');
  if (url) return { url, secret };
  const said = await processes.background(process.execPath, [join(root, 'deploy', 'keycloak', 'start.mjs'), '--public-url', publicUrl], { cwd: root, isReady: (text) => /^Administrator: .*\n/m.test(text) });
  const value = (pattern) => pattern.exec(said)[1];
  return { url: value(/^KEYCLOAK_URL=(\S+)$/m), secret: value(/^PERMANENCE_PORTAL_SECRET=(\S+)$/m), password: value(/^Everybody's password: (\S+)$/m) };
};
