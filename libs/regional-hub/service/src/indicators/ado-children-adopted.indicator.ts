import { over } from './cohort.js';
import { ADOPTED } from './cohorts.js';
import { counted } from './indicator.js';
import { ADOPTION_SOURCE } from './sources.js';

export const adoChildrenAdopted = counted({
  definition: {
    id: 'ado-children-adopted', area: 'adoption', title: 'Children adopted from care in the year', measure: 'count', unit: 'children', period: 'ytd', polarity: 'higher',
    numerator: 'children looked after until an adoption order (E11 or E12) made from 1 April to the end of the month', denominator: null, modules: ['Episodes'], source: `${ADOPTION_SOURCE}; Scorecard`,
    note: 'Non-agency adoptions are not counted.',
  },
  rows: over(
    [ADOPTED],
    `select day, child_id as case_id, child_id, true as in_numerator, true as in_region, ordered_on as happened_on, '{}'::jsonb as facts from adopted`,
  ),
});
