import { setTimeout as wait } from 'node:timers/promises';
import { localityHub } from '@permanence/locality-hub/service';
import { count } from '@permanence/testing/counts';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { CouncilClient, TODAY, filesOfFew, sampleFiles } from '@permanence/testing/region';
import type pg from 'pg';
import { administratorOf } from './catalogue/administrator.js';
import { type Built, build } from './killed/built.js';
import { type Snapshot, disagreements, emptied, snapshotOf } from './killed/import-state.js';
import { type MortalService, startMortalService } from './killed/mortal-service.js';
import type { Death } from './killed/statement-counter.js';
import { type RunningIssuer, startIssuer } from './running/issuer.js';

const RUNS = count('T15', 9, 1_000);
/** Two batches. */
const CHILDREN = 80;
const AUTHORITY = 'E10000028';
const KINDS = ['before', 'during', 'after'] as const;
const NEVER: Death = { kind: 'before', statement: 1_000_000 };

const FILES = filesOfFew(sampleFiles(2022), CHILDREN);

describe('T15: an import whose process is killed at the boundary of a statement', () => {
  let built: Built;
  let issuer: RunningIssuer;
  let test: TestDatabase;
  let administrator: pg.Client;
  let service: MortalService;
  let wanted: Snapshot;
  let statements: number;

  const start = async (): Promise<void> => {
    service = await startMortalService(built, { keycloakUrl: issuer.url, today: TODAY, database: { appUrl: test.urlOf('app'), ownerUrl: test.urlOf('owner'), relayUrl: test.urlOf('relay') } });
  };
  const council = async (): Promise<CouncilClient> => new CouncilClient(service.origin, AUTHORITY, await issuer.tokenOf('performance-officer', AUTHORITY));

  /** Looks straight into the table: asking the service would add to its statements. */
  const untilDone = async (): Promise<void> => {
    for (;;) {
      const { rows } = await administrator.query<{ phase: string }>(`select phase from import where phase in ('done', 'failed')`);
      if (rows[0]) return expect(rows[0].phase).toBe('done');
      await wait(20);
    }
  };

  beforeAll(async () => {
    [built, issuer, test] = [await build(), await startIssuer(), await testDatabase(localityHub)];
    administrator = await administratorOf(test);
    await administrator.query('set search_path = locality_hub');
    await start();
    await service.dieAt(NEVER);
    await (await council()).begin(2022, FILES);
    await untilDone();
    statements = await service.statements();
    wanted = await snapshotOf(administrator);
  }, 120_000);
  afterAll(async () => {
    await service.kill();
    await administrator.end();
    await test.drop();
    await issuer.stop();
    await built.remove();
  });

  it('leaves record and log in agreement when nothing happens to it', async () => {
    expect(await disagreements(administrator)).toEqual([]);
    expect(wanted.facts.length).toBeGreaterThan(CHILDREN);
  });

  /** Boundaries spread over the whole import, each kind in turn. */
  const deathOf = (run: number): Death => ({ kind: KINDS[run % KINDS.length] as Death['kind'], statement: 1 + Math.floor((run * statements) / RUNS) });

  /** An upload whose process dies. The answer to it may have been sent before, or may never come. */
  const cutOff = async (death: Death): Promise<void> => {
    await service.dieAt(death);
    await (await council()).begin(2022, FILES).catch(() => undefined);
    expect(await service.gone).toBe('SIGKILL');
  };

  /** The next process takes it up when its lease is over; one cut off while its files were read is sent again. */
  const goOn = async (): Promise<void> => {
    await administrator.query('update import set lease_until = null');
    await start();
    const { rows } = await administrator.query<{ id: string }>('select id from import');
    const view = rows[0] ? await (await council()).ended(rows[0].id) : undefined;
    if (view?.status !== 'done') await (await council()).load(2022, FILES);
  };

  it(
    `leaves a change with its event or neither, and goes on to the same facts (${RUNS} kills)`,
    async () => {
      for (let run = 0; run < RUNS; run += 1) {
        await emptied(administrator);
        const death = deathOf(run);
        await cutOff(death);
        expect({ death, disagreements: await disagreements(administrator) }).toEqual({ death, disagreements: [] });
        await goOn();
        expect({ death, disagreements: await disagreements(administrator) }).toEqual({ death, disagreements: [] });
        expect(await snapshotOf(administrator)).toEqual(wanted);
        const { rows } = await administrator.query<{ n: number }>(`select count(*)::int as n from event_log where type = 'collection-loaded'`);
        expect({ death, loaded: rows[0]?.n }).toEqual({ death, loaded: 1 });
      }
    },
    60_000 + RUNS * 15_000,
  );
});
