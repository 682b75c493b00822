import { REGION } from '@permanence/kernel/values';
import { type Logger } from '@permanence/platform/telemetry';
import { type TenantDb, connect } from '@permanence/platform/tenant-db';
import { type ReadOnly, ReadOnlyMode } from './read-only-mode.js';
import { LAST, heldIn } from './switch.js';

/** An operator need not wait longer than two of these for every process to know. */
const LOOKS_EVERY_MS = 2_000;

/** The table belongs to nobody's council, so it does not matter for whom the transaction runs. */
const NOBODY = { id: 'read-only mode', tenants: [REGION] } as const;

type Watched = Readonly<{
  name: string;
  /** The service's tables as its application role. */
  url: string;
  /** Given when the process was started to be read-only whatever the tables say. */
  fixed: ReadOnly | undefined;
  logger: Logger;
  /** For tests, which do not wait. */
  looksEveryMs?: number;
}>;

/** Reads a service's switch again and again, over a connection of its own: it is seen also when all others are taken. */
class SwitchWatch {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private stopped = false;
  private isBlind = false;

  constructor(
    private readonly db: TenantDb,
    private readonly mode: ReadOnlyMode,
    private readonly logger: Logger,
    private readonly looksEveryMs: number,
  ) {}

  /** Before anybody is answered: a process that starts in read-only mode has it from its first request on. */
  async look(): Promise<void> {
    const [row] = await this.db.inTenants(NOBODY, (tx) => tx.query<Parameters<typeof heldIn>[0][]>(LAST));
    this.mode.turn(heldIn(row));
  }

  lookLater(): void {
    this.timer = setTimeout(() => { this.looking = this.again(); }, this.looksEveryMs).unref();
  }

  async close(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
    await this.db.close();
  }

  /** While the database does not answer, what was read last holds: said once, not every two seconds. */
  private async again(): Promise<void> {
    try {
      await this.look();
      this.isBlind = false;
    } catch (error) {
      if (!this.isBlind) this.logger.warn({ error }, 'read-only mode could not be looked up; what was known of it holds');
      this.isBlind = true;
    } finally {
      if (!this.stopped) this.lookLater();
    }
  }
}

/** What a process knows of read-only mode, kept up to date until it is closed. @throws Error with a sentence when the database does not answer. */
export const watchSwitch = async ({ name, url, fixed, logger, looksEveryMs = LOOKS_EVERY_MS }: Watched): Promise<Readonly<{ mode: ReadOnlyMode; close: () => Promise<void> }>> => {
  if (fixed !== undefined) return { mode: new ReadOnlyMode(fixed), close: () => Promise.resolve() };
  const mode = new ReadOnlyMode();
  const db = await connect({ url, connections: 1, applicationName: `${name} read-only mode` });
  const watch = new SwitchWatch(db, mode, logger, looksEveryMs);
  try {
    await watch.look();
  } catch (error) {
    await db.close();
    throw error;
  }
  watch.lookLater();
  return { mode, close: () => watch.close() };
};
