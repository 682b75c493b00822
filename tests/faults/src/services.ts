import { localityHub } from '@permanence/locality-hub/service';
import type { ServiceDescription } from '@permanence/platform/host';
import { regionalHub } from '@permanence/regional-hub/service';

/** Every service that has an API: what calls routes calls theirs. */
export const APIS: readonly [ServiceDescription, ...ServiceDescription[]] = [localityHub, regionalHub];

/** Every service that has tables: what walks the catalogue walks these. */
export const SCHEMAS = APIS;
