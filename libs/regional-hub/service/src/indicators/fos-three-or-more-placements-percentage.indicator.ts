import { type Cohort, over } from './cohort.js';
import { CHAIN, DAY, LOOKED_AFTER, inFosterCare } from './cohorts.js';
import { counted } from './indicator.js';
import { FOSTERING_SOURCE } from './sources.js';

/** Foster placements of each child on any day of the year to D. Chains of stays are counted: back from hospital, or with the same carers elsewhere, is no new placement. */
const FOSTER_PLACEMENTS: Cohort = {
  name: 'foster_placements', needs: [DAY, CHAIN],
  sql: `select day, child_id, count(*)::int as placements
        from (select distinct day.day, s.child_id, chain.first_stay_id from the_stay s join chain on chain.stay_id = s.stay_id
              join day on s.started_on <= day.day and (s.there_to is null or s.there_to > day.year_start) where ${inFosterCare('s')}) placement
        group by day, child_id`,
};

export const fosThreeOrMorePlacementsPercentage = counted({
  definition: {
    id: 'fos-three-or-more-placements-percentage', area: 'fostering', title: 'Share of children in care with three or more foster placements in the year', measure: 'percentage', unit: 'percent', period: 'ytd', polarity: 'lower',
    numerator: 'children looked after at the end of the month with three or more different foster placements (U1 to U6) on any day from 1 April to the end of the month', denominator: 'children looked after at the end of the month', modules: ['Episodes'], source: `${FOSTERING_SOURCE}; Scorecard, Children in care`,
    note: 'Time away (T0 to T4) and a change of address or provider with the same carers count no placement of their own. The national measure counts placements of every kind.',
  },
  rows: over(
    [LOOKED_AFTER, FOSTER_PLACEMENTS],
    `select c.day, c.child_id as case_id, c.child_id, coalesce(p.placements >= 3, false) as in_numerator, coalesce(p.placements >= 3, false) as in_region, null::date as happened_on,
       jsonb_build_object('fosterPlacements', p.placements) as facts
     from looked_after c left join foster_placements p on p.day = c.day and p.child_id = c.child_id`,
  ),
});
