import { definitionOf } from '@permanence/regional-hub/domain';
import { over } from './cohort.js';
import { DAY, STAY, inFosterCare } from './cohorts.js';
import type { Indicator } from './indicator.js';

export const fosUnplannedEndingsCarerRequest: Indicator = {
  definition: definitionOf('fos-unplanned-endings-carer-request'),
  rows: over(
    [DAY, STAY],
    `select day.day, s.stay_id as case_id, s.child_id, true as in_numerator, true as in_region, s.ended_on as happened_on,
       jsonb_build_object('placementType', s.placement_type, 'provider', s.provider, 'startedOn', s.started_on) as facts
     from day join the_stay s on s.ended_on between day.year_start and day.day
     where ${inFosterCare('s')} and s.end_kind = 'unplanned-by-carer'`,
  ),
};
