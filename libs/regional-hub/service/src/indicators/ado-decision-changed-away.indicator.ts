import { definitionOf } from '@permanence/regional-hub/domain';
import { over } from './cohort.js';
import { DAY, STEP } from './cohorts.js';
import type { Indicator } from './indicator.js';

export const adoDecisionChangedAway: Indicator = {
  definition: definitionOf('ado-decision-changed-away'),
  rows: over(
    [DAY, STEP],
    `select day.day, step.child_id as case_id, step.child_id, true as in_numerator, true as in_region, max(step.happened_on) as happened_on,
       jsonb_build_object('reason', max(step.reason)) as facts
     from day join step on step.happened_on between day.year_start and day.day
     where step.fact = 'adoption.plan-changed-away' and step.reason in ('RD1', 'RD2', 'RD3', 'RD4') group by day.day, step.child_id`,
  ),
};
