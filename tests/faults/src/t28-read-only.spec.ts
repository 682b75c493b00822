import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { SCHEMAS, openDatabase } from '@permanence/embedded/runtime';
import { Instant, TenantId } from '@permanence/kernel/values';
import { type Role, capabilitiesOf } from '@permanence/platform/identity';
import { type SwitchWish, turnAt } from '@permanence/platform/read-only';
import { count, reached } from '@permanence/testing/counts';
import { type CouncilClient, type TestRegion, openRegion } from '@permanence/testing/region';
import { connected } from './catalogue/administrator.js';
import { Watcher } from './passive/watcher.js';
import type { Exchange } from './passive/rules.js';
import { type Answer, callRoute } from './routes/caller.js';
import { CALLERS, type Caller, nobodysNames } from './routes/councils.js';
import { MONTH, type Names, ROUTES, type Route } from './routes/matrix.js';

const STAFFORDSHIRE = 'E10000028';
const TELFORD = 'E06000020';
const REASON = 'The disk is nearly full.';
const SINCE = Instant('2026-09-30T20:41:00.000Z');
/** What the command promises. */
const KNOWN_WITHIN_MS = 5_000;
const PAGES_A_PERSON = count('T28', 12, 60);

/** A child in danger does not wait: opening a record in an emergency, and shutting it again. */
const GO_ON = ['POST /api/locality-hub/v1/children/{id}/emergency-access', 'POST /api/locality-hub/v1/emergency-access', 'POST /api/locality-hub/v1/emergency-access/{id}/end'];

/** What these ask for is not there for the first person who may ask: a record that is shut to them, a calendar, another council's child, a grant. */
const NOT_FOUND = ['GET /api/locality-hub/v1/children/{id}/emergency-access', 'GET /api/locality-hub/v1/calendar/{authority}/{file}', 'GET /api/locality-hub/v1/shared-children/{trackerReference}', 'GET /api/regional-hub/v1/grants/check', 'GET /api/regional-hub/v1/grants/{id}'];

const READS = Object.keys(ROUTES).filter((name) => name.startsWith('GET '));
const COMMANDS = Object.keys(ROUTES).filter((name) => !name.startsWith('GET ') && !GO_ON.includes(name));

