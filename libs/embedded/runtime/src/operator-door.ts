import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Where the running process takes an operator's wishes. Who may read the data folder may read this. */
type Door = Readonly<{ port: number; secret: string }>;

/** Shows a waiting client that the work goes on, before its patience with a silent answer ends. */
const BEAT_MS = 10_000;

const fileIn = (dataFolder: string): string => join(dataFolder, 'operator.json');

const isAllowed = ({ method, url, headers }: IncomingMessage, secret: string): boolean => {
  const [given, wanted] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${secret}`)];
  return method === 'POST' && url === '/rebuild' && given.length === wanted.length && timingSafeEqual(given, wanted);
};

/** Answers while the work is done: white space first, one line of JSON last. */
const answer = async (response: ServerResponse, rebuild: () => Promise<void>): Promise<void> => {
  response.writeHead(200, { 'content-type': 'application/json' }).write(' ');
  const beat = setInterval(() => response.write(' '), BEAT_MS);
  try {
    await rebuild();
    response.end(JSON.stringify({ failure: null }));
  } catch (fault) {
    response.end(JSON.stringify({ failure: (fault as Error).message }));
  } finally {
    clearInterval(beat);
  }
};

/**
 * Lets a command on this machine ask the running process to rebuild, which alone holds the relay and the consumer.
 * @returns what closes it.
 */
export const openOperatorDoor = async (dataFolder: string, rebuild: () => Promise<void>): Promise<() => Promise<void>> => {
  const secret = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    if (isAllowed(request, secret)) void answer(response, rebuild);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const door: Door = { port: (server.address() as AddressInfo).port, secret };
  // A note that a killed run left would keep its own mode.
  await rm(fileIn(dataFolder), { force: true });
  await writeFile(fileIn(dataFolder), JSON.stringify(door), { mode: 0o600 });
  return async () => {
    await rm(fileIn(dataFolder), { force: true });
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
};

const doorIn = async (dataFolder: string): Promise<Door | undefined> => {
  const text = await readFile(fileIn(dataFolder), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Door);
};

/**
 * Asks the process that runs on a data folder to rebuild, and waits until it has.
 * @returns false when none runs there (also when one was killed and left its note).
 * @throws Error when it could not.
 */
export const askToRebuild = async (dataFolder: string): Promise<boolean> => {
  const door = await doorIn(dataFolder);
  if (door === undefined) return false;
  const response = await fetch(`http://127.0.0.1:${door.port}/rebuild`, { method: 'POST', headers: { authorization: `Bearer ${door.secret}` } }).catch(() => undefined);
  if (response?.status !== 200) return false;
  const { failure } = (await response.json()) as { failure: string | null };
  if (failure !== null) throw new Error(failure);
  return true;
};
