import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AUTHORITIES } from '@permanence/contracts/partnership';
import type { Clock, TenantId } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { LOGGER, type Logger } from '@permanence/platform/telemetry';
import { TenantDb, appendEvents } from '@permanence/platform/tenant-db';
import { becameStuck } from './stuck.store.js';

const LOOKS_EVERY_MS = 3_600_000;
const ACTOR = 'housekeeping';

/** Tells each council which of its harder-to-place children have been looked for over 90 days: time alone brings it. Two processes may do it at once, and it is told once. */
@Injectable()
export class StuckKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.look();
    this.timer = setInterval(() => this.look(), LOOKS_EVERY_MS).unref();
  }

  /** What was begun ends first: the database is closed after this. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Tells one council. */
  tell(tenant: TenantId): Promise<void> {
    return this.db.inTenants({ id: ACTOR, tenants: [tenant] }, async (tx) => {
      appendEvents(tx, { actor: ACTOR, correlationId: `stuck ${tenant}`, recordedAt: this.clock.now() }, await becameStuck(tx, tenant, this.clock.today()));
    });
  }

  private look(): void {
    this.looking = this.everywhere().catch((error: unknown) => this.logger.error({ error }, 'councils were not told who is stuck'));
  }

  private async everywhere(): Promise<void> {
    for (const { code } of AUTHORITIES) await this.tell(code);
  }
}
