import multipart from '@fastify/multipart';
import type { ServiceDescription } from '@permanence/platform/host';
import type { FastifyInstance } from 'fastify';
import { LocalityHubModule } from './locality-hub.module.js';
import { LOCALITY_HUB_SCHEMA, localityHubMigrations } from './migrations/migrations.js';
import { collectionToPublished } from './imports/collection.published.js';
import { factToPublished } from './record/fact.published.js';
import { recordKeptToPublished } from './record/record-kept.js';
import { workerToPublished } from './workers/tell-workers.js';

/** locality-hub, as `platform/host` starts it. */
export const localityHub: ServiceDescription = {
  name: 'locality-hub',
  api: 'Locality hub: the child and the permanence plan',
  schema: LOCALITY_HUB_SCHEMA,
  migrations: localityHubMigrations,
  module: LocalityHubModule,
  messaging: { publishes: (event) => collectionToPublished(event) ?? workerToPublished(event) ?? recordKeptToPublished(event) ?? factToPublished(event) },
  prepare: async (app) => {
    await (app.getHttpAdapter().getInstance() as unknown as FastifyInstance).register(multipart);
  },
};
