import type { ServiceDescription } from '@permanence/platform/host';
import { topicOf } from '@permanence/platform/messaging';
import { MIGRATIONS } from './migrations/migrations.js';
import { RegionalHubModule } from './regional-hub.module.js';
import { stuckToPublished } from './tracker/stuck.store.js';

/** regional-hub, as `platform/host` starts it. */
export const regionalHub: ServiceDescription = {
  name: 'regional-hub',
  api: 'Regional hub: how the region is doing',
  schema: 'regional_hub',
  migrations: MIGRATIONS,
  module: RegionalHubModule,
  messaging: { publishes: stuckToPublished, consumes: { consumer: 'regional-hub.read-model', topics: [topicOf('locality-hub')] } },
};
