import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Issuer, createIssuer } from '@permanence/embedded/issuer';
import { type Clock, Instant, LocalDate } from '@permanence/kernel/values';
import { projectFile } from '@permanence/platform/host';
import { identityConfiguration } from '@permanence/platform/identity';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import { PORTAL_SCHEMA, portalMigrations } from '../migrations/session.tables.js';
import { Visitor } from '@permanence/testing/visitor';
import { IssuerClient } from './issuer.client.js';
import { Seal } from './sealed.js';
import { SessionStore } from './session.store.js';
import { Sessions } from './sessions.js';
import { SignInFlow } from './sign-in.flow.js';

const MINUTE = 60_000;

/** What it has read, it hands on when something else is over. */
class LateReader extends SessionStore {
  constructor(private readonly over: Promise<unknown>, ...parts: ConstructorParameters<typeof SessionStore>) {
    super(...parts);
  }

  override async find(id: string): ReturnType<SessionStore['find']> {
    const read = await super.find(id);
    await this.over;
    return read;
  }
}

describe('a session at the issuer', () => {
  let test: TestDatabase;
  let server: Server;
  let issuer: Issuer;
  let flow: SignInFlow;
  let sessions: Sessions;
  let store: SessionStore;
  let client: IssuerClient;
  const passed = { ms: 0 };
  const asked: string[] = [];
  const clock: Clock = { now: () => Instant(new Date(Date.now() + passed.ms).toISOString()), today: () => LocalDate('2026-11-24') };

  beforeAll(async () => {
    test = await testDatabase({ schema: PORTAL_SCHEMA, migrations: portalMigrations });
    server = createServer((request, response) => {
      asked.push(`${request.method ?? ''} ${(request.url ?? '').split('/').at(-1)?.split('?')[0] ?? ''}`);
      issuer.handle(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    issuer = await createIssuer({ publicUrl: origin, dataFolder: await mkdtemp(join(tmpdir(), 'issuer-')), realmFile: projectFile('deploy', 'keycloak', 'realm.json'), environment: {}, report: (fault) => { throw fault; } });
    const options = { publicUrl: origin, identity: identityConfiguration({ KEYCLOAK_URL: origin }), clientSecret: issuer.portalSecret, localityHubUrl: origin, regionalHubUrl: origin };
    client = new IssuerClient(options, clock);
    store = new SessionStore(test.db, clock, new Seal(issuer.portalSecret));
    sessions = new Sessions(store, client, clock);
    flow = new SignInFlow(client, store, options);
  });
  beforeEach(() => {
    passed.ms = 0;
    asked.length = 0;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await test.drop();
  });

  const person = () => issuer.people()[0]?.people[0];

  /** To the issuer, choose the first person, and back to where the portal would be. */
  const wentAndCame = async (): Promise<Readonly<{ cookie: string; back: string }>> => {
    const { url, cookie } = await flow.leave('/children');
    const visitor = new Visitor(new URL(url).origin);
    const target = new URL(url);
    await visitor.open(`${target.pathname}${target.search}`);
    await visitor.send(visitor.address, { person: person()?.id ?? '' });
    const next = new URL(String(visitor.page?.headers['location']), url);
    const last = await visitor.ask(`${next.pathname}${next.search}`);
    const back = new URL(String(last.headers['location']), url);
    return { cookie, back: `${back.pathname}${back.search}` };
  };

  const signedIn = async (): Promise<string> => {
    const { cookie, back } = await wentAndCame();
    return (await flow.comeBack(back, cookie)).cookie ?? '';
  };

  it('comes back to the address that was left, once, and only to the browser that left', async () => {
    const { cookie, back } = await wentAndCame();
    expect((await flow.comeBack(back, undefined)).cookie).toBeUndefined();
    const home = await flow.comeBack(back, cookie);
    expect(home).toMatchObject({ after: '/children', cookie: expect.not.stringContaining(cookie) });
    expect(await flow.comeBack(back, cookie)).toMatchObject({ cookie: undefined });
    expect(await sessions.signedIn(home.cookie)).toMatchObject({ kind: 'signed-in' });
  });

  it('does not begin with an answer to another question', async () => {
    const { cookie, back } = await wentAndCame();
    const altered = back.replace(/state=[^&]+/, 'state=another');
    expect(await flow.comeBack(altered, cookie)).toEqual({ after: '/sign-in?after=%2Fchildren', cookie: undefined });
    expect(await sessions.signedIn(cookie)).toBeUndefined();
  });

  it('renews its token before that runs out, once for all pages that are asked for together', async () => {
    const id = await signedIn();
    const first = await sessions.signedIn(id);
    passed.ms = 4.8 * MINUTE;
    asked.length = 0;
    const together = await Promise.all(Array.from({ length: 8 }, () => sessions.signedIn(id)));
    expect(asked.filter((each) => each === 'POST token')).toHaveLength(1);
    expect(new Set(together.map((each) => each?.accessToken)).size).toBe(1);
    expect(together[0]?.accessToken).not.toBe(first?.accessToken);
    expect(await sessions.signedIn(id)).toEqual(together[0]);
  });

  it('does not renew it again for a page that had read it before', async () => {
    const id = await signedIn();
    passed.ms = 4.8 * MINUTE;
    asked.length = 0;
    const renewal = sessions.signedIn(id);
    const late = new Sessions(new LateReader(renewal, test.db, clock, new Seal(issuer.portalSecret)), client, clock);
    expect(await late.signedIn(id)).toEqual(await renewal);
    expect(asked.filter((each) => each === 'POST token')).toHaveLength(1);
  });

  it('ends when the issuer renews it no more', async () => {
    const id = await signedIn();
    issuer.disableAccount(person()?.id ?? '');
    passed.ms = 5 * MINUTE;
    expect(await sessions.signedIn(id)).toBeUndefined();
    expect(await store.find(id)).toBeUndefined();
  });

  it('waits for an issuer that does not answer, and does not end', async () => {
    const id = await signedIn();
    const { port } = server.address() as AddressInfo;
    server.closeAllConnections();
    server.close();
    passed.ms = 5 * MINUTE;
    await expect(sessions.signedIn(id)).rejects.toMatchObject({ service: 'issuer' });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect(await sessions.signedIn(id)).toMatchObject({ kind: 'signed-in' });
  });
});
