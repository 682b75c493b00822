import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AUTHORITIES } from '@permanence/contracts/partnership';
import type { Clock, TenantId } from '@permanence/kernel/values';
import { sealAccessLog } from '@permanence/platform/access-log';
import { CLOCK } from '@permanence/platform/host';
import { LOGGER, type Logger } from '@permanence/platform/telemetry';
import { TenantDb } from '@permanence/platform/tenant-db';
import { forgetOldRows } from '../imports/import.store.js';

const SEAL_EVERY_MS = 60_000;
const FORGET_EVERY_MS = 24 * 3_600_000;

/** What must be done whether or not anybody asks: seal the access log, and forget rows whose time is over. Two processes may do it at once. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.every(SEAL_EVERY_MS, 'access log not sealed', (tenant) => sealAccessLog(this.db, tenant, this.clock.now()));
    this.every(FORGET_EVERY_MS, 'old rows not forgotten', (tenant) => this.forget(tenant));
  }

  /** What was begun ends first: the database is closed after this. */
  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.allSettled(this.running);
  }

  private every(milliseconds: number, fault: string, work: (tenant: TenantId) => Promise<unknown>): void {
    const round = (): void => {
      const done = this.eachAuthority(work).catch((error: unknown) => this.logger.error({ error }, fault)).finally(() => this.running.delete(done));
      this.running.add(done);
    };
    round();
    this.timers.push(setInterval(round, milliseconds).unref());
  }

  private async eachAuthority(work: (tenant: TenantId) => Promise<unknown>): Promise<void> {
    for (const { code } of AUTHORITIES) await work(code);
  }

  private forget(tenant: TenantId): Promise<void> {
    return this.db.inTenants({ id: 'housekeeping', tenants: [tenant] }, (tx) => forgetOldRows(tx, tenant, this.clock.now()));
  }
}
