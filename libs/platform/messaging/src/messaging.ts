import type { Clock, TenantId } from '@permanence/kernel/values';
import type { TenantDb, TenantTx } from '@permanence/platform/tenant-db';
import type { Registry } from 'prom-client';
import type { MessagingLogger, ServiceMessaging } from './description.js';
import type { DeadLetters } from './inbox/dead-letters.js';
import type { Transport } from './transport/transport.js';

/** What a service's messaging stands on. */
export type MessagingSurroundings = Readonly<{
  /** `regional-hub`: names its topic, its schema (`regional_hub`) and its source. */
  service: string;
  messaging: ServiceMessaging;
  /** Shared by all services of a process. */
  transport: Transport;
  /** The service's tables as its application role. */
  db: TenantDb;
  /** The same database as the service's relay role (`DATABASE_RELAY_URL`). */
  relayUrl: string;
  clock: Clock;
  logger: MessagingLogger;
  /** Takes the metrics of the relay and the inbox. */
  registry?: Registry;
  /** For an operator's command: handlers can be called for dead letters, and nothing is sent or received. */
  operatorOnly?: true;
}>;

export type Rebuild = Readonly<{
  /** Every tenant whose rows the consumer holds, the partnership's pseudo-tenant too. */
  tenants: readonly TenantId[];
  /** Empties the consumer's own tables for the transaction's tenant. */
  clear: (tx: TenantTx, tenant: TenantId) => Promise<void>;
}>;

export interface RunningMessaging {
  readonly deadLetters: Pick<DeadLetters, 'list' | 'retry' | 'discard'>;
  /** Resolves when all that this service has committed is sent, and all that its topics held then is handled or dead-lettered. Tests wait for this and never sleep. */
  caughtUp(): Promise<void>;
  /**
   * Empties inbox, dead letters and tables of this service's consumer and delivers every event again, from the first. Resolves when it begins: `caughtUp` tells the end.
   * @throws Error when another process of the same consumer runs on Kafka: stop it first.
   */
  rebuild(rebuild: Rebuild): Promise<void>;
  /** Stops relay and deliveries; what is in hand is finished or delivered again. Close the transport after the last service. */
  close(): Promise<void>;
}
