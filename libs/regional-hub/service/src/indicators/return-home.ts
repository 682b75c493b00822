import { over } from './cohort.js';
import { CARE, DAY } from './cohorts.js';
import { twelveMonthsTo } from './record-cohorts.js';

/** What the definitions say of going home, in codes, and of the first months. */
export const WENT_HOME = 'E4A, E4B or E13';
export const EARLY_MONTHS = 'Returns home before an authority’s first loaded collection are not in its files, so its first months count too few.';

/** Children who went home in the 12 months that ended `months` before D, those looked after again within `months` in the numerator. Each child once. */
export const returnedHome = (months: 6 | 12): string => {
  const again = `coalesce(bool_or(home.next_started_on <= home.ended_on + interval '${months} months'), false)`;
  return over(
    [DAY, CARE],
    `select day.day, home.child_id as case_id, home.child_id, ${again} as in_numerator, ${again} as in_region, max(home.ended_on) as happened_on,
       jsonb_build_object('wentHomeOn', max(home.ended_on), 'returnedOn', max(home.next_started_on), 'reason', max(home.reason)) as facts
     from day cross join lateral (select (day.day - interval '${months} months')::date as closes_on) cohort
     join care home on home.ended_on <= cohort.closes_on and home.ended_on >= ${twelveMonthsTo('cohort.closes_on')} and home.reason in ('E4A', 'E4B', 'E13')
     group by day.day, home.child_id`,
  );
};
