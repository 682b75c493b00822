import { definitionOf } from '@permanence/regional-hub/domain';
import { FOSTERED_OWN_SHARE } from './foster-carers.js';
import type { Indicator } from './indicator.js';

export const fosInHousePercentage: Indicator = { definition: definitionOf('fos-in-house-percentage'), rows: FOSTERED_OWN_SHARE, partners: true };
