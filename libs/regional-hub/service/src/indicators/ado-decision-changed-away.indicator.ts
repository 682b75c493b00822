import { over } from './cohort.js';
import { DAY, STEP } from './cohorts.js';
import { counted } from './indicator.js';
import { ADOPTION_SOURCE } from './sources.js';

export const adoDecisionChangedAway = counted({
  definition: {
    id: 'ado-decision-changed-away', area: 'adoption', title: 'Children for whom the plan changed away from adoption', measure: 'count', unit: 'children', period: 'ytd', polarity: 'context',
    numerator: 'children for whom it was decided from 1 April to the end of the month that adoption is no longer the plan (reason RD1 to RD4)', denominator: null, modules: ['Episodes', 'PlacedAdoption'], source: ADOPTION_SOURCE, note: null,
  },
  rows: over(
    [DAY, STEP],
    `select day.day, step.child_id as case_id, step.child_id, true as in_numerator, true as in_region, max(step.happened_on) as happened_on,
       jsonb_build_object('reason', max(step.reason)) as facts
     from day join step on step.happened_on between day.year_start and day.day
     where step.fact = 'adoption.plan-changed-away' and step.reason in ('RD1', 'RD2', 'RD3', 'RD4') group by day.day, step.child_id`,
  ),
});
