import { definitionOf } from '@permanence/regional-hub/domain';
import { over } from './cohort.js';
import { CHAIN, LOOKED_AFTER, inFosterCare } from './cohorts.js';
import type { Indicator } from './indicator.js';

/** Chains of stays, not stays, are counted: back from hospital, or with the same carers elsewhere, is no new placement. */
export const fosThreeOrMorePlacementsPercentage: Indicator = {
  definition: definitionOf('fos-three-or-more-placements-percentage'),
  rows: over(
    [
      LOOKED_AFTER,
      {
        name: 'moves', needs: [LOOKED_AFTER, CHAIN],
        sql: `select c.day, c.child_id, count(distinct chain.first_stay_id)::int as placements
              from looked_after c join the_stay s on s.child_id = c.child_id and s.started_on <= c.day and (s.ended_on is null or s.ended_on > c.year_start)
              join chain on chain.stay_id = s.stay_id
              where ${inFosterCare('s')} group by c.day, c.child_id having count(*) >= 3`,
      },
    ],
    `select c.day, c.child_id as case_id, c.child_id, coalesce(m.placements >= 3, false) as in_numerator, coalesce(m.placements >= 3, false) as in_region, null::date as happened_on,
       jsonb_build_object('fosterPlacements', m.placements) as facts
     from looked_after c left join moves m on m.day = c.day and m.child_id = c.child_id`,
  ),
};
