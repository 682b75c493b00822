import { definitionOf } from '@permanence/regional-hub/domain';
import { FOSTERED_AGENCY } from './foster-carers.js';
import type { Indicator } from './indicator.js';

export const fosAgencyCount: Indicator = { definition: definitionOf('fos-agency-count'), rows: FOSTERED_AGENCY };
