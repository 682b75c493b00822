import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Cluster, startCluster } from '@permanence/embedded/postgres';
import { provision } from '@permanence/platform/tenant-db';
import { count } from '@permanence/testing/counts';
import { CouncilClient, TODAY, filesOfFew, sampleFiles } from '@permanence/testing/region';
import { connected } from './catalogue/administrator.js';
import { type Built, build } from './killed/built.js';
import { type MortalService, startMortalService } from './killed/mortal-service.js';
import { type RunningIssuer, startIssuer } from './running/issuer.js';

const KILLS = count('T7', 6, 1_000);
/** Processes of the service over one database, killed each at its own moment. */
const PROCESSES = 2;
/** In every third round the database is killed: one kill of five. */
const DATABASE_EVERY = 3;
/** To each process. */
const READERS = 4;
const CHILDREN = 40;
const AUTHORITY = 'E10000028';
const PASSWORD = 'only-on-this-machine';
const SECTIONS = ['', '/chronology', '/reviews', '/placements', '/missing', '/workers', '/siblings', '/access'];

/** A process just started reads slowly: it is killed in the middle of its work, not before it. */
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await wait(5);
};

describe('T7: a read, and the process or the database killed in the middle of it', () => {
  let built: Built;
  let issuer: RunningIssuer;
  let folder: string;
  let cluster: Cluster;
  let services: readonly MortalService[];
  let token: string;
  let children: string[];
  /** Reads that were answered, by child: counted as soon as the first bytes of the answer came. */
  const answered = new Map<string, number>();

  const startDatabase = async (): Promise<void> => {
    cluster = await startCluster({ folder, durable: true });
  };
  const urlOf = (role: string): string => `postgres://locality_hub_${role}:${PASSWORD}@127.0.0.1:${cluster.port}/postgres`;
  /** With a token of their own: the whole may take longer than one is good for. */
  const startProcesses = async (): Promise<void> => {
    const start = () => startMortalService(built, { keycloakUrl: issuer.url, today: TODAY, database: { appUrl: urlOf('app'), ownerUrl: urlOf('owner'), relayUrl: urlOf('relay') } });
    services = await Promise.all(Array.from({ length: PROCESSES }, start));
    token = await issuer.tokenOf('qa-auditor', AUTHORITY);
  };

  beforeAll(async () => {
    [built, issuer, folder] = [await build(), await startIssuer(), await mkdtemp(join(tmpdir(), 'permanence-killed-'))];
    await startDatabase();
    await provision(cluster.adminUrl('postgres'), 'locality_hub', { owner: PASSWORD, app: PASSWORD, relay: PASSWORD });
    await startProcesses();
    const [service] = services as [MortalService];
    const council = new CouncilClient(service.origin, AUTHORITY, await issuer.tokenOf('performance-officer', AUTHORITY));
    await council.load(2022, filesOfFew(sampleFiles(2022), CHILDREN));
    const list = (await (await fetch(`${service.url}/children?limit=500&lookedAfter=all`, { headers: { authorization: `Bearer ${token}` } })).json()) as { items: { id: string }[] };
    children = list.items.map(({ id }) => id);
  }, 120_000);
  afterAll(async () => {
    await killProcesses();
    await cluster.stop();
    await issuer.stop();
    await built.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const killProcesses = () => Promise.all(services.map((service) => service.kill()));

  /** @returns false when the service answered otherwise than with the record: it is going, or its database is. */
  const read = async (service: MortalService, child: string, section: string): Promise<boolean> => {
    const request = get(`${service.url}/children/${child}${section}`, { headers: { authorization: `Bearer ${token}` }, agent: false });
    try {
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      if (response.statusCode === 200) answered.set(child, (answered.get(child) ?? 0) + 1);
      for await (const _part of response);
      return response.statusCode === 200;
    } catch {
      // The connection was cut: what of the answer had come by then is counted above.
      return false;
    }
  };

  /** Readers of one process, until it fails them. `atWork` when it has answered as often as there are readers. @throws Error when it answers nobody */
  const readersOf = (service: MortalService) => {
    let reads = 0;
    const readUntilItFails = async (reader: number): Promise<void> => {
      for (let n = 0; await read(service, children[(n * READERS + reader) % children.length] as string, SECTIONS[n % SECTIONS.length] as string); n += 1) reads += 1;
    };
    let running = true;
    const ended = Promise.all(Array.from({ length: READERS }, (_, reader) => readUntilItFails(reader))).finally(() => (running = false));
    const atWork = async (): Promise<void> => {
      await until(() => reads >= READERS || !running);
      if (reads < READERS) throw new Error('the service answers nobody');
    };
    return { atWork, ended };
  };

  const killDatabase = async (): Promise<void> => {
    const postmaster = Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(postmaster, 'SIGKILL');
    await killProcesses();
    await startDatabase();
  };

  /** A moment that no other kill had just before. */
  const moment = (kill: number) => wait((kill * 37) % 120);

  /** @returns how many were killed. */
  const killInRound = async (round: number): Promise<number> => {
    if (round % DATABASE_EVERY === 0) {
      await moment(round);
      await killDatabase();
      return 1;
    }
    await Promise.all(services.map((service, n) => moment(round * PROCESSES + n).then(() => service.kill())));
    return PROCESSES;
  };

  const rows = async (): Promise<Map<string, number>> => {
    const administrator = await connected(cluster.adminUrl('postgres'));
    const { rows: counted } = await administrator.query<{ child: string; n: number }>('select subject_id::text as child, count(*)::int as n from locality_hub.access_log where subject_id is not null group by 1');
    await administrator.end();
    return new Map(counted.map(({ child, n }) => [child, n]));
  };

  it(
    `was never answered without its row in the access log (${KILLS} kills)`,
    async () => {
      for (let kills = 0, round = 1; kills < KILLS; round += 1) {
        const readers = services.map(readersOf);
        await Promise.all(readers.map(({ atWork }) => atWork()));
        kills += await killInRound(round);
        await Promise.all(readers.map(({ ended }) => ended));
        await startProcesses();
        const logged = await rows();
        expect([...answered].filter(([child, times]) => (logged.get(child) ?? 0) < times)).toEqual([]);
      }
    },
    60_000 + KILLS * 15_000,
  );
});
