import { definitionOf } from '@permanence/regional-hub/domain';
import { over } from './cohort.js';
import { DAY, PLACED } from './cohorts.js';
import type { Indicator } from './indicator.js';

export const adoChildrenPlacedOutsideBoundary: Indicator = {
  definition: definitionOf('ado-children-placed-outside-boundary'),
  rows: over(
    [DAY, PLACED],
    `select day.day, p.child_id as case_id, p.child_id, true as in_numerator, true as in_region, max(p.placed_on) as happened_on, '{}'::jsonb as facts
     from day join placed p on p.placed_on <= day.day and (p.ended_on is null or p.ended_on > day.day)
     where p.outside group by day.day, p.child_id`,
  ),
};
