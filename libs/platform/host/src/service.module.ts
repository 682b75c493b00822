import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { IdempotencyInterceptor, IdempotencyKeys, ProblemFilter, validationPipe } from '@permanence/platform/http';
import { IdentityModule } from '@permanence/platform/identity';
import { ReadOnlyGuard, ReadOnlyMode } from '@permanence/platform/read-only';
import { LOGGER, METRICS } from '@permanence/platform/telemetry';
import { TenantDb } from '@permanence/platform/tenant-db';
import type { Registry } from 'prom-client';
import { CLOCK, type ServiceDescription, type Surroundings } from './description.js';

/** What every API has: problems, validation, idempotency keys, the guards. Pages have their own; what they command, the services refuse. */
const apiProviders = (db: TenantDb, { clock, logger }: Surroundings): readonly Provider[] => {
  const keys = new IdempotencyKeys(db, clock);
  return [
    { provide: IdempotencyKeys, useValue: keys },
    // Before the guard of the identity module: in read-only mode nobody is asked who sends a command.
    { provide: APP_GUARD, useClass: ReadOnlyGuard },
    { provide: APP_FILTER, useValue: new ProblemFilter(logger) },
    { provide: APP_PIPE, useValue: validationPipe() },
    { provide: APP_INTERCEPTOR, useValue: new IdempotencyInterceptor(keys) },
  ];
};

/** What `startService` opened for it. */
type Opened = Readonly<{ db: TenantDb; mode: ReadOnlyMode; metrics: Registry }>;

/** The root of a service's application: the service's own module, and what it stands on. */
@Module({})
export class ServiceModule {
  static of(description: ServiceDescription, surroundings: Surroundings, { db, mode, metrics }: Opened): DynamicModule {
    const foundation: Provider[] = [
      { provide: TenantDb, useValue: db },
      { provide: ReadOnlyMode, useValue: mode },
      { provide: CLOCK, useValue: surroundings.clock },
      { provide: LOGGER, useValue: surroundings.logger },
      { provide: METRICS, useValue: metrics },
    ];
    return {
      module: ServiceModule,
      global: true,
      imports: [...(description.api ? [IdentityModule.for(surroundings.identity)] : []), description.module],
      providers: [...foundation, ...(description.api ? apiProviders(db, surroundings) : [])],
      exports: [TenantDb, ReadOnlyMode, CLOCK, LOGGER, METRICS],
    };
  }
}
