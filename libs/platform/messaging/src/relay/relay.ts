import pg from 'pg';
import type { MessagingLogger } from '../description.js';
import type { ToPublished } from '../envelope.js';
import { errorCode, isInfrastructure } from '../inbox/failure.js';
import type { Outlet, RelayPort } from '../transport/transport.js';
import { Waiter, until } from '../waiting.js';
import { HorizonWatch } from './horizon-watch.js';
import { LogReader } from './log-reader.js';
import { type Pace, Pump } from './pump.js';

export type RelayParts = Readonly<{ service: string; schema: string; url: string; publishes: ToPublished; logger: MessagingLogger; pace?: Partial<Pace> }>;

const PACE: Pace = { batchSize: 500, slowPollMs: 1000, heldBackPollMs: 5, afterFailureMs: 100, longestAfterFailureMs: 5000 };
/** Between two tries for the lock. Waiting inside `pg_advisory_lock` would hold a snapshot and block vacuum everywhere. */
const CONTEND_MS = 1500;
const CONNECTIONS = 3;

type Running = Readonly<{ pump: Pump; stop: AbortController; ended: Promise<void> }>;

/** Sends what a service has committed, in order and without gaps (architecture, decision 5). Of several processes of a service one is active; another takes over. */
export class Relay implements RelayPort {
  readonly watch = new HorizonWatch(() => performance.now());
  readonly reader: LogReader;
  private readonly pool: pg.Pool;
  private readonly pace: Pace;
  private readonly outlets = new Map<string, Outlet>();
  private readonly running = new Map<string, Running>();
  private readonly closing = new AbortController();
  private contending: Promise<void> | undefined;
  private active = false;

  constructor(private readonly parts: RelayParts) {
    this.pool = new pg.Pool({ connectionString: parts.url, max: CONNECTIONS, application_name: `${parts.service} relay`, connectionTimeoutMillis: 10_000, keepAlive: true });
    this.pool.on('error', (error) => this.parts.logger.warn({ service: parts.service, error: errorCode(error) }, 'The relay lost an idle connection.'));
    this.reader = new LogReader(this.pool, parts.schema);
    this.pace = { ...PACE, ...parts.pace };
  }

  /** Whether this process's relay holds the lock. */
  get isActive(): boolean {
    return this.active;
  }

  get outletNames(): readonly string[] {
    return [...this.outlets.keys()];
  }

  start(): void {
    this.contending ??= this.contend();
  }

  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await this.contending;
    await this.pool.end();
  }

  open(outlet: Outlet): void {
    this.outlets.set(outlet.name, outlet);
    if (this.active) this.run(outlet);
  }

  async halt(name: string): Promise<void> {
    this.outlets.delete(name);
    await this.stop(name);
  }

  rewind(name: string): Promise<void> {
    return this.reader.rewind(name);
  }

  async level(name: string): Promise<void> {
    const end = await this.reader.end();
    if (!end) return;
    this.running.get(name)?.pump.wake();
    // A lost connection is no answer; asked again it gives one.
    const hasPassed = (): Promise<boolean> =>
      this.reader.hasPassed(name, end).catch((error: unknown) => {
        if (isInfrastructure(error)) return false;
        throw error;
      });
    await until(hasPassed, this.closing.signal);
  }

  private async contend(): Promise<void> {
    const waiter = new Waiter();
    while (!this.closing.signal.aborted) {
      try {
        await this.holdLock();
      } catch (error) {
        if (!this.closing.signal.aborted) this.parts.logger.warn({ service: this.parts.service, error: errorCode(error) }, 'The relay lost its session; it takes the lock again.');
      }
      await waiter.wait(CONTEND_MS, this.closing.signal);
    }
  }

  /** One session: takes the lock, pumps until the session or the relay ends. */
  private async holdLock(): Promise<void> {
    const { url, service, schema } = this.parts;
    const session = new pg.Client({ connectionString: url, application_name: `${service} relay lock`, connectionTimeoutMillis: 10_000, keepAlive: true });
    const lost = new AbortController();
    session.on('error', () => lost.abort());
    session.on('end', () => lost.abort());
    try {
      await session.connect();
      await this.waitForLock(session, lost.signal);
      session.on('notification', () => this.running.forEach(({ pump }) => pump.wake()));
      await session.query(`listen ${schema}_event_log`);
      if (!this.closing.signal.aborted && !lost.signal.aborted) await this.pumpUntil(AbortSignal.any([this.closing.signal, lost.signal]));
    } finally {
      await session.end();
    }
  }

  private async waitForLock(session: pg.Client, lost: AbortSignal): Promise<void> {
    const ended = AbortSignal.any([this.closing.signal, lost]);
    const tryLock = async (): Promise<boolean> =>
      (await session.query<{ got: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as got', [`permanence relay ${this.parts.schema}`])).rows[0]?.got === true;
    await until(tryLock, ended, CONTEND_MS);
  }

  private async pumpUntil(ended: AbortSignal): Promise<void> {
    this.active = true;
    this.outlets.forEach((outlet) => this.run(outlet));
    await new Promise<void>((resolve) => (ended.aborted ? resolve() : ended.addEventListener('abort', () => resolve(), { once: true })));
    this.active = false;
    await Promise.all([...this.running.keys()].map((name) => this.stop(name)));
  }

  private run(outlet: Outlet): void {
    if (this.running.has(outlet.name)) return;
    const { publishes, logger, service } = this.parts;
    const pump = new Pump(outlet, { reader: this.reader, publishes, watch: this.watch, pace: this.pace, logger, service });
    const stop = new AbortController();
    this.running.set(outlet.name, { pump, stop, ended: pump.run(stop.signal) });
  }

  private async stop(name: string): Promise<void> {
    const running = this.running.get(name);
    if (!running) return;
    running.stop.abort();
    await running.ended;
    this.running.delete(name);
  }
}
