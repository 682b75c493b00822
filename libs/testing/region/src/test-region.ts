import 'reflect-metadata';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningRegion, startRegion } from '@permanence/embedded/runtime';
import { LocalDate } from '@permanence/kernel/values';
import type { Role } from '@permanence/platform/identity';
import { tokenFor } from '../../../../tools/token/sign-in.mjs';
import { exampleFiles } from './council-files.js';
import { CouncilClient } from './council.client.js';

/** The day on which a test's region believes to be. */
export const TODAY = LocalDate('2026-09-30');

/** The whole product on a port of its own, over a folder that goes with it. */
export type TestRegion = Readonly<{
  url: string;
  port: number;
  dataFolder: string;
  region: RunningRegion;
  /** As the first person with this role there. */
  as: (role: Role, authority: string) => Promise<CouncilClient>;
  tokenOf: (role: Role, authority: string) => Promise<string>;
  /** Loads the example's two collections as this council's, and its staff. */
  loadExample: (authority: string) => Promise<void>;
  stop: () => Promise<void>;
}>;

/** A port that nobody listens on. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** The staff of the example's files; the third works in a team in which nobody signs in. */
const STAFF = [['00001', 'Ines', 'Falconer', 0], ['00002', 'Rhodri', 'Pell', 0], ['00003', 'Maud', 'Tansley', 1]] as const;
const TEAMS: Readonly<Record<string, readonly [string, string]>> = { E10000028: ['Stafford', 'Tamworth'], E06000021: ['Burslem', 'Hanley'], E06000051: ['Oswestry', 'Ludlow'], E06000020: ['Wellington', 'Madeley'] };
const DIGITS: Readonly<Record<string, string>> = { E10000028: '1', E06000021: '2', E06000051: '3', E06000020: '4' };

const staffOf = (authority: string) =>
  STAFF.map(([number, forename, surname, team]) => ({ registration: `SW${DIGITS[authority] ?? '9'}${number}`, forename, surname, team: TEAMS[authority]?.[team] ?? null, role: 'locality-social-worker' }));

/** Where a region keeps its data, for those who start it twice. */
export const dataFolderForTest = (): Promise<string> => mkdtemp(join(tmpdir(), 'permanence-region-'));

/**
 * Starts the product.
 * @param dataFolder kept when the region stops; without it the region has one of its own, which goes with it
 */
export const openRegion = async ({ today = TODAY, dataFolder: kept }: Readonly<{ today?: LocalDate; dataFolder?: string }> = {}): Promise<TestRegion> => {
  const [port, dataFolder] = await Promise.all([freePort(), kept ?? dataFolderForTest()]);
  const region = await startRegion({ dataFolder, port, today, logLevel: 'error', environment: {} });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (role: Role, authority: string): Promise<string> => {
    const key = `${role} ${authority}`;
    const token = tokens.get(key) ?? tokenFor({ origin: region.url, role, authority });
    tokens.set(key, token);
    return token;
  };
  const as = async (role: Role, authority: string): Promise<CouncilClient> => new CouncilClient(region.url, authority, await tokenOf(role, authority));
  const loadExample = async (authority: string): Promise<void> => {
    const officer = await as('performance-officer', authority);
    const staff = await officer.send('PUT', 'locality-hub/v1/workers', { items: staffOf(authority) });
    if (!staff.ok) throw new Error(`the staff list was answered ${staff.status}: ${await staff.text()}`);
    for (const year of [2025, 2026] as const) await officer.load(year, exampleFiles(authority, year));
  };
  const stop = async (): Promise<void> => {
    await region.stop();
    if (kept === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
  return { url: region.url, port, dataFolder, region, as, tokenOf, loadExample, stop };
};
