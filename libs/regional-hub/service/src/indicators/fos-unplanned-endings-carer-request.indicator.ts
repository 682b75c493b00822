import { over } from './cohort.js';
import { DAY, STAY, inFosterCare } from './cohorts.js';
import { counted } from './indicator.js';
import { FOSTERING_SOURCE } from './sources.js';

export const fosUnplannedEndingsCarerRequest = counted({
  definition: {
    id: 'fos-unplanned-endings-carer-request', area: 'fostering', title: 'Unplanned placement endings asked for by the carer', measure: 'count', unit: 'placements', period: 'ytd', polarity: 'lower',
    numerator: 'foster placements (U1 to U6) that ended from 1 April to the end of the month, unplanned and at the carer’s request', denominator: null, modules: ['Episodes'], source: FOSTERING_SOURCE,
    note: 'From files: a reason for the change of placement of CREQB or CREQO. An ending without a reason in the file is not counted.',
  },
  rows: over(
    [DAY, STAY],
    `select day.day, s.stay_id as case_id, s.child_id, true as in_numerator, true as in_region, s.ended_on as happened_on,
       jsonb_build_object('placementType', s.placement_type, 'provider', s.provider, 'startedOn', s.started_on) as facts
     from day join the_stay s on s.ended_on between day.year_start and day.day
     where ${inFosterCare('s')} and s.end_kind = 'unplanned-by-carer'`,
  ),
});
