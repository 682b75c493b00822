import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AUTHORITIES } from '@permanence/contracts/partnership';
import type { Clock, TenantId, Uuid } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { LOGGER, type Logger } from '@permanence/platform/telemetry';
import { TenantDb } from '@permanence/platform/tenant-db';
import { refreshClocks } from '../record/keep-clocks.js';
import { keptKinds } from '../record/record-kept.js';
import { followPlans } from './follow-plans.js';
import { childrenOfPathwayAge, childrenToFollow, factsByChild, holdChildren, plansInLog } from './plan.store.js';

const EVERY_MS = 24 * 3_600_000;
/** Children in one transaction. */
const A_BATCH = 200;
const ACTOR = 'housekeeping';

/** What becomes of plans by time alone, 12 months at home above all, the date of a first pathway plan, and lines of the tracker that no import made yet. Two processes may do it at once. */
@Injectable()
export class PlanKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.round();
    this.timer = setInterval(() => this.round(), EVERY_MS).unref();
  }

  /** What was begun ends first: the database is closed after this. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private round(): void {
    this.running = this.everywhere().catch((error: unknown) => this.logger.error({ error }, 'plans were not followed'));
  }

  private async everywhere(): Promise<void> {
    for (const { code } of AUTHORITIES) await this.follow(code);
  }

  /** Follows the records of one council. */
  async follow(tenant: TenantId): Promise<void> {
    const who = { id: ACTOR, tenants: [tenant] } as const;
    const ids = await this.db.inTenants(who, (tx) => childrenToFollow(tx, tenant));
    for (let at = 0; at < ids.length; at += A_BATCH) await this.followSome(tenant, ids.slice(at, at + A_BATCH));
    await this.listPathwayPlans(tenant);
  }

  /** The date of a first pathway plan is listed in the year before it, whether or not anything else happens to the child. */
  private async listPathwayPlans(tenant: TenantId): Promise<void> {
    const [who, today] = [{ id: ACTOR, tenants: [tenant] } as const, this.clock.today()];
    const ids = await this.db.inTenants(who, async (tx) => ((await keptKinds(tx, tenant)).has('leaving-care') ? childrenOfPathwayAge(tx, tenant, today) : []));
    for (let at = 0; at < ids.length; at += A_BATCH) {
      await this.db.inTenants(who, async (tx) => {
        const some = ids.slice(at, at + A_BATCH);
        await holdChildren(tx, tenant, some);
        await refreshClocks(tx, tenant, some, today);
      });
    }
  }

  private followSome(tenant: TenantId, ids: readonly Uuid[]): Promise<void> {
    return this.db.inTenants({ id: ACTOR, tenants: [tenant] }, async (tx) => {
      await holdChildren(tx, tenant, ids);
      const plans = await plansInLog(tx, tenant, ids);
      const facts = await factsByChild(tx, tenant, ids);
      const recording = { actor: ACTOR, correlationId: `plans ${tenant}`, recordedAt: this.clock.now() };
      followPlans(tx, { tenant, today: this.clock.today(), recording }, ids.map((childId) => ({ childId, facts: facts.get(childId) ?? [] })), plans);
    });
  }
}
