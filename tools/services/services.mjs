// npm run services: each service as a process of its own, with true Kafka and true Keycloak, on this machine.
// Addresses of the environment (DATABASE_ADMIN_URL, KAFKA_BROKERS, KEYCLOAK_URL with PERMANENCE_PORTAL_SECRET) are used instead of starting one's own.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfChanged, checkFolders, checkNode, checkPort, install, root } from '../start/prepare.mjs';
import { Processes } from '../test/processes.mjs';
import { freePort, startDatabase, startKafka, startKeycloak } from './addresses.mjs';
import { peopleLines } from './people.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const processes = new Processes();
const opened = { database: undefined };

const readArguments = () => {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' }, data: { type: 'string', default: '.data/services' }, today: { type: 'string' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`--port ${values.port} is not a port. Give a number from 1 to 65535.`);
  return { port, folder: resolve(values.data), today: values.today };
};

/** Ends everything, last started first; the database last of all. */
const end = async (code) => {
  await processes.stop();
  await opened.database?.stop();
  process.exit(code);
};

/** Starts one service and waits until it answers. @returns {Promise<string>} its address */
const startService = async (name, { port, folder, today, surroundings }, more = {}) => {
  const { appUrl, ownerUrl, relayUrl } = opened.database.urlsOf(name.replaceAll('-', '_'));
  const env = {
    ...process.env, ...surroundings, ...more, ...(today ? { TODAY: today } : {}),
    DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATABASE_RELAY_URL: relayUrl, PORT: String(port), HOST: '127.0.0.1',
  };
  const log = join(folder, `${name}.log`);
  const ended = () => {
    say(`${name} ended by itself; ${log} says why. Stopping the others …`);
    return end(1);
  };
  await processes.background(process.execPath, [join(root, 'dist', 'apps', name, 'src', 'main.js')], { cwd: root, env, log, ended, isReady: (text) => text.includes(`${name} answers at`) });
  say(`  ${name} answers (process of its own, log in ${log})`);
  return `http://127.0.0.1:${port}`;
};

const startAll = async ({ port, folder, today }) => {
  const publicUrl = `http://localhost:${port}`;
  say('Starting PostgreSQL, Kafka and Keycloak (fetched by Maven the first time; Keycloak takes half a minute) …');
  opened.database = await startDatabase(folder);
  const brokers = await startKafka(processes, folder);
  const keycloak = await startKeycloak(processes, publicUrl);
  const surroundings = { KAFKA_BROKERS: brokers, KEYCLOAK_URL: keycloak.url };
  const start = async (name, more) => startService(name, { port: more ? port : await freePort(), folder, today, surroundings }, more);
  say('Starting the services …');
  const regionalHub = await start('regional-hub');
  // locality-hub asks there whether a profile is shared.
  Object.assign(surroundings, { REGIONAL_HUB_URL: regionalHub });
  const localityHub = await start('locality-hub');
  await start('portal', { PUBLIC_URL: publicUrl, PORTAL_CLIENT_SECRET: keycloak.secret, LOCALITY_HUB_URL: localityHub, REGIONAL_HUB_URL: regionalHub });
  return { publicUrl, brokers, keycloak };
};

const introduce = async ({ publicUrl, brokers, keycloak }, seconds) => {
  say(`\nReady after ${seconds} seconds: open ${publicUrl}`);
  say(`Kafka is ${brokers}, Keycloak is ${keycloak.url}.`);
  if (keycloak.password === undefined) return;
  say(`Everybody's password, made for this run: ${keycloak.password}`);
  for (const line of await peopleLines()) say(line);
  say('\nStop with Ctrl-C. The data stays in the data folder.');
};

let stopping = () => process.exit(130);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopping());

try {
  const began = Date.now();
  const asked = readArguments();
  checkNode();
  await checkPort(asked.port, 'npm run services');
  await checkFolders(asked.folder, say, 'npm run services');
  await install(say);
  await buildIfChanged(say);
  stopping = () => {
    stopping = () => undefined;
    say('\nStopping …');
    return end(0);
  };
  await introduce(await startAll(asked), Math.round((Date.now() - began) / 1000));
} catch (fault) {
  // What was stopped while it started fails too; whoever stopped it knows.
  if (!processes.stopping) {
    process.stderr.write(`${fault.message}\n`);
    await end(1);
  }
}
