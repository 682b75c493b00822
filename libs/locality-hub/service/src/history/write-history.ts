import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { Instant, derivedId } from '@permanence/kernel/values';
import { type Fact, PLAN_EVENT_TYPES, type PlanEvent } from '@permanence/locality-hub/domain';
import type { Actor, TenantDb, TenantTx } from '@permanence/platform/tenant-db';
import { followPlans } from '../permanence/follow-plans.js';
import { type HeldPlan, NOTHING_HELD, foldedOn } from '../permanence/plan.store.js';
import { keepClocks } from '../record/keep-clocks.js';
import { oneAtATime } from '../record/one-at-a-time.js';
import { recordKept } from '../record/record-kept.js';
import { type PastEvent, type PastFact, type Place, addFacts, appendPast, countChildren, eventsHeld, nextChildren } from './history.store.js';
import type { HistoryProgress, HistorySetting, KnownChild, RecordedFact } from './recorded-fact.js';

/** Children in one transaction: an open one stalls every relay. */
const CHILDREN_A_BATCH = 100;

/** PostgreSQL keeps the plan of a foreign-key check; one made over a small table would read the whole of a large one. */
const FORGET_PLANS = 'discard plans';

/** Steps of a permanence plan are folded into the plan's own table, not into facts: of all that happened to it only that it was agreed is one, since a clock runs to it. */
const PLAN_EVENTS: ReadonlySet<string> = new Set(PLAN_EVENT_TYPES);
const isFact = (type: string): boolean => type === 'permanence-plan-set' || !PLAN_EVENTS.has(type);

type Written = Readonly<{ childId: Uuid; events: readonly PastEvent[]; facts: readonly PastFact[]; plan: HeldPlan; known: readonly Fact[] }>;

/** The same entry has the same id in every run. */
const eventIdOf = (childId: Uuid, { fact, recordedAt }: RecordedFact): Uuid => derivedId(childId, `history:${fact.key}:${recordedAt}`);

const inOrder = (a: RecordedFact, b: RecordedFact): number => (a.recordedAt === b.recordedAt ? 0 : a.recordedAt < b.recordedAt ? -1 : 1);

/** Events and their fold: of entries with one key the last is what is known. */
const written = (tenant: TenantId, child: KnownChild, entries: readonly RecordedFact[]): Written => {
  const last = new Map<string, PastFact>();
  const events = [...entries].sort(inOrder).map((entry): PastEvent => {
    const { fact, ...recording } = entry;
    const eventId = eventIdOf(child.childId, entry);
    const corrects = last.get(fact.key)?.eventId;
    last.set(fact.key, { childId: child.childId, key: fact.key, type: fact.type, effectiveOn: fact.effectiveOn, data: fact.data, eventId });
    return { ...recording, eventId, tenantId: tenant, streamId: child.childId, type: fact.type, effectiveOn: fact.effectiveOn, data: fact.data as PastEvent['data'], ...(corrects === undefined ? {} : { corrects }) };
  });
  const facts = [...last.values()].filter(({ type }) => isFact(type));
  const plan = foldedOn(NOTHING_HELD, events.filter(({ type }) => PLAN_EVENTS.has(type)) as unknown as PlanEvent[]);
  return { childId: child.childId, events, facts, plan, known: [...child.facts, ...(facts as unknown as Fact[])] };
};

const ACTOR = 'history';

const actorOf = (tenant: TenantId): Actor => ({ id: ACTOR, tenants: [tenant] });

const save = (tx: TenantTx, { tenant, today, now, kept }: HistorySetting, fresh: readonly Written[]): void => {
  appendPast(tx, fresh.flatMap(({ events }) => events));
  addFacts(tx, tenant, 'record', fresh.flatMap(({ facts }) => facts));
  const known = fresh.map(({ childId, known: facts }) => ({ childId, facts }));
  keepClocks(tx, tenant, known, { kept, today });
  const recording = { actor: ACTOR, correlationId: `history ${tenant}`, recordedAt: now };
  followPlans(tx, { tenant, today, recording }, known, new Map(fresh.map(({ childId, plan }) => [childId, plan])));
};

/** One transaction over the next children. @returns the last of them and how many events were added, or undefined when there is none left. */
const nextBatch = (db: TenantDb, setting: HistorySetting, after: Place): Promise<Readonly<{ last: Place; children: number; events: number }> | undefined> =>
  db.inTenants(actorOf(setting.tenant), async (tx) => {
    const { tenant, historyOf } = setting;
    await oneAtATime(tx, tenant);
    await tx.query(FORGET_PLANS);
    const children = await nextChildren(tx, tenant, after, CHILDREN_A_BATCH);
    const last = children.at(-1);
    if (last === undefined) return undefined;
    const all = children.map((child) => written(tenant, child, historyOf(child))).filter(({ events }) => events.length > 0);
    const held = await eventsHeld(tx, tenant, all.flatMap(({ events }) => events[0]?.eventId ?? []));
    const fresh = all.filter(({ events }) => events[0] !== undefined && !held.has(events[0].eventId));
    save(tx, setting, fresh);
    return { last: { code: last.code, recordNo: last.recordNo }, children: children.length, events: fresh.reduce((sum, { events }) => sum + events.length, 0) };
  });

type RecordKind = Parameters<typeof recordKept>[1]['kinds'][number];

const MORNING = 'T09:00:00.000Z';

/** One word for each first day. */
const sayKept = async (tx: TenantTx, { tenant, kept }: HistorySetting): Promise<void> => {
  const days = [...new Set(kept.values())];
  const kindsFrom = (day: LocalDate): RecordKind[] => [...kept].filter(([, from]) => from === day).map(([kind]) => kind as RecordKind);
  const events = days.map((from): PastEvent => ({
    ...recordKept(tenant, { kinds: kindsFrom(from), from }), actor: ACTOR, correlationId: `history ${tenant}`, recordedAt: Instant(`${from}${MORNING}`),
  }));
  const held = await eventsHeld(tx, tenant, events.map(({ eventId }) => eventId));
  appendPast(tx, events.filter(({ eventId }) => !held.has(eventId)));
};

/**
 * Writes what a council recorded here over the years, beside what its files state: events, facts, clocks and next dates, children by
 * children, and last which kinds are kept. Cut off anywhere it can be run again: a child who was written is left alone, however
 * the record went on since.
 * @param db opened as the loader's role; the application's would do, but no service calls this
 */
export const writeHistory = async (db: TenantDb, setting: HistorySetting): Promise<HistoryProgress> => {
  const { tenant, told } = setting;
  const ofChildren = await db.inTenants(actorOf(tenant), (tx) => countChildren(tx, tenant));
  const sum = { children: 0, events: 0 };
  for (let after: Place = { code: '', recordNo: 0 }; ; ) {
    const batch = await nextBatch(db, setting, after);
    if (batch === undefined) break;
    after = batch.last;
    sum.children += batch.children;
    sum.events += batch.events;
    told?.({ ...sum, ofChildren });
  }
  await db.inTenants(actorOf(tenant), (tx) => sayKept(tx, setting));
  return { ...sum, ofChildren };
};
