import type { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';

/** What is always there on a published event (events.md, section 1). Nobody's name, no address, no free text. */
export type PublishedEvent<T extends object = Readonly<Record<string, unknown>>, Name extends string = string> = Readonly<{
  eventId: Uuid;
  /** `<service>.<thing-past-tense>` */
  type: Name;
  /** The authority that owns the stream; `region` for what the partnership owns. */
  tenantId: TenantId;
  /** Whose history it belongs to: a child, an import. The events of one stream stay in order. */
  streamId: Uuid;
  /** The day on which it happened. */
  effectiveOn: LocalDate;
  /** When we learned it. */
  recordedAt: Instant;
  /** The user or system that recorded it. */
  actor: string;
  correlationId: string;
  /** The event that this one takes the place of. */
  corrects?: Uuid;
  /** With `corrects`: what that event said is not so, and nothing takes its place. */
  withdrawn?: true;
  schemaVersion: 1;
  data: T;
}>;

/** The topic on which a service publishes all its events. */
export const topicOf = (service: string): string => `permanence.${service}.v1`;

/** The service that an event's name begins with. */
export const serviceOf = (type: string): string => type.slice(0, type.indexOf('.'));
