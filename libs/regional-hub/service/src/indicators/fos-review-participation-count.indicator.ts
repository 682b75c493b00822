import { definitionOf } from '@permanence/regional-hub/domain';
import { over } from './cohort.js';
import { DAY, REVIEW } from './cohorts.js';
import type { Indicator } from './indicator.js';

export const fosReviewParticipationCount: Indicator = {
  definition: definitionOf('fos-review-participation-count'),
  rows: over(
    [DAY, REVIEW],
    `select day.day, r.child_id as case_id, r.child_id, true as in_numerator, true as in_region, max(r.held_on) as happened_on,
       jsonb_build_object('participation', max(r.participation), 'reviews', count(*)) as facts
     from day join held_review r on r.year_start = day.year_start and r.held_on <= day.day
     where r.participation in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6') and r.birth_date + interval '4 years' <= r.held_on
     group by day.day, r.child_id`,
  ),
};
