// Starts true Keycloak with the realm, and nothing kept: node deploy/keycloak/start.mjs [--port N] [--public-url URL of the portal]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fetchKeycloak } from './fetch.mjs';
import { need } from './programs.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const START_LIMIT_MS = 240_000;
const STOP_LIMIT_MS = 20_000;
const ADMIN = 'admin';

/** See start.d.mts. */
export const startKeycloak = async ({ port, publicUrl = 'http://localhost:8080', portalSecret = secret(), password = secret() } = {}) => {
  const folder = await fetchKeycloak();
  need('java');
  const listening = port ?? await freePort();
  const home = await makeHome(folder, password);
  const adminPassword = secret();
  const server = spawn(join(home, 'bin', 'kc.sh'), [
    'start', '--optimized', '--import-realm', '--cache=local', '--http-enabled=true', '--http-host=127.0.0.1', `--http-port=${listening}`, '--hostname-strict=false',
  ], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: kc.sh starts Java as a child, and both must end.
    detached: true,
    env: { ...process.env, KC_BOOTSTRAP_ADMIN_USERNAME: ADMIN, KC_BOOTSTRAP_ADMIN_PASSWORD: adminPassword, PERMANENCE_PORTAL_SECRET: portalSecret, PERMANENCE_PUBLIC_URL: publicUrl },
  });
  const log = createWriteStream(join(home, 'keycloak.log'));
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  const stop = stopper(server, home);
  const url = `http://127.0.0.1:${listening}`;
  try {
    await ready(url, server);
  } catch (fault) {
    const said = await readFile(join(home, 'keycloak.log'), 'utf8');
    await stop();
    throw new Error(`${fault.message}\n${said.split('\n').slice(-20).join('\n')}`, { cause: fault });
  }
  return { url, portalSecret, password, admin: { username: ADMIN, password: adminPassword }, stop };
};

const secret = () => randomBytes(24).toString('base64url');

const freePort = () => new Promise((resolve, reject) => {
  const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

/** A home for one run: the fetched one is only read, so that several can run at once. */
const makeHome = async (folder, password) => {
  const home = await mkdtemp(join(tmpdir(), 'permanence-keycloak-'));
  for (const part of ['bin', 'conf']) await cp(join(folder, part), join(home, part), { recursive: true });
  for (const part of ['lib', 'providers', 'themes']) await symlink(join(folder, part), join(home, part));
  await mkdir(join(home, 'data', 'import'), { recursive: true });
  await writeFile(join(home, 'data', 'import', 'permanence-realm.json'), JSON.stringify(await realmWith(password)), { mode: 0o600 });
  return home;
};

/** The realm, with one password for everybody: made for this run, and only its hash is written. The file in the repository has none. */
const realmWith = async (password) => {
  const realm = JSON.parse(await readFile(join(here, 'realm.json'), 'utf8'));
  const salt = randomBytes(16);
  const hashIterations = 210_000;
  const value = pbkdf2Sync(password, salt, hashIterations, 64, 'sha512').toString('base64');
  const credential = {
    type: 'password',
    secretData: JSON.stringify({ value, salt: salt.toString('base64'), additionalParameters: {} }),
    credentialData: JSON.stringify({ hashIterations, algorithm: 'pbkdf2-sha512', additionalParameters: {} }),
  };
  return { ...realm, users: realm.users.map((user) => ({ ...user, credentials: [credential] })) };
};

const ready = async (url, server) => {
  const until = Date.now() + START_LIMIT_MS;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`Keycloak ended while it started (exit code ${server.exitCode}).`);
    const answer = await fetch(`${url}/realms/permanence`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await pause(250);
  }
  throw new Error(`Keycloak was not ready within ${START_LIMIT_MS / 1000} seconds.`);
};

const stopper = (server, home) => {
  const signal = (name) => {
    try {
      process.kill(-server.pid, name);
    } catch (fault) {
      // ESRCH: the group has ended already, which is what was wanted.
      if (fault.code !== 'ESRCH') throw fault;
    }
  };
  const withUs = () => {
    signal('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', withUs);
  return async () => {
    process.off('exit', withUs);
    const closed = server.exitCode === null && server.signalCode === null ? once(server, 'close') : undefined;
    signal('SIGTERM');
    await Promise.race([closed, pause(STOP_LIMIT_MS, undefined, { ref: false })]);
    signal('SIGKILL');
    await rm(home, { recursive: true, force: true });
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, 'public-url': { type: 'string' } } });
    // An interrupt while it starts ends this process in order, and with it what it has started.
    for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => process.exit(130));
    const keycloak = await startKeycloak({ port: values.port && Number(values.port), publicUrl: values['public-url'] });
    process.stdout.write(`KEYCLOAK_URL=${keycloak.url}\nPERMANENCE_PORTAL_SECRET=${keycloak.portalSecret}\nEverybody's password: ${keycloak.password}\nAdministrator: ${keycloak.admin.username} ${keycloak.admin.password}\n`);
    for (const name of ['SIGINT', 'SIGTERM']) process.removeAllListeners(name).once(name, async () => { await keycloak.stop(); process.exit(0); });
  } catch (fault) {
    process.stderr.write(`${fault.message}\n`);
    process.exitCode = 1;
  }
}
