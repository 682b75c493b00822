import type { Clock, TenantId } from '@permanence/kernel/values';
import type { TenantDb, TenantTx } from '@permanence/platform/tenant-db';
import { linksTo, traced } from '@permanence/platform/telemetry';
import type { MessagingLogger } from '../description.js';
import { type Envelope, keyOf } from '../envelope.js';
import { Stopped } from '../stopped.js';
import type { Flow } from '../transport/transport.js';
import { Waiter } from '../waiting.js';
import { DeadLetters } from './dead-letters.js';
import { errorCode, isInfrastructure } from './failure.js';
import type { InboxCounts } from './inbox-counts.js';
import type { Routes } from './routes.js';

export type InboxParts = Readonly<{ consumer: string; db: TenantDb; routes: Routes; clock: Clock; logger: MessagingLogger; counts: InboxCounts }>;

/** The tries of one batch: what failed how often, what is done, which cases wait. */
type Round = Readonly<{ tenant: TenantId; flow: Flow; tries: Map<Envelope, number>; done: Set<Envelope>; held: Set<string> }>;

/** Tries of one event before it is laid aside. */
const TRIES = 5;
/** Events in one transaction: enough to be quick, few enough that no transaction stays open long. */
const BATCH = 500;
const BETWEEN_TRIES_MS = 20;
const LONGEST_PAUSE_MS = 5000;

/** Handles each event once, however often it comes: an event is claimed in the transaction of its effects (architecture, decision 6). */
export class Inbox {
  readonly deadLetters: DeadLetters;

  constructor(private readonly parts: InboxParts) {
    const handle = (tx: TenantTx, events: readonly Envelope[]): Promise<void> => this.handle(tx, events);
    this.deadLetters = new DeadLetters({ db: parts.db, consumer: parts.consumer, clock: parts.clock, handle });
  }

  /**
   * Resolves when each event is handled, known already, or dead-lettered. While the infrastructure is away it tries again.
   * @throws Stopped when the flow ends first, and nothing else.
   */
  async receive(envelopes: readonly Envelope[], flow: Flow): Promise<void> {
    const heard = envelopes.filter(({ type }) => this.parts.routes.hears(type));
    for (const [tenant, events] of byTenant(heard))
      for (let at = 0; at < events.length; at += BATCH) await this.receiveBatch(tenant, events.slice(at, at + BATCH), flow);
  }

  /** Lets a tenant's events count as never handled. What an operator discarded stays discarded. */
  async forget(tx: TenantTx, tenant: TenantId): Promise<void> {
    const { consumer } = this.parts;
    await tx.query(`delete from dead_letter where tenant_id = $1 and consumer = $2 and state <> 'discarded'`, [tenant, consumer]);
    await tx.query(
      `delete from inbox where tenant_id = $1 and consumer = $2
         and event_id not in (select event_id from dead_letter where tenant_id = $1 and consumer = $2)`,
      [tenant, consumer],
    );
  }

  /**
   * One transaction for the batch; when an event spoils it, halves, until the culprit stands alone: the others wait for a few
   * transactions and not for one each. An event that fails holds back the later events of its own case only.
   */
  private async receiveBatch(tenant: TenantId, events: readonly Envelope[], flow: Flow): Promise<void> {
    const round: Round = { tenant, flow, tries: new Map(), done: new Set(), held: new Set() };
    const pause = new Waiter();
    for (let waiting = events; waiting.length > 0; ) {
      round.held.clear();
      await this.halving(round, waiting);
      waiting = waiting.filter((event) => !round.done.has(event));
      if (waiting.length > 0) await pause.wait(BETWEEN_TRIES_MS, NEVER);
    }
  }

  private async halving(round: Round, all: readonly Envelope[]): Promise<void> {
    const events = all.filter((event) => !round.held.has(keyOf(event)));
    const [first] = events;
    if (!first) return;
    await round.flow.beat();
    const failure = await this.attempt(round.tenant, events, round.flow);
    if (failure === undefined) events.forEach((event) => round.done.add(event));
    else if (events.length === 1) await this.countFailure(round, first, failure.error);
    else {
      const middle = Math.ceil(events.length / 2);
      await this.halving(round, events.slice(0, middle));
      await this.halving(round, events.slice(middle));
    }
  }

