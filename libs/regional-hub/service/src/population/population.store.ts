import type { Instant, TenantId, Uuid } from '@permanence/kernel/values';
import type { TenantTx } from '@permanence/platform/tenant-db';
import type { Population, PopulationEvent } from '@permanence/regional-hub/domain';

/** A population as it stands, with the event that it came with. */
export type EnteredPopulation = Population & Readonly<{ eventId: Uuid }>;

/** Waits for everybody else who enters the same council's population: a year has one. */
export const takeTurn = async (tx: TenantTx, tenant: TenantId): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtext('regional-hub population'), hashtext($1))`, [tenant]);
};

/** What a council has entered and not replaced, oldest year first. */
export const populationsOf = (tx: TenantTx, tenant: TenantId): Promise<EnteredPopulation[]> =>
  tx.query<EnteredPopulation[]>(`select event_id as "eventId", year, children, source from population where tenant_id = $1 and known_to is null order by year`, [tenant]);

/** A population as it was entered, and until when it was believed. */
export type PopulationEntry = Population & Readonly<{ id: Uuid; enteredAt: Instant; replacedAt: Instant | null }>;

/** All that a council ever entered: newest year first, of a year what stands before what it replaced. */
export const everEntered = (tx: TenantTx, tenant: TenantId): Promise<PopulationEntry[]> =>
  tx.query<PopulationEntry[]>(
    `select event_id as id, year, children, source, known_from as "enteredAt", known_to as "replacedAt" from population where tenant_id = $1 order by year desc, known_from desc, event_id`, [tenant],
  );

/** Keeps a population beside what it replaces: what was known before stays known for that time. */
export const keepPopulation = async (tx: TenantTx, tenant: TenantId, { year, children, source }: PopulationEvent, { eventId, at }: Readonly<{ eventId: Uuid; at: Instant }>): Promise<void> => {
  await tx.query(`update population set known_to = $3 where tenant_id = $1 and year = $2 and known_to is null`, [tenant, year, at]);
  await tx.query(`insert into population (tenant_id, event_id, year, children, source, known_from) values ($1, $2, $3, $4, $5, $6)`, [tenant, eventId, year, children, source, at]);
};
