import type { RequestListener, Server } from 'node:http';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Clock } from '@permanence/kernel/values';
import type { IdentityConfiguration } from '@permanence/platform/identity';
import type { RunningMessaging, ServiceMessaging, Transport } from '@permanence/platform/messaging';
import type { Logger } from '@permanence/platform/telemetry';
import type { Migration } from '@permanence/platform/tenant-db';

/** What a service is, whoever runs it: its own process, or the single one. */
export type ServiceDescription = Readonly<{
  /** As in its address and its topic: `locality-hub`. */
  name: string;
  /** As a person calls it; the title of its OpenAPI document. Absent: it has pages and no API of its own. */
  api?: string;
  schema: string;
  migrations: readonly Migration[];
  module: Type<unknown> | DynamicModule;
  messaging: ServiceMessaging;
  /** What the web server needs beyond JSON: multipart, templates. Runs before the routes are made. */
  prepare?: (app: NestFastifyApplication) => Promise<void>;
}>;

/** Where a service runs. */
export type Surroundings = Readonly<{
  clock: Clock;
  logger: Logger;
  database: Readonly<{ appUrl: string; ownerUrl: string; relayUrl: string }>;
  identity: IdentityConfiguration;
  transport: Transport;
  /** 0 for a free one. */
  port: number;
  host: string;
  /** Whether the metrics of the process are this service's to tell. */
  ownsProcess: boolean;
  /** Given when this process is to be read-only, whatever the switch in its tables says: why, in words for everybody. */
  readOnlyReason?: string;
  /** For an operator's command: nothing listens, nothing is sent or received, and dead letters can be handled again. */
  operatorOnly?: true;
  /** Makes the web server, where something else answers on the same port (the built-in issuer under `/realms/`). */
  serverFactory?: (handler: RequestListener) => Server;
}>;

/** The injection token of the clock. */
export const CLOCK = Symbol('clock');

/** A service that answers. */
export type RunningService = Readonly<{ name: string; url: string; app: NestFastifyApplication; messaging: RunningMessaging; close: () => Promise<void> }>;
