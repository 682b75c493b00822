import { TenantId } from '@permanence/kernel/values';
import { capabilitiesOf } from '@permanence/platform/identity';
import { count } from '@permanence/testing/counts';
import fc from 'fast-check';
import { callRoute } from './routes/caller.js';
import { CALLERS, COUNCILS, type Caller, type Council, type World, councilsIn, makeWorld, nobodysNames } from './routes/councils.js';
import { type Names, ROUTES, type Route } from './routes/matrix.js';
import { startServices } from './running/running-services.js';

const CALLS = count('T2', 500, 10_000);

type Whose = 'own' | 'foreign' | 'absent' | 'malformed';
type TokenKind = 'good' | 'none' | 'broken' | 'not-a-token';
type Generated = Readonly<{ route: string; caller: Caller; other: Council; whose: Whose; token: TokenKind }>;

const generated = fc.record<Generated>({
  route: fc.constantFrom(...Object.keys(ROUTES)),
  caller: fc.constantFrom(...CALLERS),
  other: fc.constantFrom(...COUNCILS),
  whose: fc.constantFrom('own', 'foreign', 'foreign', 'absent', 'malformed'),
  token: fc.constantFrom<TokenKind>('good', 'good', 'good', 'good', 'good', 'good', 'none', 'broken', 'not-a-token'),
});

const holds = ({ role, authority }: Caller, capability: Route['requires']): boolean => capability !== 'public' && capabilitiesOf([role], TenantId(authority)).has(capability);

describe('T2: every route, by every role of three councils', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld(await startServices());
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await world.running.stop();
  });

  it('are all in the matrix, and the matrix has no other', async () => {
    const served: string[] = [];
    for (const { name, url } of world.running.services) {
      const document = (await (await fetch(`${url}/api/${name}/openapi.json`)).json()) as { paths: Record<string, Record<string, unknown>> };
      for (const [path, methods] of Object.entries(document.paths)) for (const method of Object.keys(methods)) served.push(`${method.toUpperCase()} ${path}`);
    }
    expect(Object.keys(ROUTES).sort()).toEqual(served.sort());
  });

  /** What the call names: things of the caller's own council, of another, or of nobody. A regional person owns no case, so to them every council is another. */
  const namesFor = ({ caller, other, whose }: Generated): Names => {
    const council = COUNCILS.find((each) => each === caller.authority);
    if (whose === 'own' && council) return world.namesOf(council);
    if (whose === 'absent' || whose === 'malformed') return nobodysNames(caller.authority);
    return world.namesOf(other === council ? (COUNCILS.find((each) => each !== council) as Council) : other);
  };

  const tokenFor = async ({ caller, token }: Generated): Promise<string | undefined> => {
    if (token === 'none') return undefined;
    if (token === 'not-a-token') return 'a-key-of-nobody';
    const good = await world.running.tokenOf(caller.role, caller.authority);
    return token === 'good' ? good : `${good.slice(0, -6)}AAAAAA`;
  };

  const idOf = (route: Route, names: Names, whose: Whose): string => {
    if (route.subject === undefined) return '';
    if (whose === 'malformed') return 'not-an-id';
    return whose === 'absent' && route.subject === 'indicator' ? 'not-an-indicator' : names[route.subject];
  };

  /** Whether what was asked for is not the caller's to know of: another council's thing, or nobody's. */
  const isNotTheirs = (route: Route, { caller, whose }: Generated): boolean => {
    const isCouncils = COUNCILS.some((each) => each === caller.authority);
    if (route.subject === 'indicator' && (whose === 'absent' || whose === 'malformed')) return true;
    const named = route.subject !== undefined && route.subject !== 'indicator' ? true : route.namesOthers === true;
    if (!named) return false;
    return route.namesOthers && route.requires !== 'child:allocate-worker' ? whose === 'foreign' : whose !== 'own' || !isCouncils;
  };

  const statusWanted = (route: Route, call: Generated): number | 'theirs' => {
    if (route.requires === 'public') return 404;
    if (call.token !== 'good') return 401;
    if (!holds(call.caller, route.requires)) return 403;
    // What is no id is read before anybody's role is looked at more closely.
    if (route.refusedTo?.includes(call.caller.role)) return route.subject !== undefined && call.whose === 'malformed' ? 404 : 403;
    return isNotTheirs(route, call) ? 404 : 'theirs';
  };

  const check = async (call: Generated): Promise<void> => {
    const route = ROUTES[call.route] as Route;
    const names = namesFor(call);
    const token = await tokenFor(call);
    const answer = await callRoute(world.running, call.route, route, { names, id: idOf(route, names, call.whose), ...(token === undefined ? {} : { token }) });
    const wanted = statusWanted(route, call);
    if (wanted === 'theirs') expect(answer.status).toBeLessThan(500);
    else expect({ status: answer.status, text: answer.text }).toMatchObject({ status: wanted });
    if (wanted !== 'theirs') expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect([...councilsIn(answer.text, world.traces)].filter((council) => council !== call.caller.authority)).toEqual([]);
  };

  // Before the generated calls, among which are some that restrict a record.
  it('shows each council its own, so that nothing below passes because all is empty', async () => {
    for (const council of COUNCILS) {
      const token = await world.running.tokenOf('performance-officer', council);
      for (const [name, route] of Object.entries(ROUTES).filter(([each, { requires }]) => each.startsWith('GET') && holds({ role: 'performance-officer', authority: council }, requires))) {
        const names = world.namesOf(council);
        const answer = await callRoute(world.running, name, route, { token, names, id: route.subject ? names[route.subject] : '' });
        expect({ name, status: answer.status }).toEqual({ name, status: 200 });
      }
      const { text } = await callRoute(world.running, 'GET /api/locality-hub/v1/children', { requires: 'child:list', names: () => ({ query: { limit: '500' } }) }, { token, names: world.namesOf(council), id: '' });
      expect([...councilsIn(text, world.traces)]).toEqual([council]);
    }
  }, 60_000);

  it(
    `shows nobody another council's data (${CALLS} generated calls)`,
    () => fc.assert(fc.asyncProperty(generated, check), { numRuns: CALLS, seed: 903 }),
    60_000 + CALLS * 100,
  );

  it('would see a trace of another council in an answer', () => {
    const { child } = world.namesOf(COUNCILS[0]);
    expect([...councilsIn(`{"id":"${child}"}`, world.traces)]).toEqual([COUNCILS[0]]);
  });
});
