import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { LOGGER, type Logger } from '@permanence/platform/telemetry';
import { FACT_TABLES } from '../projections/fact-tables.js';
import { Agreements } from './agreements.service.js';
import { Grants } from './grants.service.js';
import { unnamedColumns } from './stored-columns.js';

const LOOKS_EVERY_MS = 30_000;

/** Carries out what the clock decides: agreements begin and end, grants run out. Any number of processes may run one. */
@Injectable()
export class SharingKeeper implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly agreements: Agreements,
    private readonly grants: Grants,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws Error, and the service does not start, when something is stored of which no field of an agreement could say what it is. */
  async onModuleInit(): Promise<void> {
    const unnamed = unnamedColumns(FACT_TABLES);
    if (unnamed.length > 0) throw new Error(`Nobody agreed to store this: ${unnamed.join(', ')}. Name its field in sharing/stored-columns.ts.`);
    await this.agreements.begin();
  }

  onApplicationBootstrap(): void {
    this.looking = this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  async keepTime(): Promise<void> {
    await this.agreements.keepTime();
    await this.grants.keepTime();
  }

  /** A failure is logged and tried again: what is due stays due. */
  private async look(): Promise<void> {
    try {
      await this.keepTime();
    } catch (error) {
      this.logger.error({ error }, 'agreements and grants could not be kept to their days');
    } finally {
      if (!this.stopped) this.timer = setTimeout(() => { this.looking = this.look(); }, LOOKS_EVERY_MS);
    }
  }
}
