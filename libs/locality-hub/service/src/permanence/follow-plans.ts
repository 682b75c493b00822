import { randomUUID } from 'node:crypto';
import type { LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { type Fact, type PlanEvent, followFacts, planFactsOf, trackerLine } from '@permanence/locality-hub/domain';
import { type NewEvent, type Recording, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';
import { keepFacts } from '../imports/child-batch.store.js';
import { keepTrackerRows } from '../tracker/tracker-row.store.js';
import { type HeldPlan, NOTHING_HELD, foldedOn, keepPlans, plansHeld } from './plan.store.js';

/** Whose records, as of which day, and who records what follows. */
export type Following = Readonly<{ tenant: TenantId; today: LocalDate; recording: Recording }>;

/** All that is known of a child, of files and made here. */
export type KnownFacts = Readonly<{ childId: Uuid; facts: readonly Fact[] }>;

/** Something that happened to a child's plan. */
export type PlanHappening = Readonly<{ childId: Uuid; event: PlanEvent }>;

/** Writes what happened to plans. That one was agreed is also a fact of the record: the clock to the plan (C18) runs to it. */
export const appendPlanEvents = (tx: TenantTx, { tenant, recording }: Following, happenings: readonly PlanHappening[]): void => {
  const events = happenings.map(({ childId, event: { type, effectiveOn, data } }): NewEvent => ({ eventId: randomUUID() as Uuid, tenantId: tenant, streamId: childId, type, effectiveOn, data }));
  const agreements = events.filter(({ type }) => type === 'permanence-plan-set');
  keepFacts(tx, tenant, 'record', agreements.map(({ eventId, streamId, type, effectiveOn, data }) => ({ childId: streamId, key: `plan:${String(data['planId'])}:${effectiveOn}`, type, effectiveOn, data, eventId })), []);
  appendEvents(tx, recording, events);
};

/** Puts plans and tracker in agreement with what the records now say, in the transaction that changed them. `held`: the plans before. */
export const followPlans = (tx: TenantTx, following: Following, children: readonly KnownFacts[], held: ReadonlyMap<Uuid, HeldPlan>): void => {
  const { tenant, today } = following;
  const followed = children.map(({ childId, facts }) => {
    const before = held.get(childId) ?? NOTHING_HELD;
    const events = followFacts(before.plan, planFactsOf(facts, today));
    return { childId, facts, events, after: foldedOn(before, events) };
  });
  appendPlanEvents(tx, following, followed.flatMap(({ childId, events }) => events.map((event) => ({ childId, event }))));
  keepPlans(tx, tenant, followed.filter(({ after }) => after.version > 0).map(({ childId, after }) => ({ childId, ...after })));
  keepTrackerRows(tx, tenant, followed.map(({ childId, facts, after }) => ({ childId, line: trackerLine(after.plan, facts, today) })));
};

/** The same for whoever has just changed records, with the plans as their rows have them. */
export const followRecords = async (tx: TenantTx, following: Following, children: readonly KnownFacts[]): Promise<void> => {
  if (children.length === 0) return;
  followPlans(tx, following, children, await plansHeld(tx, following.tenant, children.map(({ childId }) => childId)));
};
