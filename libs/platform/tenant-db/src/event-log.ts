import type { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { type TenantTx, alongside } from './tenant-db.js';
import { APPEND_ONLY, tenantOwned } from './row-level-security.js';

/** A fact as its service records it: the whole of it, also what no other service may know. */
export type NewEvent = Readonly<{
  eventId: Uuid;
  tenantId: TenantId;
  /** Whose history it belongs to: a child, a household, an import. */
  streamId: Uuid;
  /** Past tense, without the service's name: `care-period-started`. */
  type: string;
  /** The day on which it happened in the world. */
  effectiveOn: LocalDate;
  data: Readonly<Record<string, unknown>>;
  /** The event that this one mends. */
  corrects?: Uuid | undefined;
  /** The event that this one names never happened. */
  withdrawn?: true | undefined;
}>;

/** Who recorded it, when and in which request. */
export type Recording = Readonly<{ actor: string; correlationId: string; recordedAt: Instant }>;

/** An event as it stands in the log. */
export type LoggedEvent = NewEvent & Recording & Readonly<{ position: number; schemaVersion: number }>;

/**
 * Writes events to the log of the service whose transaction this is: the only way for an event to exist (architecture, decision 3).
 * Nobody waits for them: the transaction is not done unless they were written.
 */
export const appendEvents = (tx: TenantTx, recording: Recording, events: readonly NewEvent[]): void => {
  if (events.length === 0) return;
  alongside(
    tx,
    `insert into event_log (tenant_id, event_id, stream_id, type, effective_on, recorded_at, actor, correlation_id, corrects, withdrawn, data)
     select "tenantId", "eventId", "streamId", type, "effectiveOn", $2, $3, $4, corrects, coalesce(withdrawn, false), data
     from jsonb_to_recordset($1::jsonb) as e("tenantId" text, "eventId" uuid, "streamId" uuid, type text, "effectiveOn" date, corrects uuid, withdrawn boolean, data jsonb)`,
    [JSON.stringify(events), recording.recordedAt, recording.actor, recording.correlationId],
  );
};

/** Columns of the log under the names that `LoggedEvent` has; for `select`. */
export const LOGGED_EVENT_COLUMNS = `tenant_id as "tenantId", event_id as "eventId", stream_id as "streamId", type, effective_on as "effectiveOn", recorded_at as "recordedAt",
  actor, correlation_id as "correlationId", corrects, nullif(withdrawn, false) as withdrawn, schema_version as "schemaVersion", position, data`;

/** The event log of a service: outbox, chronology, audit and source of every projection (architecture, decisions 4 and 5). */
export const eventLogTable = (schema: string): readonly string[] => [
  `CREATE TABLE ${schema}.event_log (
     tenant_id text NOT NULL,
     event_id uuid NOT NULL,
     position bigint GENERATED ALWAYS AS IDENTITY,
     transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
     stream_id uuid NOT NULL,
     type text NOT NULL,
     effective_on date NOT NULL,
     recorded_at timestamptz NOT NULL,
     actor text NOT NULL,
     correlation_id text NOT NULL,
     corrects uuid,
     withdrawn boolean NOT NULL DEFAULT false,
     schema_version int NOT NULL DEFAULT 1,
     data jsonb NOT NULL,
     PRIMARY KEY (tenant_id, event_id),
     CHECK (corrects IS NOT NULL OR NOT withdrawn))`,
  `CREATE INDEX event_log_order ON ${schema}.event_log (transaction_id, position)`,
  `CREATE INDEX event_log_stream ON ${schema}.event_log (tenant_id, stream_id, effective_on DESC, position DESC)`,
  ...tenantOwned(schema, 'event_log', { ...APPEND_ONLY, relay: 'SELECT' }),
  // Wakes the relay once a statement; the name of the channel is the schema's own.
  `CREATE FUNCTION ${schema}.wake_relay() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$ BEGIN PERFORM pg_notify('${schema}_event_log', ''); RETURN NULL; END $$`,
  `CREATE TRIGGER event_log_appended AFTER INSERT ON ${schema}.event_log FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.wake_relay()`,
];
