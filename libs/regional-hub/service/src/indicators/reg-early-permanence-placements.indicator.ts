import { definitionOf } from '@permanence/regional-hub/domain';
import { over } from './cohort.js';
import { DAY, STAY } from './cohorts.js';
import type { Indicator } from './indicator.js';

/** A stay that goes on from another such stay, with the same carers, began no placement. */
export const regEarlyPermanencePlacements: Indicator = {
  definition: definitionOf('reg-early-permanence-placements'),
  rows: over(
    [DAY, STAY],
    `select day.day, s.stay_id as case_id, s.child_id, true as in_numerator, true as in_region, s.started_on as happened_on, jsonb_build_object('placementType', s.placement_type) as facts
     from day join the_stay s on s.started_on between day.year_start and day.day
     where s.placement_type in ('U2', 'U5')
       and not exists (select from the_stay p where p.stay_id = s.continues_stay_id and p.placement_type in ('U2', 'U5'))`,
  ),
};
