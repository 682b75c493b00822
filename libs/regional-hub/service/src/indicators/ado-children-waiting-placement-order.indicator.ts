import { definitionOf } from '@permanence/regional-hub/domain';
import { over } from './cohort.js';
import { DAY, PLACED, PLACEMENT_ORDER } from './cohorts.js';
import type { Indicator } from './indicator.js';

export const adoChildrenWaitingPlacementOrder: Indicator = {
  definition: definitionOf('ado-children-waiting-placement-order'),
  rows: over(
    [DAY, PLACEMENT_ORDER, PLACED],
    `select day.day, o.child_id as case_id, o.child_id, true as in_numerator, true as in_region, max(o.obtained_on) as happened_on, '{}'::jsonb as facts
     from day join placement_order o on o.obtained_on <= day.day and (o.ended_on is null or o.ended_on > day.day)
     where not exists (select from placed p where p.child_id = o.child_id and p.placed_on <= day.day and (p.ended_on is null or p.ended_on > day.day))
     group by day.day, o.child_id`,
  ),
};
