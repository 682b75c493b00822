import type { DynamicModule, INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { TenantId } from '@permanence/kernel/values';
import { type MessagingLogger, type RunningMessaging, type Transport, startMessaging } from '@permanence/platform/messaging';
import { type NewEvent, type TenantDb, type TenantTx, appendEvents, connect } from '@permanence/platform/tenant-db';
import { type TestDatabase, testDatabase } from '@permanence/testing/database';
import pg from 'pg';
import { Registry } from 'prom-client';
import { ReceiverModule, STAFFORDSHIRE, SenderModule, Weather, clock, receiverMessaging, receiverMigrations, recording, senderMessaging, senderMigrations } from './sample-services.js';

export type Effect = { event_id: string; stream_id: string; n: number; type: string; applied_at: string };

/** Two services, one that counts and one that listens, on a database of their own and a transport that the test chooses. */
export class World {
  readonly weather = new Weather();
  readonly log: { level: string; fields: unknown; message: string }[] = [];
  readonly registry = new Registry();
  sender!: RunningMessaging;
  receiver!: RunningMessaging;
  private test!: TestDatabase;
  private receiverDb!: TenantDb;
  private readonly apps: INestApplication[] = [];
  private readonly closing: (() => Promise<void>)[] = [];

  /** @param name tells this world's topics from those of another on the same broker. */
  constructor(
    readonly name: string,
    readonly transport: Transport,
  ) {}

  async start(): Promise<this> {
    this.test = await testDatabase({ schema: this.schemaOf('sender'), migrations: senderMigrations }, { schema: this.schemaOf('receiver'), migrations: receiverMigrations });
    this.receiverDb = await connect({ url: this.test.urlOf('app', this.schemaOf('receiver')), applicationName: 'receiver' });
    this.receiver = await this.startReceiver();
    this.sender = await this.startSender(this.registry);
    return this;
  }

  startSender(registry?: Registry, transport = this.transport): Promise<RunningMessaging> {
    const relayUrl = this.test.urlOf('relay', this.schemaOf('sender'));
    return this.run(SenderModule, (app) => startMessaging(app, { ...this.common, transport, service: `sender-${this.name}`, messaging: senderMessaging, db: this.test.db, relayUrl, registry }));
  }

  startReceiver(consumer = `receiver-${this.name}`, weather = this.weather): Promise<RunningMessaging> {
    const messaging = receiverMessaging(consumer, `sender-${this.name}`);
    return this.run(ReceiverModule.with(weather), (app) =>
      startMessaging(app, { ...this.common, transport: this.transport, service: `receiver-${this.name}`, messaging, db: this.receiverDb, relayUrl: '' }),
    );
  }

  /** One transaction of the counting service. */
  commit(...events: NewEvent[]): Promise<void> {
    return this.commitAfter(() => undefined, ...events);
  }

  /** One that stays open for a while after it has written. */
  commitAfter(waited: () => Promise<void> | void, ...events: NewEvent[]): Promise<void> {
    const tenants = [...new Set(events.map(({ tenantId }) => tenantId))] as [TenantId];
    return this.test.db.inTenants({ id: 'tester', tenants }, async (tx) => {
      appendEvents(tx, recording, events);
      await waited();
    });
  }

  /** All that is committed has had its effect, or was laid aside. */
  async level(): Promise<void> {
    await this.sender.caughtUp();
    await this.receiver.caughtUp();
  }

  effects(tenant: TenantId = STAFFORDSHIRE): Promise<Effect[]> {
    return this.ofReceiver((tx) => tx.query<Effect[]>('select event_id, stream_id, n, type, applied_at from effect order by arrival'), tenant);
  }

  ofReceiver<T>(work: (tx: TenantTx) => Promise<T>, tenant: TenantId = STAFFORDSHIRE): Promise<T> {
    return this.receiverDb.inTenants({ id: 'tester', tenants: [tenant] }, work);
  }

  /** The database as its administrator, for faults. */
  async asAdmin<T>(work: (client: pg.Client) => Promise<T>, url = this.test.urlOf('admin')): Promise<T> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => client.end());
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** Cuts every connection of one role, as a crash would. */
  async cut(service: 'sender' | 'receiver', role: 'app' | 'relay'): Promise<void> {
    await this.asAdmin((client) => client.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [`${this.schemaOf(service)}_${role}`]));
  }

  schemaOf(service: 'sender' | 'receiver'): string {
    return `${service}_${this.name}`;
  }

  async stop(): Promise<void> {
    for (const close of this.closing.reverse()) await close();
    for (const app of this.apps) await app.close();
    await this.transport.close();
    await this.receiverDb.close();
    await this.test.drop();
  }

  private get common(): { clock: typeof clock; logger: MessagingLogger } {
    const write = (level: string) => (fields: object, message: string) => void this.log.push({ level, fields, message });
    return { clock, logger: { debug: () => undefined, info: write('info'), warn: write('warn'), error: write('error') } };
  }

  private async run(module: Type<unknown> | DynamicModule, start: (app: INestApplication) => Promise<RunningMessaging>): Promise<RunningMessaging> {
    const app = await NestFactory.create<INestApplication>(module, new FastifyAdapter(), { logger: false });
    await app.init();
    this.apps.push(app);
    const messaging = await start(app);
    this.closing.push(() => messaging.close());
    return messaging;
  }
}
