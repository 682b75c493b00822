import { definitionOf } from '@permanence/regional-hub/domain';
import { over } from './cohort.js';
import { LOOKED_AFTER } from './cohorts.js';
import type { Indicator } from './indicator.js';

export const claNumberLookedAfter: Indicator = {
  definition: definitionOf('cla-number-looked-after'),
  rows: over(
    [LOOKED_AFTER],
    `select day, child_id as case_id, child_id, true as in_numerator, true as in_region, started_on as happened_on, '{}'::jsonb as facts from looked_after`,
  ),
};
