import { Inject, Injectable } from '@nestjs/common';
import type { Clock, Uuid } from '@permanence/kernel/values';
import { type Decision, refuse } from '@permanence/kernel/decider';
import { type PlanCommand, type PlanEvent, decidePlan, planFactsOf } from '@permanence/locality-hub/domain';
import { CLOCK } from '@permanence/platform/host';
import { changedMeanwhile } from '@permanence/platform/http';
import { HttpRefusal, type Who } from '@permanence/platform/identity';
import { correlationId } from '@permanence/platform/telemetry';
import { TenantDb, type TenantTx } from '@permanence/platform/tenant-db';
import { childrenById } from '../children/child.store.js';
import { opened } from '../children/records.reader.js';
import { peopleOf } from '../children/restriction.store.js';
import { refreshClocks } from '../record/keep-clocks.js';
import { knowPerson } from '../workers/worker.store.js';
import { personOf } from '../workers/workers.service.js';
import { appendPlanEvents, followPlans } from './follow-plans.js';
import { type HeldPlan, NOTHING_HELD, factsByChild, foldedOn, plansInLog } from './plan.store.js';
import { type PeoplesCommand, notOfRole, notTheirs } from './plan-rights.js';

/** A person's command about a child's plan. `version` is that of the plan that they saw, where it was sent; `check` says what would happen and does nothing. */
export type PlanWish = Readonly<{ childId: Uuid; command: Extract<PlanCommand, { kind: PeoplesCommand }>; version: number | undefined; check: boolean }>;

/** The plan after a command. */
export type PlanDecided = Readonly<{ ok: true; version: number; status: HeldPlan['plan']['status'] } | Exclude<Decision<PlanEvent>, { ok: true }>>;

/** Commands about a child's plan for permanence: load, decide, save and append in one transaction. */
@Injectable()
export class Plans {
  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives a command about a plan. What the record itself then says of the plan follows at once.
   * @throws HttpProblem 404, 403 as for reading the record; 412 when the plan has changed since
   * @throws HttpRefusal 403 when the command is another person's task
   */
  async handle(who: Who, { childId, command, version, check }: PlanWish): Promise<PlanDecided> {
    const ofOthers = notOfRole(who, command.kind);
    if (ofOthers !== undefined) throw new HttpRefusal(403, ofOthers);
    return this.db.inTenants(who, async (tx) => {
      const [found] = await childrenById(tx, who, [childId], { forUpdate: true });
      const { line } = opened(who, found);
      const refusal = notTheirs(who, line, command.kind);
      if (refusal !== undefined) throw new HttpRefusal(403, refusal);
      const held = (await plansInLog(tx, who.authority, [childId])).get(childId) ?? NOTHING_HELD;
      if (version !== undefined && version !== held.version) throw changedMeanwhile();
      return this.decide(tx, who, { childId, command, check }, held);
    });
  }

  private async decide(tx: TenantTx, who: Who, { childId, command, check }: Omit<PlanWish, 'version'>, held: HeldPlan): Promise<PlanDecided> {
    const owners = ownersIn(command);
    if (owners.some((owner) => owner !== undefined) && (await peopleOf(tx, who.authority, owners)).size < new Set(owners).size) return OWNER_UNKNOWN;
    const today = this.clock.today();
    const facts = (await factsByChild(tx, who.authority, [childId])).get(childId) ?? [];
    const decision = decidePlan(held.plan, command, planFactsOf(facts, today));
    if (!decision.ok) return decision;
    if (check || decision.events.length === 0) return { ok: true, version: held.version, status: held.plan.status };
    await knowPerson(tx, who.authority, personOf(who));
    const following = { tenant: who.authority, today, recording: { actor: who.id, correlationId: correlationId(), recordedAt: this.clock.now() } };
    appendPlanEvents(tx, following, decision.events.map((event) => ({ childId, event })));
    followPlans(tx, following, [{ childId, facts }], new Map([[childId, foldedOn(held, decision.events)]]));
    if (command.kind === 'agreeAtReview') await refreshClocks(tx, who.authority, [childId], today);
    return settled(await plansInLog(tx, who.authority, [childId]), childId);
  }
}

const settled = (plans: ReadonlyMap<Uuid, HeldPlan>, childId: Uuid): PlanDecided => {
  const { plan, version } = plans.get(childId) ?? NOTHING_HELD;
  return { ok: true, version, status: plan.status };
};

/** Whom the command gives steps to. */
const ownersIn = (command: PlanWish['command']): Uuid[] => {
  const milestones = command.kind === 'setMilestone' ? [command.milestone] : 'milestones' in command ? command.milestones : [];
  return milestones.flatMap(({ ownerId }) => ownerId ?? []);
};

const OWNER_UNKNOWN = refuse('STEP_OWNER_UNKNOWN', 'Give the step to one of the people of your council.', 'locality-hub.plan.19', 'ownerId') as Exclude<Decision<PlanEvent>, { ok: true }>;
