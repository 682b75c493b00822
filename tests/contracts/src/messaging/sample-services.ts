import { randomUUID } from 'node:crypto';
import { Controller, type DynamicModule, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { Instant, LocalDate, TenantId, Uuid } from '@permanence/kernel/values';
import { type Delivery, type Envelope, type ServiceMessaging, inboxTables, relayTables, topicOf } from '@permanence/platform/messaging';
import { type Migration, type NewEvent, eventLogTable, tenantOwned } from '@permanence/platform/tenant-db';

export const STAFFORDSHIRE = TenantId('E10000028');
export const SHROPSHIRE = TenantId('E06000051');

export type Counted = Envelope<string, { n: number; poison?: true }>;

/** What a test does to the handlers while they run. */
export class Weather {
  /** Called before each delivery's effects; may throw, may wait. */
  beforeEffects: (events: readonly Counted[]) => Promise<void> | void = () => undefined;
  readonly deliveries: number[] = [];
}

/** Writes each event down, in the order in which it comes. Nothing in the table forbids a second row of one event. */
@Controller()
export class CountedController {
  constructor(@Inject(Weather) private readonly weather: Weather) {}

  @EventPattern(['sender.counted', 'sender.noted'])
  async record(@Payload() { tx, events }: Delivery<Counted>): Promise<void> {
    this.weather.deliveries.push(events.length);
    await this.weather.beforeEffects(events);
    await tx.query(
      `insert into effect (tenant_id, event_id, stream_id, n, type, applied_at)
       select $1, e."eventId", e."streamId", (e.data->>'n')::int, e.type, clock_timestamp()
       from jsonb_to_recordset($2::jsonb) as e("eventId" uuid, "streamId" uuid, type text, data jsonb)`,
      [events[0]?.tenantId, JSON.stringify(events)],
    );
  }
}

export class ReceiverModule {
  static with(weather: Weather): DynamicModule {
    return { module: ReceiverModule, controllers: [CountedController], providers: [{ provide: Weather, useValue: weather }] };
  }
}

export class SenderModule {}

/** Publishes what it counts; what it mutters stays inside. */
export const senderMessaging: ServiceMessaging = {
  publishes: ({ type, data }) => (type === 'muttered' ? null : { type: `sender.${type}`, data }),
};

export const receiverMessaging = (consumer: string, service: string): ServiceMessaging => ({ consumes: { consumer, topics: [topicOf(service)] } });

export const senderMigrations: Migration[] = [{ name: '001-log', statements: (schema) => [...eventLogTable(schema), ...relayTables(schema)] }];

export const receiverMigrations: Migration[] = [
  {
    name: '001-inbox',
    statements: (schema) => [
      ...inboxTables(schema),
      `CREATE TABLE ${schema}.effect (
         tenant_id text NOT NULL, arrival bigint GENERATED ALWAYS AS IDENTITY, event_id uuid NOT NULL, stream_id uuid NOT NULL,
         n int NOT NULL, type text NOT NULL, applied_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, arrival))`,
      ...tenantOwned(schema, 'effect'),
    ],
  },
];

const RECORDED = Instant('2026-09-30T09:41:00.000Z');

export const clock = { now: () => RECORDED, today: () => LocalDate('2026-09-30') };

export const recording = { actor: 'tester', correlationId: 'c-1', recordedAt: RECORDED };

export const counted = (n: number, more: Partial<NewEvent> = {}): NewEvent => ({
  eventId: Uuid(randomUUID()),
  tenantId: STAFFORDSHIRE,
  streamId: Uuid(randomUUID()),
  type: 'counted',
  effectiveOn: LocalDate('2026-09-30'),
  data: { n },
  ...more,
});
