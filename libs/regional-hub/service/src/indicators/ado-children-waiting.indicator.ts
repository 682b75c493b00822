import { over } from './cohort.js';
import { WAITING } from './cohorts.js';
import { counted } from './indicator.js';
import { ADOPTION_SOURCE } from './sources.js';

export const adoChildrenWaiting = counted({
  definition: {
    id: 'ado-children-waiting', area: 'adoption', title: 'Children waiting to be adopted', measure: 'count', unit: 'children', period: 'month-end', polarity: 'lower',
    numerator: 'children with a decision that they should be placed for adoption, not changed away from since, who at the end of the month are neither adopted nor placed for adoption', denominator: null, modules: ['Episodes', 'PlacedAdoption'], source: ADOPTION_SOURCE, note: null,
  },
  rows: over(
    [WAITING],
    `select day, child_id as case_id, child_id, true as in_numerator, true as in_region, decided_on as happened_on, '{}'::jsonb as facts from waiting`,
  ),
});
