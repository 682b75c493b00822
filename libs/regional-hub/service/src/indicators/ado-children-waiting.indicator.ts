import { over } from './cohort.js';
import { DAY, PLACED, STEP } from './cohorts.js';
import { counted } from './indicator.js';
import { ADOPTION_SOURCE } from './sources.js';

/** A decision holds until the plan changes away from it; one made after that holds anew. */
export const adoChildrenWaiting = counted({
  definition: {
    id: 'ado-children-waiting', area: 'adoption', title: 'Children waiting to be adopted', measure: 'count', unit: 'children', period: 'month-end', polarity: 'lower',
    numerator: 'children with a decision that they should be placed for adoption, not changed away from since, who at the end of the month are neither adopted nor placed for adoption', denominator: null, modules: ['Episodes', 'PlacedAdoption'], source: ADOPTION_SOURCE, note: null,
  },
  rows: over(
    [DAY, STEP, PLACED],
    `select day.day, d.child_id as case_id, d.child_id, true as in_numerator, true as in_region, max(d.happened_on) as happened_on, '{}'::jsonb as facts
     from day join step d on d.happened_on <= day.day and d.fact = 'adoption.should-be-placed-decided'
     where not exists (select from step e where e.child_id = d.child_id and e.happened_on between d.happened_on and day.day and e.fact in ('adoption.plan-changed-away', 'adoption.order-made'))
       and not exists (select from placed p where p.child_id = d.child_id and p.placed_on <= day.day and (p.ended_on is null or p.ended_on > day.day))
     group by day.day, d.child_id`,
  ),
});
