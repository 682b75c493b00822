import { definitionOf } from '@permanence/regional-hub/domain';
import { over } from './cohort.js';
import { DAY, STEP } from './cohorts.js';
import type { Indicator } from './indicator.js';

/** Decisions, each of them: a child whose plan came back to adoption within the year has two. */
export const adoBestInterestDecisions: Indicator = {
  definition: definitionOf('ado-best-interest-decisions'),
  rows: over(
    [DAY, STEP],
    `select day.day, step.event_id as case_id, step.child_id, true as in_numerator, true as in_region, step.happened_on, '{}'::jsonb as facts
     from day join step on step.happened_on between day.year_start and day.day where step.fact = 'adoption.should-be-placed-decided'`,
  ),
};
