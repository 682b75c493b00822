import type { Clock, Instant, TenantId, Uuid } from '@permanence/kernel/values';
import type { TenantDb, TenantTx } from '@permanence/platform/tenant-db';
import type { Envelope } from '../envelope.js';
import { errorCode } from './failure.js';

/** An event that a consumer could not handle. The error is a code and a place in our code, never a message: a message may hold a name. */
export type DeadLetter = Readonly<{ tenantId: TenantId; eventId: Uuid; type: string; error: string; tries: number; failedAt: Instant }>;

export type RetryOutcome = 'handled' | 'failed-again' | 'not-found';

type Parts = Readonly<{ db: TenantDb; consumer: string; clock: Clock; handle: (tx: TenantTx, events: readonly Envelope[]) => Promise<void> }>;

const COLUMNS = `tenant_id as "tenantId", event_id as "eventId", type, error, tries, failed_at as "failedAt"`;
const PAGE = 500;

/** What an operator may do about the events that one consumer could not handle. */
export class DeadLetters {
  constructor(private readonly parts: Parts) {}

  /** Those that wait for an operator, oldest first, at most 500. */
  list(tenants: readonly [TenantId, ...TenantId[]]): Promise<readonly DeadLetter[]> {
    const { db, consumer } = this.parts;
    return db.inTenants({ id: consumer, tenants }, (tx) =>
      tx.query<DeadLetter[]>(
        `select ${COLUMNS} from dead_letter where tenant_id = any ($1) and consumer = $2 and state = 'waiting' order by failed_at, event_id limit ${PAGE}`,
        [tenants, consumer],
      ),
    );
  }

  /** Hands the event to its handlers once more, in one transaction with the note that it is settled. It comes after later events of its case: handlers bear that. */
  async retry(tenant: TenantId, eventId: Uuid, by: string): Promise<RetryOutcome> {
    const { db, consumer, handle } = this.parts;
    try {
      return await db.inTenants({ id: consumer, tenants: [tenant] }, async (tx) => {
        const envelope = await this.settle(tx, tenant, eventId, 'retried', by);
        if (!envelope) return 'not-found';
        await handle(tx, [envelope]);
        return 'handled';
      });
    } catch (error) {
      await this.countTry(tenant, eventId, errorCode(error));
      return 'failed-again';
    }
  }

  /** Says that the event need not be handled. The row stays, with who said so and when. */
  discard(tenant: TenantId, eventId: Uuid, by: string): Promise<boolean> {
    const { db, consumer } = this.parts;
    return db.inTenants({ id: consumer, tenants: [tenant] }, async (tx) => (await this.settle(tx, tenant, eventId, 'discarded', by)) !== undefined);
  }

  /** Lays the event aside and claims it, so that a repeated delivery passes it by. */
  add(tenant: TenantId, event: Envelope, error: unknown, tries: number): Promise<void> {
    const { db, consumer, clock } = this.parts;
    return db.inTenants({ id: consumer, tenants: [tenant] }, async (tx) => {
      await tx.query(`insert into inbox (tenant_id, consumer, event_id) values ($1, $2, $3) on conflict do nothing`, [tenant, consumer, event.eventId]);
      await tx.query(
        `insert into dead_letter (tenant_id, consumer, event_id, type, envelope, error, tries, failed_at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
        [tenant, consumer, event.eventId, event.type, JSON.stringify(event), errorCode(error), tries, clock.now()],
      );
    });
  }

  private async settle(tx: TenantTx, tenant: TenantId, eventId: Uuid, state: 'retried' | 'discarded', by: string): Promise<Envelope | undefined> {
    const rows = await tx.query<{ envelope: Envelope }[]>(
      `with settled as (
         update dead_letter set state = $4, settled_at = $5, settled_by = $6
         where tenant_id = $1 and consumer = $2 and event_id = $3 and state = 'waiting' returning envelope)
       select envelope from settled`,
      [tenant, this.parts.consumer, eventId, state, this.parts.clock.now(), by],
    );
    return rows[0]?.envelope;
  }

  private async countTry(tenant: TenantId, eventId: Uuid, error: string): Promise<void> {
    const { db, consumer } = this.parts;
    await db.inTenants({ id: consumer, tenants: [tenant] }, (tx) =>
      tx.query(`update dead_letter set tries = tries + 1, error = $4 where tenant_id = $1 and consumer = $2 and event_id = $3`, [tenant, consumer, eventId, error]),
    );
  }
}
