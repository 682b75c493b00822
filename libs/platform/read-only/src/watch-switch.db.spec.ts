import { setTimeout as wait } from 'node:timers/promises';
import { Instant } from '@permanence/kernel/values';
import { rootLogger } from '@permanence/platform/telemetry';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import pg from 'pg';
import type { ReadOnly } from './read-only-mode.js';
import { readOnlyTable } from './read-only.tables.js';
import { type SwitchWish, turnAt } from './switch.js';
import { watchSwitch } from './watch-switch.js';

const SCHEMA = 'notes';
const SAID = { by: 'Ops', at: Instant('2026-11-24T21:41:00.000Z') };
const ON: SwitchWish = { on: true, planned: true, reason: 'The server moves.' };

describe('the switch of a service', () => {
  let test: TestDatabase;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    test = await testDatabase({ schema: SCHEMA, migrations: [readOnlyTable] });
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
    await turn({ on: false });
  });
  afterAll(() => test.drop());

  const turn = (wish: SwitchWish): Promise<ReadOnly | null> => turnAt(test.urlOf('owner'), undefined, wish, SAID);
  const watched = async (fixed?: ReadOnly) => {
    const lines: string[] = [];
    const logger = rootLogger({ level: 'warn', destination: { write: (line) => void lines.push(line) } });
    const { mode, close } = await watchSwitch({ name: 'notes', url: test.urlOf('app'), fixed, logger, looksEveryMs: 20 });
    closing.push(close);
    return { mode, lines };
  };
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await wait(5);
  };

  it('is read before anybody is answered', async () => {
    await turn(ON);
    const { mode } = await watched();
    expect(mode.now).toEqual({ since: SAID.at, planned: true, reason: 'The server moves.' });
  });

  it('is seen on, with another reason, and off, while the process runs', async () => {
    const { mode } = await watched();
    expect(mode.now).toBeNull();
    await turn(ON);
    await until(() => mode.now !== null);
    await turn({ on: true, planned: false, reason: 'The disk is full.' });
    await until(() => mode.now?.reason === 'The disk is full.');
    await turn({ on: false });
    await until(() => mode.now === null);
  });

  it('holds as it was known while the database does not answer, which is said once', async () => {
    await turn(ON);
    const { mode, lines } = await watched();
    const administrator = new pg.Client({ connectionString: test.urlOf('admin') });
    await administrator.connect();
    await administrator.query(`alter role ${SCHEMA}_app nologin`);
    await administrator.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'notes read-only mode' and datname = current_database()`);
    await until(() => lines.length > 0);
    await wait(100);
    expect([mode.now?.reason, lines.filter((line) => line.includes('what was known of it holds')).length]).toEqual(['The server moves.', 1]);
    await turn({ on: false });
    await administrator.query(`alter role ${SCHEMA}_app login`);
    await administrator.end();
    await until(() => mode.now === null);
  });

  it('is not asked where the process was started to be read-only', async () => {
    const { mode } = await watched({ since: SAID.at, planned: true, reason: 'We are moving to a new server' });
    await wait(60);
    expect(mode.now?.reason).toBe('We are moving to a new server.');
  });

  it('cannot be turned by the service', async () => {
    await expect(turnAt(test.urlOf('app'), undefined, ON, SAID)).rejects.toMatchObject({ code: '42501' });
  });
});
