import type { TenantTx } from '@permanence/platform/tenant-db';
import type { Envelope } from './envelope.js';

/**
 * What a handler receives: events of one tenant, in order, each never seen before by this consumer, and the transaction in which
 * they count as handled. When the transaction fails, none of them happened.
 */
export type Delivery<E extends Envelope = Envelope> = Readonly<{ tx: TenantTx; events: readonly E[] }>;

/** Handles a delivery inside its transaction. */
export type Handler = (delivery: Delivery) => Promise<void>;
