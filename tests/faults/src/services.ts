import { LOCALITY_HUB_SCHEMA, localityHub, localityHubMigrations } from '@permanence/locality-hub/service';
import type { ServiceDescription } from '@permanence/platform/host';
import type { ServiceSchema } from '@permanence/testing/database';

/** Every service that has tables: what walks the catalogue walks these. */
export const SCHEMAS: readonly [ServiceSchema, ...ServiceSchema[]] = [{ schema: LOCALITY_HUB_SCHEMA, migrations: localityHubMigrations }];

/** Every service that has an API: what calls routes calls theirs. */
export const APIS: readonly ServiceDescription[] = [localityHub];
