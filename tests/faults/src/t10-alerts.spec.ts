import { localityHub } from '@permanence/locality-hub/service';
import type { Role } from '@permanence/platform/identity';
import { reached } from '@permanence/testing/counts';
import { exampleFiles } from '@permanence/testing/region';
import { type RunningServices, startServices } from './running/running-services.js';

const AUTHORITY = 'E10000028';
const MOST_MS = 60_000;

type Alert = Readonly<{ kind: string; child: Readonly<{ id: string }>; who: Readonly<{ role: string }> }>;

// Access under a grant is raised by whoever reads a profile out: beside the store, in alerts.db.spec.ts. Searches come with search.
describe('T10: looks that the data protection officer is told of', () => {
  let running: RunningServices;
  let own: Readonly<{ id: string; reference: string }>;
  const slowest = { ms: 0 };
  beforeAll(async () => {
    running = await startServices([localityHub]);
    const officer = await running.officerOf(AUTHORITY);
    for (const role of ['locality-social-worker', 'team-manager'] as const) await ask(role, '/me');
    for (const year of [2025, 2026] as const) await officer.load(year, exampleFiles(AUTHORITY, year));
    const { items } = (await ask('locality-social-worker', '/children?limit=1')).body as { items: { id: string; reference: string }[] };
    own = items[0] as typeof own;
  }, 120_000);
  afterAll(() => running.stop());

  const ask = async (role: Role, path: string, method = 'GET', body?: unknown) => {
    const answer = await fetch(`${running.urlOf('locality-hub')}${path}`, { method, headers: { authorization: `Bearer ${await running.tokenOf(role, AUTHORITY)}`, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as unknown };
  };
  const alerts = async (): Promise<readonly Alert[]> => ((await ask('data-protection-officer', '/alerts?limit=500')).body as { items: Alert[] }).items;

  /** What the officer sees new after something was done. */
  const raisedBy = async (act: () => Promise<unknown>): Promise<readonly Alert[]> => {
    const before = (await alerts()).length;
    const begun = performance.now();
    await act();
    const now = await alerts();
    slowest.ms = Math.max(slowest.ms, performance.now() - begun);
    return now.slice(0, now.length - before);
  };
  const look = async (): Promise<void> => {
    for (const part of ['', '/chronology', '/reviews']) expect((await ask('locality-social-worker', `/children/${own.id}${part}`)).status).toBe(200);
  };

  it('none for a look at one’s own case', async () => expect(await raisedBy(look)).toEqual([]));

  it('one for emergency access', async () =>
    expect(await raisedBy(() => ask('reviewing-officer', '/emergency-access', 'POST', { reference: own.reference, reason: 'The carer rang: the child has run off with a cut hand.' }))).toMatchObject([{ kind: 'emergency-access-opened', child: { id: own.id }, who: { role: 'reviewing-officer' } }]));

  it('one for looks of somebody who is family, friend or colleague', async () => {
    expect((await ask('locality-social-worker', '/relations', 'POST', { reference: own.reference, kind: 'friend-or-neighbour' })).status).toBe(201);
    expect(await raisedBy(look)).toMatchObject([{ kind: 'own-family-or-colleague', child: { id: own.id }, who: { role: 'locality-social-worker' } }]);
  });

  it('one for a restricted record that somebody named opens', async () => {
    const { id: me } = (await ask('locality-social-worker', '/me')).body as { id: string };
    const workers = ((await ask('team-manager', '/workers')).body as { items: { id: string; name: string }[] }).items;
    const { name } = (await ask('locality-social-worker', '/me')).body as { name: string };
    const named = workers.find((worker) => worker.id === me || worker.name === name)?.id;
    expect((await ask('team-manager', `/children/${own.id}/restriction`, 'PUT', { restricted: true, named: [named], reason: 'A relative of the family works in this council.' })).status).toBe(204);
    expect(await raisedBy(look)).toMatchObject([{ kind: 'restricted-record-opened', child: { id: own.id } }]);
  });

  it('at once, and one an hour of a kind', async () => {
    expect(await raisedBy(look)).toEqual([]);
    expect(slowest.ms).toBeLessThan(MOST_MS);
    reached('T10', `after ${Math.ceil(slowest.ms)} ms at most`);
  });
});
