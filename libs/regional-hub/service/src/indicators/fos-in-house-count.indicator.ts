import { definitionOf } from '@permanence/regional-hub/domain';
import { FOSTERED_OWN } from './foster-carers.js';
import type { Indicator } from './indicator.js';

export const fosInHouseCount: Indicator = { definition: definitionOf('fos-in-house-count'), rows: FOSTERED_OWN, partners: true };
