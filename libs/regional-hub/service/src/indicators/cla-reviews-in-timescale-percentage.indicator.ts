import { type Cohort, over } from './cohort.js';
import { CARE, DAY, REVIEW, STAY, yearStart } from './cohorts.js';
import { counted } from './indicator.js';
import { twelveMonthsTo } from './record-cohorts.js';

/** What was due: the first review of a known start of care (C13), and after each review held the next (C14, C15). Counted from the day after `since`. */
const DUE: Cohort = {
  name: 'due', needs: [CARE, REVIEW],
  sql: `select period_id as due_id, child_id, started_on as since, first_review_due_on as due_on from care where first_review_due_on is not null
        union all select review_id, child_id, held_on, next_due_on from held_review`,
};

/** Reviews due while the child was in care and not placed for adoption, which has reviews of its own. */
const DUE_IN_CARE: Cohort = {
  name: 'due_in_care', needs: [DUE, STAY],
  sql: `select due.due_id, due.child_id, due.due_on, ${yearStart('due.due_on')} as year_start, min(r.held_on) as held_on
        from due join care c on c.child_id = due.child_id and c.started_on <= due.since and (c.in_care_to is null or c.in_care_to > due.due_on)
        left join held_review r on r.child_id = due.child_id and r.held_on > due.since
        where not exists (select from the_stay s where s.child_id = due.child_id and s.started_on <= due.due_on and (s.there_to is null or s.there_to > due.due_on)
                          and s.placement_type in ('A3', 'A4', 'A5', 'A6'))
        group by due.due_id, due.child_id, due.due_on`,
};

export const claReviewsInTimescalePercentage = counted({
  definition: {
    id: 'cla-reviews-in-timescale-percentage', area: 'looked-after-context', title: 'Share of looked-after reviews held in time', measure: 'percentage', unit: 'percent', period: 'rolling-12', polarity: 'higher',
    numerator: 'reviews held on or before the day they were due', denominator: 'reviews due in the 12 months to the end of the month, of children in care on the day they were due', modules: ['Episodes', 'Reviews'],
    source: 'Peterborough performance report 2016, paragraph 4.41 and chart 12',
    note: 'The first review is due 20 working days after entering care, the second 3 months after it, each later one 6 months after the last. Where the start of care is not known, the clock begins with the first review held. Reviews of a child placed for adoption follow other rules and are not counted.',
  },
  rows: over(
    [DAY, DUE_IN_CARE],
    `select day.day, d.due_id as case_id, d.child_id, coalesce(d.held_on <= d.due_on, false) as in_numerator, coalesce(d.held_on <= d.due_on, false) as in_region, d.due_on as happened_on,
       jsonb_build_object('dueOn', d.due_on, 'heldOn', case when d.held_on <= day.day then d.held_on end) as facts
     from day cross join lateral (values (day.year_start), ((day.year_start - interval '12 months')::date)) as near(year_start)
     join due_in_care d on d.year_start = near.year_start and d.due_on <= day.day and d.due_on >= ${twelveMonthsTo('day.day')}`,
  ),
});
