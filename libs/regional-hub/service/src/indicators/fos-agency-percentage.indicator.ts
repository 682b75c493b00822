import { definitionOf } from '@permanence/regional-hub/domain';
import { FOSTERED_AGENCY_SHARE } from './foster-carers.js';
import type { Indicator } from './indicator.js';

export const fosAgencyPercentage: Indicator = { definition: definitionOf('fos-agency-percentage'), rows: FOSTERED_AGENCY_SHARE };
