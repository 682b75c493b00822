import { over } from './cohort.js';
import { DAY, REVIEW } from './cohorts.js';
import { counted } from './indicator.js';
import { FOSTERING_SOURCE } from './sources.js';

/** Reviews, not children. Without a birth date a review stays in the denominator (kpi.md 10). */
export const fosReviewParticipationPercentage = counted({
  definition: {
    id: 'fos-review-participation-percentage', area: 'fostering', title: 'Share of reviews in which the child took part', measure: 'percentage', unit: 'percent', period: 'ytd', polarity: 'higher',
    numerator: 'reviews in which the child took part (PN1 to PN6)', denominator: 'reviews held from 1 April to the end of the month for children aged 4 or over at the review', modules: ['Episodes', 'Reviews'], source: FOSTERING_SOURCE,
    note: 'A review of a child whose birth date is not on record still counts below the line.',
  },
  rows: over(
    [DAY, REVIEW],
    `select day.day, r.review_id as case_id, r.child_id, took.part as in_numerator, took.part as in_region, r.held_on as happened_on,
       jsonb_build_object('participation', r.participation) as facts
     from day join held_review r on r.year_start = day.year_start and r.held_on <= day.day,
       lateral (select coalesce(r.birth_date is not null and r.participation in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6'), false) as part) took
     where r.birth_date is null or r.birth_date + interval '4 years' <= r.held_on`,
  ),
});
