import { linksTo, traced } from '@permanence/platform/telemetry';
import type { MessagingLogger } from '../description.js';
import { type Envelope, type ToPublished, enveloped } from '../envelope.js';
import { errorCode } from '../inbox/failure.js';
import { Stopped } from '../stopped.js';
import type { Outlet } from '../transport/transport.js';
import { Waiter } from '../waiting.js';
import type { HorizonWatch } from './horizon-watch.js';
import type { Cursor, LogReader, Read } from './log-reader.js';

/** How a relay goes about it. */
export type Pace = Readonly<{
  /** Events sent at once. */
  batchSize: number;
  /** How long it waits when nobody wakes it. */
  slowPollMs: number;
  /** How long it waits while committed events stand above the horizon. */
  heldBackPollMs: number;
  /** How long it waits after a failure; twice as long after each further one, up to the longest. */
  afterFailureMs: number;
  longestAfterFailureMs: number;
}>;

export type PumpParts = Readonly<{ reader: LogReader; publishes: ToPublished; watch: HorizonWatch; pace: Pace; logger: MessagingLogger; service: string }>;

/** Carries the log to one outlet from where its cursor stands: reads, translates, sends, moves the cursor. Cut off between sending and moving it sends again. */
export class Pump {
  private readonly waiter = new Waiter();
  private failures = 0;

  constructor(
    private readonly outlet: Outlet,
    private readonly parts: PumpParts,
  ) {}

  wake(): void {
    this.waiter.wake();
  }

  /** Runs until the signal ends it. A failure is logged and tried again from the cursor: nothing is left out. */
  async run(signal: AbortSignal): Promise<void> {
    for (; !signal.aborted; this.failures += 1) {
      try {
        await this.runFrom(await this.parts.reader.cursorOf(this.outlet.name), signal);
      } catch (error) {
        if (error instanceof Stopped) return;
        const { logger, service, pace } = this.parts;
        logger.error({ service, outlet: this.outlet.name, error: errorCode(error) }, 'The relay could not send; it tries again.');
        await new Waiter().wait(Math.min(pace.afterFailureMs * 2 ** this.failures, pace.longestAfterFailureMs), signal);
      }
    }
  }

  private async runFrom(start: Cursor, signal: AbortSignal): Promise<void> {
    const { reader, pace } = this.parts;
    let cursor = start;
    let coming = reader.after(cursor, pace.batchSize);
    while (!signal.aborted) {
      const batch = await coming;
      const last = batch.at(-1);
      if (last) {
        cursor = last.cursor;
        // The next batch is read while this one is sent.
        coming = reader.after(cursor, pace.batchSize);
        await Promise.all([this.pass(batch, last, signal), settled(coming)]);
      } else {
        await this.rest(cursor, signal);
        coming = reader.after(cursor, pace.batchSize);
      }
    }
    await settled(coming);
  }

  private async pass(batch: readonly Read[], last: Read, signal: AbortSignal): Promise<void> {
    const envelopes = batch.flatMap(({ event }): Envelope[] => {
      const published = this.parts.publishes(event);
      return published ? [enveloped(event, published)] : [];
    });
    if (envelopes.length > 0) await this.send(envelopes, signal);
    await this.parts.reader.moveTo(this.outlet.name, last.cursor);
    this.failures = 0;
  }

  private send(envelopes: readonly Envelope[], signal: AbortSignal): Promise<void> {
    const flow = { beat: () => Promise.resolve(), isStopped: () => signal.aborted };
    const attributes = { 'messaging.operation.type': 'send', 'messaging.destination.name': this.outlet.name, 'messaging.batch.message_count': envelopes.length };
    return traced(`send ${this.outlet.name}`, { kind: 'producer', attributes, links: linksTo(envelopes.map(({ correlationId }) => correlationId)) }, () => this.outlet.send(envelopes, flow));
  }

  private async rest(cursor: Cursor, signal: AbortSignal): Promise<void> {
    const { reader, watch, pace } = this.parts;
    const horizon = await reader.horizon(cursor);
    watch.observe(horizon);
    await this.waiter.wait(horizon.heldBack ? pace.heldBackPollMs : pace.slowPollMs, signal);
  }
}

/** Waits for the end of a promise whose failure somebody else will see. */
const settled = (promise: Promise<unknown>): Promise<void> =>
  promise.then(
    () => undefined,
    () => undefined,
  );
