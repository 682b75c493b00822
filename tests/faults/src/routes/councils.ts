import { randomUUID } from 'node:crypto';
import { ROLES, type Role, isRegionalRole } from '@permanence/platform/identity';
import { exampleFiles } from '@permanence/testing/region';
import type pg from 'pg';
import { administratorOf } from '../catalogue/administrator.js';
import type { RunningServices } from '../running/running-services.js';
import { MONTH, NO_REFERENCE, NO_TRACKER, type Names } from './matrix.js';

/** Three councils of the partnership; what one has, no other may learn. */
export const COUNCILS = ['E10000028', 'E06000021', 'E06000051'] as const;
export type Council = (typeof COUNCILS)[number];

/** Somebody to call as. */
export type Caller = Readonly<{ role: Role; authority: string }>;

export const CALLERS: readonly Caller[] = ROLES.flatMap((role): Caller[] => (isRegionalRole(role) ? [{ role, authority: 'region' }] : COUNCILS.map((authority) => ({ role, authority }))));

/** Text that stands in what one council has and nobody else: ids, codes and references. */
export type Traces = ReadonlyMap<string, Council>;

export type World = Readonly<{ running: RunningServices; namesOf: (council: Council) => Names; traces: Traces; close: () => Promise<void> }>;

const TRACES = `
  select tenant_id as council, id::text as trace from child union all select tenant_id, reference from child union all select tenant_id, council_code from child
  union all select tenant_id, id::text from import union all select tenant_id, event_id::text from event_log union all select tenant_id, id::text from worker union all select tenant_id, registration from worker where registration is not null
  union all select tenant_id, id::text from break_glass union all select tenant_id, id::text from alert union all select tenant_id, id::text from declared_relation union all select tenant_id, id::text from saved_filter`;

const namesIn = async (administrator: pg.Client, authority: Council): Promise<Names> => {
  const { rows } = await administrator.query<Names>(
    `select $1::text as authority, 'cla-number-looked-after' as indicator, (select id::text from child where tenant_id = $1 and looked_after order by id limit 1) as child,
       (select id::text from import where tenant_id = $1 order by id limit 1) as import, (select id::text from worker where tenant_id = $1 order by id limit 1) as worker,
       (select reference from child where tenant_id = $1 and looked_after order by id limit 1) as reference, (select id::text from break_glass where tenant_id = $1) as emergency,
       (select id::text from alert where tenant_id = $1) as alert, (select id::text from declared_relation where tenant_id = $1) as relation, (select id::text from saved_filter where tenant_id = $1) as filter,
       (select reference from regional_hub.tracker_reference where tenant_id = $1 order by reference limit 1) as tracker, (select id::text from regional_hub.disclosure where tenant_id = $1) as grant, $2 as target`,
    [authority, randomUUID()],
  );
  const [names] = rows;
  if (names === undefined) throw new Error(`nothing was loaded for ${authority}`);
  return names;
};

/** What is said of looks: an emergency access with its alert, and a declared relation; and a filter that somebody keeps. */
const loud = async (running: RunningServices, council: Council): Promise<void> => {
  const send = async (role: Role, path: string, body: object): Promise<void> => {
    const answer = await fetch(`${running.urlOf('locality-hub')}${path}`, { method: 'POST', headers: { authorization: `Bearer ${await running.tokenOf(role, council)}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (answer.status !== 201) throw new Error(`the ${role} of ${council} was answered ${answer.status} by ${path}`);
  };
  const children = await fetch(`${running.urlOf('locality-hub')}/children?limit=1`, { headers: { authorization: `Bearer ${await running.tokenOf('performance-officer', council)}` } });
  const { items } = (await children.json()) as { items: readonly { reference: string }[] };
  await send('reviewing-officer', '/emergency-access', { reference: items[0]?.reference, reason: 'A reason of at least twenty characters.' });
  await send('locality-social-worker', '/relations', { reference: NO_REFERENCE, kind: 'own-family' });
  await send('performance-officer', '/tracker/filters', { name: 'Late', state: { late: 'true' }, shared: false });
};

/** What the region holds of a council: a profile that a worker of a fourth council asked for, and a month that was frozen. */
const inRegion = async (running: RunningServices, administrator: pg.Client, council: Council): Promise<void> => {
  const send = async (role: Role, authority: string, path: string, body: object): Promise<void> => {
    const answer = await fetch(`${running.urlOf('regional-hub')}${path}`, { method: 'POST', headers: { authorization: `Bearer ${await running.tokenOf(role, authority)}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`the ${role} of ${authority} was answered ${answer.status} by ${path}: ${await answer.text()}`);
  };
  const { rows } = await administrator.query<{ reference: string }>('select reference from regional_hub.tracker_reference where tenant_id = $1 order by reference limit 1', [council]);
  await send('locality-social-worker', 'E06000020', '/grants', { reference: rows[0]?.reference, purpose: 'family-finding' });
  await send('performance-officer', council, `/packs/${council}/${MONTH}/freeze`, {});
};

/** Nobody's: ids and a reference that are not there. */
export const nobodysNames = (authority: string): Names => ({
  authority, child: randomUUID(), import: randomUUID(), worker: randomUUID(), indicator: 'cla-number-looked-after', reference: NO_REFERENCE, emergency: randomUUID(), alert: randomUUID(), relation: randomUUID(), filter: randomUUID(), grant: randomUUID(), target: randomUUID(), tracker: NO_TRACKER,
});

/** Loads the small example council three times over, each time as another council with codes of its own. */
export const makeWorld = async (running: RunningServices): Promise<World> => {
  for (const council of COUNCILS) {
    const officer = await running.officerOf(council);
    for (const year of [2025, 2026] as const) await officer.load(year, exampleFiles(council, year));
    for (const role of ['locality-social-worker', 'team-manager'] as const) {
      const answer = await fetch(`${running.urlOf('locality-hub')}/me`, { headers: { authorization: `Bearer ${await running.tokenOf(role, council)}` } });
      if (!answer.ok) throw new Error(`the ${role} of ${council} was not made known: ${answer.status}`);
    }
  }
  await running.settled();
  for (const council of COUNCILS) await loud(running, council);
  const administrator = await administratorOf(running.test);
  for (const council of COUNCILS) await inRegion(running, administrator, council);
  await administrator.query('set search_path = locality_hub');
  const names = new Map<Council, Names>();
  for (const council of COUNCILS) names.set(council, await namesIn(administrator, council));
  const { rows } = await administrator.query<{ council: Council; trace: string }>(TRACES);
  return {
    running,
    traces: new Map(rows.map(({ trace, council }) => [trace, council])),
    namesOf: (council) => names.get(council) as Names,
    close: () => administrator.end(),
  };
};

const WORDS = /[\w-]+/g;

/** Whose traces an answer holds. */
export const councilsIn = (text: string, traces: Traces): Set<Council> => new Set([...text.matchAll(WORDS)].flatMap(([word]) => traces.get(word) ?? []));
