import { randomUUID } from 'node:crypto';
import { TenantId } from '@permanence/kernel/values';
import { ROLES, capabilitiesOf, isRegionalRole } from '@permanence/platform/identity';
import { isFull, reached } from '@permanence/testing/counts';
import { type Answer, callRoute } from './routes/caller.js';
import { COUNCILS, type World, makeWorld, nobodysNames } from './routes/councils.js';
import { type Names, ROUTES, type Route } from './routes/matrix.js';
import { startServices } from './running/running-services.js';

const [OWN, OTHER] = COUNCILS;

/** Of each kind a route. Timing tells something only on a quiet machine and over many calls: not in `npm test`. */
const TIMED_CALLS = 400;
const MOST_APART = 0.1;

/** What is somebody's (`theirs`), and the same of nobody (`nobodys`). */
const TWINS: readonly (readonly [string, (theirs: Names, nobodys: Names, own: Names) => readonly [Names, Names]])[] = [
  ['everything', (theirs, nobodys) => [theirs, nobodys]],
  ['the worker alone', (theirs, nobodys, own) => [{ ...own, worker: theirs.worker }, { ...own, worker: nobodys.worker }]],
  ['the child alone', (theirs, nobodys, own) => [{ ...own, child: theirs.child }, { ...own, child: nobodys.child }]],
  ['the authority alone', (theirs, _nobodys, own) => [{ ...own, authority: theirs.authority }, { ...own, authority: 'E06000047' }]],
];

const rolesFor = ({ requires }: Route) => ROLES.filter((role) => !isRegionalRole(role) && requires !== 'public' && capabilitiesOf([role], TenantId(OWN)).has(requires));

/** The answer without what it repeats of the question. */
const said = ({ status, text }: Answer, { child, import: id, worker, reference, emergency, alert, relation }: Names): unknown => ({ status, text: [child, id, worker, reference, emergency, alert, relation].reduce((rest, each) => rest.replaceAll(each, '…'), text) });

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe('T6: whether something exists for somebody else', () => {
  let world: World;
  const nobodys = nobodysNames(OWN);
  beforeAll(async () => {
    world = await makeWorld(await startServices());
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await world.running.stop();
  });

  const call = (name: string, names: Names, token: string): Promise<Answer> => {
    const route = ROUTES[name] as Route;
    return callRoute(world.running, name, route, { token, names, id: route.subject ? names[route.subject] : '' });
  };

  /** Figures of other councils are everybody's (kpi.md), and so are rows of the tracker by reference (regional-hub 2.3): there, who asks for them learns no secret. */
  const SHARED = /^(GET \/api\/regional-hub\/v1\/(indicators(?!\/\{id\}\/cases)|packs|tracker)|POST \/api\/regional-hub\/v1\/grants$)/;

  it.each(Object.keys(ROUTES).filter((name) => !SHARED.test(name)))('is not told by %s', async (name) => {
    const [theirs, own] = [world.namesOf(OTHER), world.namesOf(OWN)];
    for (const role of rolesFor(ROUTES[name] as Route)) {
      const token = await world.running.tokenOf(role, OWN);
      for (const [what, twins] of TWINS) {
        const [foreign, absent] = twins({ ...theirs, authority: what === 'everything' ? OWN : theirs.authority }, nobodys, own);
        if (isSameQuestion(name, foreign, absent)) continue;
        const answers = [said(await call(name, foreign, token), foreign), said(await call(name, absent, token), absent)].map(withoutTimes);
        expect({ role, what, answer: answers[0] }).toEqual({ role, what, answer: answers[1] });
      }
    }
  });

  const isSameQuestion = (name: string, ...names: readonly [Names, Names]): boolean => {
    const { subject, names: callOf } = ROUTES[name] as Route;
    const [a, b] = names.map((each) => JSON.stringify([subject && each[subject], callOf?.(each)]));
    return a === b;
  };

  const BY_ID = Object.entries(ROUTES).flatMap(([name, { subject }]) => (name.startsWith('GET') && (subject === 'child' || subject === 'import') ? [name] : []));

  const timed = async (name: string, names: Names, token: string): Promise<number> => {
    const begun = performance.now();
    await call(name, names, token);
    return performance.now() - begun;
  };

  const apart = async (name: string): Promise<number> => {
    const [role] = rolesFor(ROUTES[name] as Route);
    const token = await world.running.tokenOf(role ?? 'performance-officer', OWN);
    const foreign: number[] = [];
    const absent: number[] = [];
    for (let n = 0; n < TIMED_CALLS; n += 1) {
      foreign.push(await timed(name, world.namesOf(OTHER), token));
      absent.push(await timed(name, { ...nobodys, child: randomUUID(), import: randomUUID() }, token));
    }
    return Math.abs(median(foreign) / median(absent) - 1);
  };

  if (isFull())
    it(`is not told by how long it takes (${TIMED_CALLS} calls of each kind a route)`, async () => {
      const told: [string, number][] = [];
      for (const name of BY_ID) told.push([name, await apart(name)]);
      reached('T6', `medians within ${(100 * Math.max(...told.map(([, difference]) => difference))).toFixed(1)}% on ${told.length} routes`);
      expect(told.filter(([, difference]) => difference >= MOST_APART)).toEqual([]);
    }, 60_000 + TIMED_CALLS * 1_000);
});

/** What differs from one look to the next: instants, random ids, and the position of the reader in their own list. */
const withoutTimes = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then').replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id').replaceAll(/Reference [0-9a-f]{8}/g, 'reference')) as unknown;
