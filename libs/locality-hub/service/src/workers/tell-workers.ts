import { randomUUID } from 'node:crypto';
import type { Clock, TenantId, Uuid } from '@permanence/kernel/values';
import type { Publication } from '@permanence/platform/messaging';
import { correlationId } from '@permanence/platform/telemetry';
import { type LoggedEvent, type TenantTx, appendEvents } from '@permanence/platform/tenant-db';

type Untold = Readonly<{ id: Uuid; registration: string | null; team: string | null; toldBy: Uuid | null }>;

const UNTOLD = `
  select w.id, w.registration, w.team, t.event_id as "toldBy" from worker w left join worker_told t on t.tenant_id = $1 and t.worker_id = w.id
  where w.tenant_id = $1 and (t.worker_id is null or (t.registration, t.team) is distinct from (w.registration, w.team))`;

const KEEP_TOLD = `
  insert into worker_told (tenant_id, worker_id, registration, team, event_id)
  select $1, id, registration, team, "eventId" from jsonb_to_recordset($2::jsonb) as r(id uuid, registration text, team text, "eventId" uuid)
  on conflict (tenant_id, worker_id) do update set registration = excluded.registration, team = excluded.team, event_id = excluded.event_id`;

const TYPE = 'worker-listed';

/** Tells which registration is whose and in which team, of each worker of whom that is new: in the transaction that made it so. */
export const tellWorkers = async (tx: TenantTx, tenant: TenantId, actor: string, clock: Clock): Promise<void> => {
  const untold = (await tx.query<Untold[]>(UNTOLD, [tenant])).map((worker) => ({ ...worker, eventId: randomUUID() as Uuid }));
  if (untold.length === 0) return;
  appendEvents(tx, { actor, correlationId: correlationId(), recordedAt: clock.now() }, untold.map(({ id, registration, team, toldBy, eventId }) => ({
    eventId, tenantId: tenant, streamId: id, type: TYPE, effectiveOn: clock.today(), data: { workerId: id, ...(registration === null ? {} : { swRegistration: registration }), ...(team === null ? {} : { team }) },
    ...(toldBy === null ? {} : { corrects: toldBy }),
  })));
  await tx.query(KEEP_TOLD, [tenant, JSON.stringify(untold)]);
};

/** A worker as the region may know them: an id, a registration and a team; no name. Null for any other event. */
export const workerToPublished = ({ type, data }: LoggedEvent): Publication | null => (type === TYPE ? { type: 'locality-hub.worker-listed', data, schemaVersion: 1 } : null);
