import multipart from '@fastify/multipart';
import type { ServiceDescription } from '@permanence/platform/host';
import { topicOf } from '@permanence/platform/messaging';
import type { FastifyInstance } from 'fastify';
import { LocalityHubModule } from './locality-hub.module.js';
import { LOCALITY_HUB_SCHEMA, localityHubMigrations } from './migrations/migrations.js';
import { collectionToPublished } from './imports/collection.published.js';
import { askingAt } from './shared-profiles/regional-hub.js';
import { restrictionToPublished } from './children/restriction.published.js';
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
  messaging: {
    publishes: (event) => collectionToPublished(event) ?? workerToPublished(event) ?? recordKeptToPublished(event) ?? restrictionToPublished(event) ?? factToPublished(event),
    consumes: { consumer: 'locality-hub.region', topics: [topicOf('regional-hub')] },
  },
  prepare: async (app) => {
    await (app.getHttpAdapter().getInstance() as unknown as FastifyInstance).register(multipart);
  },
};

/** locality-hub where regional-hub can be asked whether a profile is shared. Without it, profiles of other councils' children cannot be read. */
export const localityHubWith = ({ regionalHubUrl }: Readonly<{ regionalHubUrl: string | undefined }>): ServiceDescription => ({ ...localityHub, module: askingAt(LocalityHubModule, regionalHubUrl ?? '') });
