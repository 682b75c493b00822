import { definitionOf } from '@permanence/regional-hub/domain';
import { over } from './cohort.js';
import { DAY, STEP } from './cohorts.js';
import type { Indicator } from './indicator.js';

export const adoChildrenAdopted: Indicator = {
  definition: definitionOf('ado-children-adopted'),
  rows: over(
    [DAY, STEP],
    `select day.day, step.child_id as case_id, step.child_id, true as in_numerator, true as in_region, min(step.happened_on) as happened_on, '{}'::jsonb as facts
     from day join step on step.happened_on between day.year_start and day.day
     where step.fact = 'adoption.order-made' group by day.day, step.child_id`,
  ),
};
