import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { binaries, runProgram } from './binaries.js';
import { isAlive, lockFolder } from './folder-lock.js';

export type Cluster = Readonly<{
  /** The superuser's address, without a database name; for provisioning only. */
  adminUrl: (database: string) => string;
  port: number;
  stop: () => Promise<void>;
}>;

export type ClusterOptions = Readonly<{
  /** Where the data lives; made when it is not there. */
  folder: string;
  /** Whether a commit survives a power cut. Tests that do not cut power say no. */
  durable: boolean;
  settings?: Readonly<Record<string, string>>;
}>;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });

const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Enough connections for the services of one process and a browser's worth of people; small memory, since a laptop runs it; statistics soon after a load, since plans made without them are slow. */
const SETTINGS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '120', shared_buffers: '128MB', max_wal_size: '2GB', autovacuum_naptime: '15s', timezone: 'UTC', log_timezone: 'UTC', logging_collector: 'on', log_directory: 'log', log_filename: 'postgresql-%a.log', log_truncate_on_rotation: 'on' };

const initialise = async (initdb: string, data: string, password: string, folder: string): Promise<void> => {
  const file = join(folder, 'password.tmp');
  await writeFile(file, password, { mode: 0o600 });
  // A half-made data folder has no PG_VERSION; nothing of it is worth keeping.
  await rm(data, { recursive: true, force: true });
  await runProgram(initdb, ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', file, '-E', 'UTF8', '--locale=C', '--no-instructions']);
  await rm(file);
};

const passwordOf = async (folder: string, make: boolean): Promise<string> => {
  const file = join(folder, 'superuser');
  if (!make) return (await readFile(file, 'utf8')).trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  return password;
};

const options = (port: number, settings: Readonly<Record<string, string>>): string =>
  Object.entries({ ...settings, port: String(port) }).map(([name, value]) => `-c ${name}='${value}'`).join(' ');

const PORT_LINE = 3;

/** The port of the server that runs over a folder now, as it noted it itself; undefined when none runs. */
export const runningPort = async (folder: string): Promise<number | undefined> => {
  const lines = (await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return lines.length > PORT_LINE && isAlive(Number(lines[0])) ? Number(lines[PORT_LINE]) : undefined;
};

/**
 * Starts PostgreSQL over a folder, making it on the first run and mending what a killed run left behind.
 * The server has its own session: it stops when `stop` is called, not when the terminal sends an interrupt.
 * @throws Error with a sentence when the folder is in use, not writable, or of another PostgreSQL version.
 */
export const startCluster = async ({ folder, durable, settings }: ClusterOptions): Promise<Cluster> => {
  const { initdb, pg_ctl } = await binaries();
  await mkdir(folder, { recursive: true });
  const release = await lockFolder(folder);
  const data = join(folder, 'cluster');
  try {
    const fresh = !existsSync(join(data, 'PG_VERSION')) || !existsSync(join(folder, 'superuser'));
    const password = await passwordOf(folder, fresh);
    if (fresh) await initialise(initdb, data, password, folder);
    else if (existsSync(join(data, 'postmaster.pid'))) await runProgram(pg_ctl, ['-D', data, '-m', 'fast', '-w', 'stop']).catch(() => rm(join(data, 'postmaster.pid'), { force: true }));
    const port = await freePort();
    await runProgram(pg_ctl, ['-D', data, '-w', '-t', '120', '-l', join(folder, 'server.log'), '-o', options(port, { ...SETTINGS, ...(durable ? {} : FAST), ...settings }), 'start']);
    return {
      port,
      adminUrl: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
      stop: async () => {
        await runProgram(pg_ctl, ['-D', data, '-m', 'fast', '-w', '-t', '60', 'stop']);
        await release();
      },
    };
  } catch (cause) {
    await release();
    throw new Error(`PostgreSQL did not start over ${folder}. ${join(folder, 'server.log')} says why; "npm run reset" empties the folder.`, { cause });
  }
};
