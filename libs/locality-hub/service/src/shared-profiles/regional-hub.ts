import type { DynamicModule, Type } from '@nestjs/common';

/** The injection token of regional-hub's address; empty where this service runs without it. */
export const REGIONAL_HUB_URL = Symbol('regional-hub url');

/** The module of the service, which asks regional-hub at an address. */
export const askingAt = (module: Type<unknown>, regionalHubUrl: string): DynamicModule => ({ module, providers: [{ provide: REGIONAL_HUB_URL, useValue: regionalHubUrl }] });
