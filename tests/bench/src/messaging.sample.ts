import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, type DynamicModule, type INestApplication, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern, Payload } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { startCluster } from '@permanence/embedded/postgres';
import { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { type Delivery, type Envelope, inboxTables, relayTables } from '@permanence/platform/messaging';
import { type Migration, type NewEvent, type TenantTx, eventLogTable, tenantOwned } from '@permanence/platform/tenant-db';

export const TENANT = TenantId('E10000028');
const RECORDED = Instant('2026-09-30T09:41:00.000Z');
export const clock = { now: () => RECORDED, today: () => LocalDate('2026-09-30') };
export const recording = { actor: 'bench', correlationId: 'c-1', recordedAt: RECORDED };
export const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** About as large as an event of ours: half a kilobyte. */
const PAYLOAD = { childId: randomUUID(), carePeriodId: randomUUID(), note: 'x'.repeat(350) };

export const newEvent = (n: number): NewEvent => ({
  eventId: Uuid(randomUUID()),
  tenantId: TENANT,
  streamId: Uuid(randomUUID()),
  type: 'counted',
  effectiveOn: LocalDate('2026-09-30'),
  data: { ...PAYLOAD, n },
});

export const newEnvelope = (n: number): Envelope => ({ ...newEvent(n), ...recording, type: 'sender.counted', withdrawn: undefined, corrects: undefined, schemaVersion: 1 });

export const migrations: Migration[] = [
  {
    name: '001-bench',
    statements: (schema) => [
      ...eventLogTable(schema),
      ...relayTables(schema),
      ...inboxTables(schema),
      `CREATE TABLE ${schema}.effect (tenant_id text NOT NULL, event_id uuid NOT NULL, stream_id uuid NOT NULL, data jsonb NOT NULL, PRIMARY KEY (tenant_id, event_id))`,
      ...tenantOwned(schema, 'effect'),
    ],
  },
];

/** The effect of a batch: a row an event. */
export const applyEffects = async (tx: TenantTx, events: readonly Envelope[]): Promise<void> => {
  await tx.query(
    `insert into effect (tenant_id, event_id, stream_id, data)
     select $1, e."eventId", e."streamId", e.data from jsonb_to_recordset($2::jsonb) as e("eventId" uuid, "streamId" uuid, data jsonb)
     on conflict (tenant_id, event_id) do update set data = excluded.data`,
    [TENANT, JSON.stringify(events)],
  );
};

@Controller()
class EffectController {
  @EventPattern('sender.counted')
  apply(@Payload() { tx, events }: Delivery): Promise<void> {
    return applyEffects(tx, events);
  }
}

export class SenderModule {}

export class ReceiverModule {
  static make(): DynamicModule {
    return { module: ReceiverModule, controllers: [EffectController] };
  }
}

export const makeApp = async (module: Type<unknown> | DynamicModule): Promise<INestApplication> => {
  const app = await NestFactory.create<INestApplication>(module, new FastifyAdapter(), { logger: false });
  return app.init();
};

/** A PostgreSQL that commits for good, as in production. */
export const benchCluster = async (): Promise<{ stop: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'permanence-bench-'));
  const cluster = await startCluster({ folder, durable: true });
  process.env['TEST_DATABASE_URL'] = cluster.adminUrl('postgres');
  return {
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Seconds that some work takes. */
export const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** The value below which a share of the values lies. */
export const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export const median = (values: readonly number[]): number => quantile(values, 0.5);
