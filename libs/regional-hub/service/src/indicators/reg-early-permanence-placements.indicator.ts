import { over } from './cohort.js';
import { DAY, STAY } from './cohorts.js';
import { counted } from './indicator.js';

/** A stay that goes on from another such stay, with the same carers, began no placement. */
export const regEarlyPermanencePlacements = counted({
  definition: {
    id: 'reg-early-permanence-placements', area: 'regional-benefits', title: 'Early permanence placements', measure: 'count', unit: 'placements', period: 'ytd', polarity: 'higher',
    numerator: 'placements begun from 1 April to the end of the month under fostering for adoption or concurrent planning (U2 or U5)', denominator: null, modules: ['Episodes'],
    source: 'North Midlands outline business case 2019, section 8 Non-financial benefits and section 7 Success measures', note: 'A placement that goes on with the same carers is counted once.',
  },
  rows: over(
    [DAY, STAY],
    `select day.day, s.stay_id as case_id, s.child_id, true as in_numerator, true as in_region, s.started_on as happened_on, jsonb_build_object('placementType', s.placement_type) as facts
     from day join the_stay s on s.started_on between day.year_start and day.day
     where s.placement_type in ('U2', 'U5')
       and not exists (select from the_stay p where p.stay_id = s.continues_stay_id and p.placement_type in ('U2', 'U5'))`,
  ),
});
