import type { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import type { LoggedEvent } from '@permanence/platform/tenant-db';

/** A published event with all that travels beside its payload (events.md, section 1). `type` and `data` are the contract's. */
export type Envelope<Type extends string = string, Data = unknown> = Readonly<{
  eventId: Uuid;
  /** `locality-hub.care-period-started`. */
  type: Type;
  tenantId: TenantId;
  /** Whose history it belongs to. Events of one stream stay in order; of two streams they may not. */
  streamId: Uuid;
  effectiveOn: LocalDate;
  recordedAt: Instant;
  actor: string;
  correlationId: string;
  /** The event that this one mends. */
  corrects?: Uuid | undefined;
  /** The event that this one names never happened. */
  withdrawn?: true | undefined;
  schemaVersion: number;
  data: Data;
}>;

/** What a service lets others know of a logged event: its public name and payload. The rest of the envelope comes from the log. */
export type Publication = Readonly<{ type: string; data: object; schemaVersion?: number }>;

/** A service's answer to 'may others know this, and as what?': null keeps the event inside. */
export type ToPublished = (event: LoggedEvent) => Publication | null;

/** Puts a published event into the envelope of the logged one. */
export const enveloped = (event: LoggedEvent, published: Publication): Envelope => ({
  eventId: event.eventId,
  type: published.type,
  tenantId: event.tenantId,
  streamId: event.streamId,
  effectiveOn: event.effectiveOn,
  recordedAt: event.recordedAt,
  actor: event.actor,
  correlationId: event.correlationId,
  corrects: event.corrects ?? undefined,
  withdrawn: event.withdrawn ?? undefined,
  schemaVersion: published.schemaVersion ?? event.schemaVersion,
  data: published.data,
});

/** What one case's events share: a broker keeps them in order, and a failure of one holds back no other. */
export const keyOf = ({ tenantId, streamId }: Envelope): string => `${tenantId}/${streamId}`;
