import { type Cohort, believed } from './cohort.js';
import { CARE, STAY } from './cohorts.js';

/** R12(D) of the catalogue: the first day of the 12 months that end on a day. */
export const twelveMonthsTo = (day: string): string => `(${day} + 1 - interval '12 months')::date`;

/** Health assessments that were held. One that was refused told nobody how the child is. */
export const ASSESSMENT: Cohort = {
  name: 'assessment', needs: [],
  sql: `select h.assessment_id, h.child_id, h.kind, h.held_on, h.informed_by_sdq from health_assessment h where ${believed('h')} and h.status = 'completed'`,
};

/** Dental checks that were made. */
export const DENTAL: Cohort = {
  name: 'dental', needs: [],
  sql: `select d.child_id, d.checked_on from dental_check d where ${believed('d')} and d.status = 'completed'`,
};

/** How each side of a stay was recorded; the newest that anybody stated. */
export const MOVED: Cohort = {
  name: 'moved', needs: [],
  sql: `select distinct on (m.stay_id, m.part) m.stay_id, m.part, m.late, m.exception, m.end_kind from move m where ${believed('m')} order by m.stay_id, m.part, m.known_from desc, m.event_id`,
};

/**
 * Visit clocks of one time in care, each from the day it starts until the next one does: a new home (C01), a visit at which the child was seen, or
 * a home with adopters, whose visits are others' and stop it (no `due_on`). `first_due_on` is the first day on which any clock up to then was due.
 */
export const VISIT_CLOCK: Cohort = {
  name: 'visit_clock', needs: [CARE, STAY],
  sql: `select c.period_id, c.child_id, k.since, k.due_on, least(lead(k.since) over in_turn, c.in_care_to) as until,
          min(k.due_on) over (in_turn rows unbounded preceding) as first_due_on, max(k.since) filter (where k.at = 1) over (in_turn rows unbounded preceding) as seen_on
        from care c join (
          select child_id, started_on as since, first_visit_due_on as due_on, 0 as at from the_stay where first_visit_due_on is not null
          union all select v.child_id, v.visited_on, v.next_due_on, 1 from visit v where ${believed('v')} and v.seen and v.next_due_on is not null
          union all select child_id, started_on, null, 2 from the_stay where placement_type in ('A3', 'A4', 'A5', 'A6')
        ) k on k.child_id = c.child_id and k.since >= c.started_on and (c.in_care_to is null or k.since < c.in_care_to)
        window in_turn as (partition by c.period_id order by k.since, k.at)`,
};
