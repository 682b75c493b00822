import { over } from './cohort.js';
import { DAY, PLACED } from './cohorts.js';
import { counted } from './indicator.js';

export const adoChildrenPlacedOutsideBoundary = counted({
  definition: {
    id: 'ado-children-placed-outside-boundary', area: 'adoption', title: 'Children placed with adopters who live outside the authority', measure: 'count', unit: 'children', period: 'month-end', polarity: 'context',
    numerator: 'children placed for adoption at the end of the month whose adopters live outside the child’s own authority', denominator: null, modules: ['Episodes'], source: 'Peterborough draft specification 2015, Outline Performance Indicators, Adoption service',
    note: 'From files: where the postcode of the placement lies. A placement whose postcode is not found is not counted.',
  },
  rows: over(
    [DAY, PLACED],
    `select day.day, p.child_id as case_id, p.child_id, true as in_numerator, true as in_region, max(p.placed_on) as happened_on, '{}'::jsonb as facts
     from day join placed p on p.placed_on <= day.day and (p.ended_on is null or p.ended_on > day.day)
     where p.outside group by day.day, p.child_id`,
  ),
});
