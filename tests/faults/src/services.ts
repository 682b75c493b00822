import { localityHub } from '@permanence/locality-hub/service';
import type { ServiceDescription } from '@permanence/platform/host';
import { PORTAL_SCHEMA, portalMigrations } from '@permanence/portal/web';
import { regionalHub } from '@permanence/regional-hub/service';
import type { ServiceSchema } from '@permanence/testing/database';

/** Every service that has an API: what calls routes calls theirs. */
export const APIS: readonly [ServiceDescription, ...ServiceDescription[]] = [regionalHub, localityHub];

/** Everything that has tables: what walks the catalogue walks these. */
export const SCHEMAS: readonly [ServiceSchema, ...ServiceSchema[]] = [...APIS, { schema: PORTAL_SCHEMA, migrations: portalMigrations }];
