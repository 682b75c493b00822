import { over } from './cohort.js';
import { DAY, STEP } from './cohorts.js';
import { counted } from './indicator.js';
import { ADOPTION_SOURCE } from './sources.js';

/** Decisions, each of them: a child whose plan came back to adoption within the year has two. */
export const adoBestInterestDecisions = counted({
  definition: {
    id: 'ado-best-interest-decisions', area: 'adoption', title: 'Agency decisions that a child should be placed for adoption', measure: 'count', unit: 'children', period: 'ytd', polarity: 'context',
    numerator: 'decisions made from 1 April to the end of the month that a child should be placed for adoption', denominator: null, modules: ['Episodes', 'PlacedAdoption'], source: ADOPTION_SOURCE, note: null,
  },
  rows: over(
    [DAY, STEP],
    `select day.day, step.event_id as case_id, step.child_id, true as in_numerator, true as in_region, step.happened_on, '{}'::jsonb as facts
     from day join step on step.happened_on between day.year_start and day.day where step.fact = 'adoption.should-be-placed-decided'`,
  ),
});
