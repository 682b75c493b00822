import { type Clock, Instant, LocalDate } from '@permanence/kernel/values';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import pg from 'pg';
import { PORTAL_SCHEMA, portalMigrations } from '../migrations/session.tables.js';
import { Seal, hashOf } from './sealed.js';
import { SessionStore, type SignedIn } from './session.store.js';

const START = Date.parse('2026-11-24T09:00:00.000Z');
const MINUTE = 60_000;

/** A clock that stands until it is moved. */
class StandingClock implements Clock {
  private passed = 0;
  now = (): Instant => Instant(new Date(START + this.passed).toISOString());
  today = (): LocalDate => LocalDate('2026-11-24');
  goOn(minutes: number): void {
    this.passed += minutes * MINUTE;
  }
}

const TOKENS: SignedIn = { kind: 'signed-in', accessToken: 'access-of-Nadia', refreshToken: 'refresh-of-Nadia', idToken: 'id-of-Nadia', expiresAt: START + 5 * MINUTE };

describe('the table of sessions', () => {
  let test: TestDatabase;
  let clock: StandingClock;
  let store: SessionStore;
  beforeAll(async () => {
    test = await testDatabase({ schema: PORTAL_SCHEMA, migrations: portalMigrations });
  });
  beforeEach(() => {
    clock = new StandingClock();
    store = new SessionStore(test.db, clock, new Seal('a secret'));
  });
  afterAll(() => test.drop());

  const rows = async (): Promise<readonly Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: test.urlOf('admin') });
    await client.connect();
    const { rows: all } = await client.query<Record<string, unknown>>(`select * from ${PORTAL_SCHEMA}.session`);
    await client.end();
    return all;
  };

  it('gives back what it was given to whoever has the id', async () => {
    const id = await store.begin(TOKENS);
    expect(await store.find(id)).toEqual(TOKENS);
    expect(await store.find(`${id.slice(0, -1)}${id.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined();
  });

  it('holds neither the id nor a token that can be read', async () => {
    const id = await store.begin(TOKENS);
    const row = (await rows()).find(({ id_hash }) => id_hash === hashOf(id));
    expect(Object.keys(row ?? {}).sort()).toEqual(['begun_at', 'id_hash', 'sealed', 'seen_at']);
    const written = (row?.['sealed'] as Buffer).toString('latin1') + JSON.stringify(row);
    for (const secret of [id, 'access-of-Nadia', 'refresh-of-Nadia', 'signed-in']) expect(written).not.toContain(secret);
  });

  it('opens with the secret that closed it only', async () => {
    const id = await store.begin(TOKENS);
    expect(await new SessionStore(test.db, clock, new Seal('another secret')).find(id)).toBeUndefined();
  });

  it('ends after an hour without a page', async () => {
    const id = await store.begin(TOKENS);
    clock.goOn(60);
    expect(await store.find(id)).toBeDefined();
    clock.goOn(61);
    expect(await store.find(id)).toBeUndefined();
  });

  it('goes on while pages are asked for, for twelve hours', async () => {
    const id = await store.begin(TOKENS);
    for (let minutes = 0; minutes < 720; minutes += 45) {
      expect(await store.find(id)).toBeDefined();
      clock.goOn(45);
    }
    clock.goOn(1);
    expect(await store.find(id)).toBeUndefined();
  });

  it('keeps new tokens under the same id', async () => {
    const id = await store.begin(TOKENS);
    await store.renew(id, { ...TOKENS, accessToken: 'a newer one' });
    expect(await store.find(id)).toMatchObject({ accessToken: 'a newer one' });
  });

  it('keeps nothing of what was ended, or of what has ended by itself', async () => {
    const [ended, idle] = [await store.begin(TOKENS), await store.begin(TOKENS)];
    await store.end(ended);
    clock.goOn(61);
    await store.begin(TOKENS);
    const left = (await rows()).map(({ id_hash }) => id_hash);
    expect(left).not.toContain(hashOf(ended));
    expect(left).not.toContain(hashOf(idle));
  });
});
