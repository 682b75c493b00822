import { type Cohort, believed } from './cohort.js';

/** 1 April of the financial year that holds a day. */
export const yearStart = (day: string): string => `make_date(extract(year from ${day} - interval '3 months')::int, 4, 1)`;

/** The days counted, each with the first day of its financial year (FY(D) of the catalogue). */
export const DAY: Cohort = { name: 'day', needs: [], sql: `select d.day, ${yearStart('d.day')} as year_start from unnest($1::date[]) as d(day)` };

/**
 * Care periods as they were known, with the start of the child's next one. Half-open: the day of the end is no longer in care.
 * `in_care_to` ends no later than the next one starts: a child is never counted twice on a day.
 */
export const CARE: Cohort = {
  name: 'care', needs: [],
  sql: `select k.*, least(k.ended_on, k.next_started_on) as in_care_to
        from (select s.period_id, s.child_id, s.started_on, s.first_review_due_on, s.initial_health_due_on, e.ended_on, e.reason,
                lead(s.started_on) over (partition by s.child_id order by s.started_on, s.period_id) as next_started_on
              from care_period s left join care_period_end e on e.period_id = s.period_id and ${believed('e')} where ${believed('s')}) k`,
};

/** CLA(D): children with a care period open on D, and the day on which it began. */
export const LOOKED_AFTER: Cohort = {
  name: 'looked_after', needs: [DAY, CARE],
  sql: `select day.day, care.child_id, care.started_on from day join care on care.started_on <= day.day and (care.in_care_to is null or care.in_care_to > day.day)`,
};

/** Children's birth dates; the newest that anybody stated. */
export const BORN: Cohort = {
  name: 'born', needs: [],
  sql: `select distinct on (c.child_id) c.child_id, c.birth_date from child c where ${believed('c')} and c.birth_date is not null order by c.child_id, c.known_from desc, c.event_id`,
};

/** Stays as they were known. `there_to` ends no later than the child's next stay starts. */
export const STAY: Cohort = {
  name: 'the_stay', needs: [],
  sql: `select k.*, least(k.ended_on, k.next_started_on) as there_to
        from (select s.stay_id, s.child_id, s.started_on, e.ended_on, e.end_kind, s.placement_type, s.provider, s.local_authority, s.continues_stay_id, s.returns_to_stay_id, s.first_visit_due_on,
                lead(s.started_on) over (partition by s.child_id order by s.started_on, s.stay_id) as next_started_on
              from stay s left join stay_end e on e.stay_id = s.stay_id and ${believed('e')} where ${believed('s')}) k`,
};

/** Stays followed back through the same carers: all stays of one chain have its first stay's id and day. */
export const CHAIN: Cohort = {
  name: 'chain', needs: [STAY], recursive: true,
  sql: `select s.stay_id, s.stay_id as first_stay_id, s.started_on as began_on from the_stay s left join the_stay p on p.stay_id = s.continues_stay_id where p.stay_id is null
        union
        select s.stay_id, chain.first_stay_id, chain.began_on from the_stay s join chain on s.continues_stay_id = chain.stay_id`,
};

const FOSTER_CARE = `('U1', 'U2', 'U3', 'U4', 'U5', 'U6')`;

/** Whether a stay is in foster care, 903 codes U1 to U6. */
export const inFosterCare = (alias: string): string => `${alias}.placement_type in ${FOSTER_CARE}`;

/** Runs of days in care with one MAIN_PLACEMENT in foster care: for a temporary absence the stay to which the child is to return, else the stay itself. */
const FOSTER_RUN: Cohort = {
  name: 'foster_run', needs: [CARE, STAY],
  sql: `select care.child_id, care.started_on, m.stay_id, m.placement_type, m.provider, m.local_authority,
          greatest(care.started_on, s.started_on) as run_from, least(care.in_care_to, s.there_to) as run_to
        from care join the_stay s on s.child_id = care.child_id and (care.in_care_to is null or care.in_care_to > s.started_on) and (s.there_to is null or s.there_to > care.started_on)
        join the_stay m on m.stay_id = coalesce(s.returns_to_stay_id, s.stay_id)
        where ${inFosterCare('m')}`,
};

/** FOSTERED(D): children looked after on D whose main placement is foster care, with that placement and the start of care. */
export const FOSTERED: Cohort = {
  name: 'fostered', needs: [DAY, FOSTER_RUN],
  sql: `select day.day, r.child_id, r.started_on, r.stay_id, r.placement_type, r.provider, r.local_authority
        from day join foster_run r on r.run_from <= day.day and (r.run_to is null or r.run_to > day.day)`,
};

/** Steps on the way to adoption as they were known. */
export const STEP: Cohort = {
  name: 'step', needs: [],
  sql: `select a.event_id, a.child_id, a.fact, a.happened_on, a.reason, a.outside from adoption_fact a where ${believed('a')}`,
};

/** AdoptionPlacement: from the day of the placement to its disruption, its end or the order. */
export const PLACED: Cohort = {
  name: 'placed', needs: [STEP],
  sql: `select p.event_id, p.child_id, p.happened_on as placed_on, p.outside, min(e.happened_on) as ended_on
        from step p left join step e on e.child_id = p.child_id and e.happened_on > p.happened_on
          and e.fact in ('adoption.placement-ended', 'adoption.placement-disrupted', 'adoption.order-made')
        where p.fact = 'adoption.child-placed' group by p.event_id, p.child_id, p.happened_on, p.outside`,
};

/** Children waiting to be adopted: a decision holds until the plan changes away from it; one made after that holds anew. */
export const WAITING: Cohort = {
  name: 'waiting', needs: [DAY, STEP, PLACED],
  sql: `select day.day, d.child_id, max(d.happened_on) as decided_on
        from day join step d on d.happened_on <= day.day and d.fact = 'adoption.should-be-placed-decided'
        where not exists (select from step e where e.child_id = d.child_id and e.happened_on between d.happened_on and day.day and e.fact in ('adoption.plan-changed-away', 'adoption.order-made'))
          and not exists (select from placed p where p.child_id = d.child_id and p.placed_on <= day.day and (p.ended_on is null or p.ended_on > day.day))
        group by day.day, d.child_id`,
};

/** Children adopted from 1 April to D, and the day of the order. */
export const ADOPTED: Cohort = {
  name: 'adopted', needs: [DAY, STEP],
  sql: `select day.day, step.child_id, min(step.happened_on) as ordered_on
        from day join step on step.happened_on between day.year_start and day.day where step.fact = 'adoption.order-made' group by day.day, step.child_id`,
};

/** CourtAuthority: placement orders (E1), half-open. */
export const PLACEMENT_ORDER: Cohort = {
  name: 'placement_order', needs: [STEP],
  sql: `select o.event_id, o.child_id, o.happened_on as obtained_on, min(e.happened_on) as ended_on
        from step o left join step e on e.child_id = o.child_id and e.happened_on > o.happened_on and e.fact = 'adoption.court-authority-ended'
        where o.fact = 'adoption.court-authority-obtained' group by o.event_id, o.child_id, o.happened_on`,
};

/** Reviews held as they were known, with the child's birth date and the financial year. */
export const REVIEW: Cohort = {
  name: 'held_review', needs: [BORN],
  sql: `select r.review_id, r.child_id, r.held_on, r.participation, r.next_due_on, born.birth_date, ${yearStart('r.held_on')} as year_start
        from review r left join born on born.child_id = r.child_id where ${believed('r')}`,
};
