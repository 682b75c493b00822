import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AUTHORITIES } from '@permanence/contracts/partnership';
import { type Clock, REGION, type TenantId } from '@permanence/kernel/values';
import { CLOCK } from '@permanence/platform/host';
import { LOGGER, type Logger } from '@permanence/platform/telemetry';
import { TenantDb } from '@permanence/platform/tenant-db';
import { keepRegion } from './counts.store.js';
import { type Patience, behind, takeTurn } from './figure-refresh.store.js';
import { refreshFigures } from './refresh-figures.js';

const TENANTS = AUTHORITIES.map(({ code }) => code) as [TenantId, ...TenantId[]];
const ACTOR = 'regional-hub';
/** The region's sums are made anew after so many councils at most: it stands beside what it is the sum of. */
const COUNCILS_A_SUM = 8;

/** An import is counted a second after its last event; while it runs, every 20 seconds. */
const USUAL: Patience = { quiet: 1, atMost: 20 };
const AT_ONCE: Patience = { quiet: 0, atMost: 0 };
const LOOKS_EVERY_MS = 500;

/** Counts figures again once an authority's facts have changed and are quiet. Any number of processes may run one. */
@Injectable()
export class FigureRefresher implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private looking: Promise<void> = Promise.resolve();
  /** Councils counted by this process, and how many of them are in the region's sums. One that ended may have left some out, so a new one begins with the sums. */
  private readonly counted = { councils: 1, inRegion: 0 };

  constructor(
    private readonly db: TenantDb,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.lookLater();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  /** Counts what is behind and may be counted. @returns how many authorities were. */
  async refresh(patience: Patience = USUAL): Promise<number> {
    const late = await this.db.inTenants({ id: ACTOR, tenants: TENANTS }, (tx) => behind(tx, TENANTS, this.clock.today(), patience));
    for (const [at, each] of late.entries()) {
      await refreshFigures((work) => this.db.inTenants({ id: ACTOR, tenants: [each.tenant] }, work), each, this.clock.today());
      this.counted.councils += 1;
      if ((at + 1) % COUNCILS_A_SUM === 0) await this.sumRegion();
    }
    if (this.counted.inRegion < this.counted.councils) await this.sumRegion();
    return late.length;
  }

  /** Counts until nothing is behind: another process, or the look that is under way, may have begun with some of it. */
  async catchUp(): Promise<void> {
    while ((await this.refresh(AT_ONCE)) > 0);
  }

  private async sumRegion(): Promise<void> {
    const { councils } = this.counted;
    await this.db.inTenants({ id: ACTOR, tenants: [REGION, ...TENANTS] }, async (tx) => {
      await takeTurn(tx, REGION);
      await keepRegion(tx, TENANTS);
    });
    this.counted.inRegion = Math.max(this.counted.inRegion, councils);
  }

  private lookLater(): void {
    this.timer = setTimeout(() => {
      this.looking = this.look();
    }, LOOKS_EVERY_MS);
  }

  /** A failure is logged and tried again: the change stays marked until its figures are there. */
  private async look(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      this.logger.error({ error }, 'figures could not be counted');
    } finally {
      if (!this.stopped) this.lookLater();
    }
  }
}
