import { over } from './cohort.js';
import { DAY, REVIEW } from './cohorts.js';
import { counted } from './indicator.js';
import { FOSTERING_SOURCE } from './sources.js';

export const fosReviewParticipationCount = counted({
  definition: {
    id: 'fos-review-participation-count', area: 'fostering', title: 'Children who took part in their statutory reviews', measure: 'count', unit: 'children', period: 'ytd', polarity: 'higher',
    numerator: 'children with a review held from 1 April to the end of the month, aged 4 or over at the review, in which they took part (PN1 to PN6)', denominator: null, modules: ['Episodes', 'Reviews'], source: FOSTERING_SOURCE,
    note: 'The number counts children, the share counts reviews, as in the source.',
  },
  rows: over(
    [DAY, REVIEW],
    `select day.day, r.child_id as case_id, r.child_id, true as in_numerator, true as in_region, max(r.held_on) as happened_on,
       jsonb_build_object('participation', max(r.participation), 'reviews', count(*)) as facts
     from day join held_review r on r.year_start = day.year_start and r.held_on <= day.day
     where r.participation in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6') and r.birth_date + interval '4 years' <= r.held_on
     group by day.day, r.child_id`,
  ),
});
