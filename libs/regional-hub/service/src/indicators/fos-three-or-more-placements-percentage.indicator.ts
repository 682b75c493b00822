import { definitionOf } from '@permanence/regional-hub/domain';
import { type Cohort, over } from './cohort.js';
import { CHAIN, DAY, LOOKED_AFTER, inFosterCare } from './cohorts.js';
import type { Indicator } from './indicator.js';

/** Foster placements of each child on any day of the year to D. Chains of stays are counted: back from hospital, or with the same carers elsewhere, is no new placement. */
const FOSTER_PLACEMENTS: Cohort = {
  name: 'foster_placements', needs: [DAY, CHAIN],
  sql: `select day, child_id, count(*)::int as placements
        from (select distinct day.day, s.child_id, chain.first_stay_id from the_stay s join chain on chain.stay_id = s.stay_id
              join day on s.started_on <= day.day and (s.there_to is null or s.there_to > day.year_start) where ${inFosterCare('s')}) placement
        group by day, child_id`,
};

export const fosThreeOrMorePlacementsPercentage: Indicator = {
  definition: definitionOf('fos-three-or-more-placements-percentage'),
  rows: over(
    [LOOKED_AFTER, FOSTER_PLACEMENTS],
    `select c.day, c.child_id as case_id, c.child_id, coalesce(p.placements >= 3, false) as in_numerator, coalesce(p.placements >= 3, false) as in_region, null::date as happened_on,
       jsonb_build_object('fosterPlacements', p.placements) as facts
     from looked_after c left join foster_placements p on p.day = c.day and p.child_id = c.child_id`,
  ),
};
