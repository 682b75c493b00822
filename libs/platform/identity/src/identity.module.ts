import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CapabilityGuard } from './capability.guard.js';
import type { IdentityConfiguration } from './configuration.js';
import { Identity } from './identity.js';

/** Guards every route of an application. */
@Module({})
export class IdentityModule {
  static for(configuration: IdentityConfiguration): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      providers: [
        { provide: Identity, useFactory: () => new Identity(configuration) },
        { provide: APP_GUARD, useClass: CapabilityGuard },
      ],
      exports: [Identity],
    };
  }
}
