import 'reflect-metadata';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningRegion, startRegion } from '@permanence/embedded/runtime';
import { LocalDate } from '@permanence/kernel/values';
import { projectFile } from '@permanence/platform/host';
import type { Role } from '@permanence/platform/identity';
import { exampleFiles } from './council-files.js';
import { CouncilClient } from './council.client.js';
import { type TokenOf, tokensOf } from './tokens.fixture.js';

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
  tokenOf: TokenOf;
  /** Loads the example's two collections as this council's, and its staff: with two workers in place of three, the third's children are nobody's. */
  loadExample: (authority: string, workers?: 2 | 3) => Promise<void>;
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

type RealmUser = Readonly<{ firstName: string; lastName: string; attributes: Readonly<Record<string, readonly [string]>> }>;

/** Those whose registrations the example's files name: the two workers who can sign in, and a third in a team in which nobody does. */
const staffOf = (authority: string) => {
  const { users } = JSON.parse(readFileSync(projectFile('deploy', 'keycloak', 'realm.json'), 'utf8')) as { users: readonly RealmUser[] };
  const here = users.filter(({ attributes }) => attributes['authority']?.[0] === authority && attributes['sw_registration'] !== undefined)
    .map(({ firstName, lastName, attributes }) => ({ registration: attributes['sw_registration']?.[0] ?? '', forename: firstName, surname: lastName, team: attributes['team']?.[0] }));
  const third = { registration: `${here[0]?.registration.slice(0, -1) ?? ''}3`, forename: 'Maud', surname: 'Tansley', team: 'Elsewhere' };
  return [...here, third].map((worker) => ({ ...worker, role: 'locality-social-worker' }));
};

/** Where a region keeps its data, for those who start it twice. */
export const dataFolderForTest = (): Promise<string> => mkdtemp(join(tmpdir(), 'permanence-region-'));

/**
 * Starts the product.
 * @param dataFolder kept when the region stops; without it the region has one of its own, which goes with it
 */
export const openRegion = async ({ today = TODAY, dataFolder: kept }: Readonly<{ today?: LocalDate; dataFolder?: string }> = {}): Promise<TestRegion> => {
  const [port, dataFolder] = await Promise.all([freePort(), kept ?? dataFolderForTest()]);
  const region = await startRegion({ dataFolder, port, today, logLevel: 'error', environment: {} });
  const tokenOf = tokensOf(region.url);
  const as = async (role: Role, authority: string): Promise<CouncilClient> => new CouncilClient(region.url, authority, await tokenOf(role, authority));
  const loadExample: TestRegion['loadExample'] = async (authority, workers = 3) => {
    const officer = await as('performance-officer', authority);
    const staff = await officer.send('PUT', 'locality-hub/v1/workers', { items: staffOf(authority).slice(0, workers) });
    if (!staff.ok) throw new Error(`the staff list was answered ${staff.status}: ${await staff.text()}`);
    for (const year of [2025, 2026] as const) await officer.load(year, exampleFiles(authority, year));
  };
  const stop = async (): Promise<void> => {
    await region.stop();
    if (kept === undefined) await rm(dataFolder, { recursive: true, force: true });
  };
  return { url: region.url, port, dataFolder, region, as, tokenOf, loadExample, stop };
};
