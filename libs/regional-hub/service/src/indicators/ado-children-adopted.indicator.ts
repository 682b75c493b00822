import { over } from './cohort.js';
import { DAY, STEP } from './cohorts.js';
import { counted } from './indicator.js';
import { ADOPTION_SOURCE } from './sources.js';

export const adoChildrenAdopted = counted({
  definition: {
    id: 'ado-children-adopted', area: 'adoption', title: 'Children adopted from care in the year', measure: 'count', unit: 'children', period: 'ytd', polarity: 'higher',
    numerator: 'children looked after until an adoption order (E11 or E12) made from 1 April to the end of the month', denominator: null, modules: ['Episodes'], source: `${ADOPTION_SOURCE}; Scorecard`,
    note: 'Non-agency adoptions are not counted.',
  },
  rows: over(
    [DAY, STEP],
    `select day.day, step.child_id as case_id, step.child_id, true as in_numerator, true as in_region, min(step.happened_on) as happened_on, '{}'::jsonb as facts
     from day join step on step.happened_on between day.year_start and day.day
     where step.fact = 'adoption.order-made' group by day.day, step.child_id`,
  ),
});
