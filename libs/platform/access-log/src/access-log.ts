import { randomUUID } from 'node:crypto';
import type { Instant, TenantId, Uuid } from '@permanence/kernel/values';
import type { Who } from '@permanence/platform/identity';
import { APPEND_ONLY, type TenantTx, alongside, tenantOwned } from '@permanence/platform/tenant-db';

/** Why a person might look: what they are to the child, what their appointment is for, or what opened the record to them for a time (emergency access, a grant). */
export const ACCESS_REASONS = ['own-case', 'team', 'authority', 'named', 'emergency', 'grant', 'audit', 'data-protection', 'import', 'indicator', 'export'] as const;
export type AccessReason = (typeof ACCESS_REASONS)[number];

/** A look at one person's record, or at a list that names people (then without a subject). */
export type Access = Readonly<{ tenantId: TenantId; subjectId?: Uuid; part: string; reason: AccessReason }>;

/**
 * Writes who looked at what, in the transaction of the read itself: when this cannot be written, nothing is shown
 * (architecture, decision 10).
 */
export const recordAccess = (tx: TenantTx, who: Who, at: Instant, { tenantId, subjectId, part, reason }: Access): void =>
  alongside(
    tx,
    `insert into access_log (tenant_id, id, at, person_id, person_name, person_role, person_authority, subject_id, part, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tenantId, randomUUID(), at, who.id, who.name, who.roles[0] ?? '', who.authority, subjectId ?? null, part, reason],
  );

/** The access log of a service, and the seals that chain it: rows are added, never changed, and a changed one is found by its seal. */
export const accessLogTables = (schema: string): readonly string[] => [
  `CREATE TABLE ${schema}.access_log (
     tenant_id text NOT NULL,
     id uuid NOT NULL,
     position bigint GENERATED ALWAYS AS IDENTITY,
     transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
     at timestamptz NOT NULL,
     person_id uuid NOT NULL,
     person_name text NOT NULL,
     person_role text NOT NULL,
     person_authority text NOT NULL,
     subject_id uuid,
     part text NOT NULL,
     reason text NOT NULL,
     PRIMARY KEY (tenant_id, id))`,
  `CREATE INDEX access_log_newest ON ${schema}.access_log (tenant_id, at DESC, id)`,
  `CREATE INDEX access_log_subject ON ${schema}.access_log (tenant_id, subject_id, at DESC, id)`,
  `CREATE INDEX access_log_order ON ${schema}.access_log (tenant_id, transaction_id, position)`,
  ...tenantOwned(schema, 'access_log', APPEND_ONLY),
  `CREATE TABLE ${schema}.access_log_seal (
     tenant_id text NOT NULL,
     number bigint NOT NULL,
     through_transaction xid8 NOT NULL,
     through_position bigint NOT NULL,
     rows int NOT NULL,
     hash bytea NOT NULL,
     sealed_at timestamptz NOT NULL,
     PRIMARY KEY (tenant_id, number))`,
  ...tenantOwned(schema, 'access_log_seal', APPEND_ONLY),
];
