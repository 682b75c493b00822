import { over } from './cohort.js';
import { DAY, PLACED, PLACEMENT_ORDER } from './cohorts.js';
import { counted } from './indicator.js';
import { ADOPTION_SOURCE } from './sources.js';

export const adoChildrenWaitingPlacementOrder = counted({
  definition: {
    id: 'ado-children-waiting-placement-order', area: 'adoption', title: 'Children with a placement order who are not yet placed', measure: 'count', unit: 'children', period: 'month-end', polarity: 'lower',
    numerator: 'children with a placement order (E1) in force at the end of the month who are not placed for adoption', denominator: null, modules: ['Episodes'], source: `${ADOPTION_SOURCE}; Scorecard`, note: null,
  },
  rows: over(
    [DAY, PLACEMENT_ORDER, PLACED],
    `select day.day, o.child_id as case_id, o.child_id, true as in_numerator, true as in_region, max(o.obtained_on) as happened_on, '{}'::jsonb as facts
     from day join placement_order o on o.obtained_on <= day.day and (o.ended_on is null or o.ended_on > day.day)
     where not exists (select from placed p where p.child_id = o.child_id and p.placed_on <= day.day and (p.ended_on is null or p.ended_on > day.day))
     group by day.day, o.child_id`,
  ),
});