  /** Counts a try of an event that failed alone; after the last it is laid aside and done with. */
  private async countFailure({ tenant, flow, tries, done, held }: Round, event: Envelope, error: unknown): Promise<void> {
    const count = (tries.get(event) ?? 0) + 1;
    tries.set(event, count);
    if (count < TRIES) {
      held.add(keyOf(event));
      return;
    }
    const { consumer, logger, counts } = this.parts;
    await this.repeat(() => this.deadLetters.add(tenant, event, error, count), flow, ALWAYS);
    done.add(event);
    counts.deadLettered();
    logger.error({ consumer, eventId: event.eventId, type: event.type, error: errorCode(error) }, 'An event could not be handled and was laid aside.');
  }

  /** Claims and handles in one transaction. @returns what an event did wrong, or undefined. */
  private async attempt(tenant: TenantId, events: readonly Envelope[], flow: Flow): Promise<{ error: unknown } | undefined> {
    const blamesNoEvent = async (error: unknown): Promise<boolean> => isInfrastructure(error) || (await this.databaseIsAway());
    try {
      this.parts.counts.handled(await this.repeat(() => this.claimAndHandle(tenant, events), flow, blamesNoEvent));
      return undefined;
    } catch (error) {
      if (error instanceof Stopped) throw error;
      return { error };
    }
  }

  private claimAndHandle(tenant: TenantId, events: readonly Envelope[]): Promise<number> {
    const { consumer } = this.parts;
    const attributes = { 'messaging.operation.type': 'process', 'messaging.consumer.group.name': consumer, 'messaging.batch.message_count': events.length };
    return traced(`process ${consumer}`, { kind: 'consumer', attributes, links: linksTo(events.map(({ correlationId }) => correlationId)) }, () => this.inTransaction(tenant, events));
  }

  private inTransaction(tenant: TenantId, events: readonly Envelope[]): Promise<number> {
    const { db, consumer } = this.parts;
    return db.inTenants({ id: consumer, tenants: [tenant] }, async (tx) => {
      const claimed = await tx.query<{ id: string }[]>(
        `insert into inbox (tenant_id, consumer, event_id) select $1, $2, id from unnest($3::uuid[]) as id on conflict do nothing returning event_id as id`,
        [tenant, consumer, events.map(({ eventId }) => eventId)],
      );
      const fresh = new Set(claimed.map(({ id }) => id));
      // Of an event that stands twice in the batch, the first counts.
      await this.handle(tx, events.filter(({ eventId }) => fresh.delete(eventId)));
      return claimed.length;
    });
  }

  private async handle(tx: TenantTx, events: readonly Envelope[]): Promise<void> {
    for (const run of this.parts.routes.runsOf(events)) for (const route of run.routes) await route.handle({ tx, events: run.events });
  }

  /** Repeats the work as long as its failure is one that time may mend. */
  private async repeat<T>(work: () => Promise<T>, flow: Flow, mayMend: (error: unknown) => Promise<boolean>): Promise<T> {
    const pause = new Waiter();
    for (let tries = 0; ; tries += 1) {
      if (flow.isStopped()) throw new Stopped();
      try {
        return await work();
      } catch (error) {
        if (!(await mayMend(error))) throw error;
        this.parts.logger.warn({ consumer: this.parts.consumer, error: errorCode(error) }, 'Events wait until the database takes them.');
        await pause.wait(Math.min(50 * 2 ** tries, LONGEST_PAUSE_MS), NEVER);
        await flow.beat();
      }
    }
  }

  private databaseIsAway(): Promise<boolean> {
    return this.parts.db.isReady().then(
      () => false,
      () => true,
    );
  }
}

const NEVER = new AbortController().signal;
const ALWAYS = (): Promise<boolean> => Promise.resolve(true);

const byTenant = (envelopes: readonly Envelope[]): ReadonlyMap<TenantId, readonly Envelope[]> => {
  const groups = new Map<TenantId, Envelope[]>();
  for (const envelope of envelopes) {
    const group = groups.get(envelope.tenantId);
    if (group) group.push(envelope);
    else groups.set(envelope.tenantId, [envelope]);
  }
  return groups;
};