describe('T28: read-only mode', () => {
  let region: TestRegion;
  let names: Names;
  const before = new Map<string, number>();
  let eventsBefore = 0;

  const ours = CALLERS.filter(({ authority }) => authority === STAFFORDSHIRE || authority === 'region');
  const callerOf = ({ requires, refusedTo }: Route): Caller | undefined => ours.find(({ role, authority }) => requires !== 'public' && capabilitiesOf([role], TenantId(authority)).has(requires) && !refusedTo?.includes(role));

  /** Calls a route as somebody who may, through the public origin. */
  const call = async (name: string): Promise<Answer> => {
    const route = ROUTES[name] as Route;
    const caller = callerOf(route);
    const token = caller === undefined ? undefined : await region.tokenOf(caller.role, caller.authority);
    return callRoute({ urlOf: (service) => `${region.url}/api/${service}/v1` }, name, route, { names, id: route.subject ? names[route.subject] : '', ...(token === undefined ? {} : { token }) });
  };

  const turn = async (wish: SwitchWish): Promise<void> => {
    const { urlsOf } = await openDatabase(region.dataFolder);
    for (const schema of SCHEMAS) await turnAt(urlsOf(schema).ownerUrl, undefined, wish, { by: 'T28', at: SINCE });
  };

  const events = async (): Promise<number> => {
    const { urlsOf } = await openDatabase(region.dataFolder);
    let count = 0;
    for (const schema of ['locality_hub', 'regional_hub']) {
      const client = await connected(urlsOf(schema).relayUrl);
      count += (await client.query<{ count: number }>('select count(*) from event_log')).rows[0]?.count ?? 0;
      await client.end();
    }
    return count;
  };

  /** Waits until every process is as it was told. @returns how long that took. */
  const knownAfter = async (isReadOnly: boolean): Promise<number> => {
    const begun = performance.now();
    const says = async (): Promise<boolean> => {
      const answers = await Promise.all([fetch(`${region.url}/api/locality-hub/v1/allocations`, { method: 'POST' }), fetch(`${region.url}/api/regional-hub/v1/grants`, { method: 'POST' }), fetch(`${region.url}/sign-in`)]);
      return answers[0].status === (isReadOnly ? 503 : 401) && answers[1].status === (isReadOnly ? 503 : 401) && (await answers[2].text()).includes(REASON) === isReadOnly;
    };
    while (!(await says())) await wait(50);
    return performance.now() - begun;
  };

  const idFrom = async (answer: Response): Promise<string> => ((await answer.json()) as { id: string }).id;
  const firstOf = async (who: CouncilClient, path: string): Promise<Readonly<Record<string, string>>> => (await who.json<{ items: readonly Readonly<Record<string, string>>[] }>(path)).items[0] ?? {};

  /** One of each thing that an address can name. */
  const makeNames = async (): Promise<Names> => {
    const as = (role: Role, authority = STAFFORDSHIRE): Promise<CouncilClient> => region.as(role, authority);
    const [officer, dpo, worker, reviewing, board, stranger] = [await as('performance-officer'), await as('data-protection-officer'), await as('locality-social-worker'), await as('reviewing-officer'), await as('regional-head-of-operations', 'region'), await as('locality-social-worker', TELFORD)];
    const { id: child = '', reference = '' } = await firstOf(worker, 'locality-hub/v1/children?limit=1&lookedAfter=true');
    const { id: importId = '' } = await firstOf(officer, 'locality-hub/v1/imports');
    const emergency = await idFrom(await reviewing.send('POST', 'locality-hub/v1/emergency-access', { reference, reason: 'A reason of at least twenty characters.' }));
    const relation = await idFrom(await worker.send('POST', 'locality-hub/v1/relations', { reference: 'CH-2222-2222', kind: 'own-family' }));
    const filter = await idFrom(await officer.send('POST', 'locality-hub/v1/tracker/filters', { name: 'Late', state: { late: 'true' }, shared: false }));
    const { id: alert = '' } = await firstOf(dpo, 'locality-hub/v1/alerts');
    const { reference: tracker = '' } = await firstOf(board, `regional-hub/v1/tracker?authority=${STAFFORDSHIRE}`);
    const grant = await idFrom(await stranger.send('POST', 'regional-hub/v1/grants', { reference: tracker, purpose: 'family-finding' }));
    await officer.send('POST', `regional-hub/v1/packs/${STAFFORDSHIRE}/${MONTH}/freeze`, {});
    return { ...nobodysNames(STAFFORDSHIRE), child, reference, import: importId, emergency, relation, filter, alert, tracker, grant, target: randomUUID() };
  };

  beforeAll(async () => {
    region = await openRegion();
    await region.loadExample(STAFFORDSHIRE);
    await region.region.settled();
    names = await makeNames();
    for (const name of READS) before.set(name, (await call(name)).status);
    await region.region.settled();
    eventsBefore = await events();
    await turn({ on: true, planned: false, reason: REASON });
  }, 120_000);
  afterAll(() => region.stop());

  it('is known to every process within seconds, and to people before they sign in', async () => {
    const after = await knownAfter(true);
    reached('T28', `known after ${(after / 1000).toFixed(1)} s; ${READS.length} reads, ${COMMANDS.length} commands`);
    expect(after).toBeLessThan(KNOWN_WITHIN_MS);
  });

  it('answers every read as before', async () => {
    const after = new Map<string, number>();
    for (const name of READS) after.set(name, (await call(name)).status);
    expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before));
    expect([...before].filter(([, status]) => status !== 200).map(([name]) => name).sort()).toEqual([...NOT_FOUND].sort());
  });

  it('refuses every command, whoever sends it, before anything is done', async () => {
    for (const name of COMMANDS) {
      const { status, text, headers } = await call(name);
      expect({ name, status, type: headers.get('content-type'), again: headers.get('retry-after'), problem: JSON.parse(text) as unknown }).toEqual({
        name, status: 503, type: 'application/problem+json; charset=utf-8', again: '60',
        problem: expect.objectContaining({ code: 'READ_ONLY_MODE', detail: expect.stringMatching(/^You can read all .*9:41pm on Wednesday 30 September .*nearly full\..* 01632 960 117\.$/) as unknown }) as unknown,
      });
    }
    expect(await events()).toBe(eventsBefore);
  });

  it('writes down who reads, as ever', async () => {
    const looks = async (): Promise<number> => (await (await region.as('qa-auditor', STAFFORDSHIRE)).all(`locality-hub/v1/children/${names.child}/access`)).length;
    const count = await looks();
    await (await region.as('locality-social-worker', STAFFORDSHIRE)).json(`locality-hub/v1/children/${names.child}`);
    expect(await looks()).toBeGreaterThan(count);
  });

  it('opens a record in an emergency, and shuts it', async () => {
    const officer = await region.as('performance-officer', STAFFORDSHIRE);
    const { items } = await officer.json<{ items: readonly { id: string; reference: string }[] }>('locality-hub/v1/children?limit=5');
    const other = items.find(({ id }) => id !== names.child);
    const reviewing = await region.as('reviewing-officer', STAFFORDSHIRE);
    const opened = await reviewing.send('POST', 'locality-hub/v1/emergency-access', { reference: other?.reference, reason: 'A reason of at least twenty characters.' });
    expect(opened.status).toBe(201);
    expect((await reviewing.get(`locality-hub/v1/children/${other?.id ?? ''}`)).status).toBe(200);
    expect((await reviewing.send('POST', `locality-hub/v1/emergency-access/${await idFrom(opened)}/end`, {})).status).toBe(200);
  });

  it('takes no files, however large, and says so to who sends them', async () => {
    const officer = await region.as('performance-officer', STAFFORDSHIRE);
    const answer = await officer.upload(2026, [{ name: 'episodes.csv', text: 'A,B\n'.repeat(2_000_000) }]);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([503, 'READ_ONLY_MODE']);
  });

  describe('in the portal', () => {
    const pages: Exchange[] = [];
    let worker: Watcher;

    it('signs people in, shows every page, and says on each that it is so', async () => {
      for (const role of ['performance-officer', 'locality-social-worker']) {
        worker = new Watcher(region.url);
        await worker.signIn(role, STAFFORDSHIRE);
        await worker.lookAround('/', PAGES_A_PERSON);
        pages.push(...worker.exchanges);
      }
      const shown = pages.filter(({ kind, headers }) => kind === 'page' && /html/.test(headers.get('content-type') ?? ''));
      expect(shown.length).toBeGreaterThan(PAGES_A_PERSON);
      expect(shown.filter(({ status, body }) => status !== 200 || !body.includes(`${REASON} In an emergency you can still open a record.`)).map(({ url, status }) => `${url} ${status}`)).toEqual([]);
    });

    it('refuses on a page that holds what was typed, to send it again when it is over', async () => {
      const form = await worker.open('/relations');
      const refusal = await worker.submit(form, '/relations', { reference: names.reference, kind: 'own-family' });
      expect([refusal.status, refusal.headers.get('retry-after'), refusal.body.includes('Nothing can be changed just now'), refusal.body.includes(REASON)]).toEqual([503, '60', true, true]);
      await turn({ on: false });
      expect(await knownAfter(false)).toBeLessThan(KNOWN_WITHIN_MS);
      const done = await worker.submit(refusal, '/relations');
      expect([done.status, new URL(done.url).pathname, done.body.includes(names.reference), done.body.includes(REASON)]).toEqual([200, '/relations', true, false]);
    });
  });
});
