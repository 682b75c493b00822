import { type Cohort, believed } from './cohort.js';

/** The days counted, each with the first day of its financial year (FY(D) of the catalogue). */
export const DAY: Cohort = {
  name: 'day', needs: [],
  sql: `select d.day, make_date(extract(year from d.day - interval '3 months')::int, 4, 1) as year_start from unnest($1::date[]) as d(day)`,
};

/** Care periods as they were known, with the start of the child's next one. Half-open: the day of the end is no longer in care. */
export const CARE: Cohort = {
  name: 'care', needs: [],
  sql: `select s.period_id, s.child_id, s.started_on, s.first_review_due_on, e.ended_on, e.reason,
          lead(s.started_on) over (partition by s.child_id order by s.started_on) as next_started_on
        from care_period s left join care_period_end e on e.period_id = s.period_id and ${believed('e')} where ${believed('s')}`,
};

/** CLA(D): children with a care period open on D, and the day on which it began. */
export const LOOKED_AFTER: Cohort = {
  name: 'looked_after', needs: [DAY, CARE],
  sql: `select day.day, day.year_start, care.child_id, max(care.started_on) as started_on from day join care on care.started_on <= day.day and (care.ended_on is null or care.ended_on > day.day)
        group by day.day, day.year_start, care.child_id`,
};

/** Children's birth dates; the newest that anybody stated. */
export const BORN: Cohort = {
  name: 'born', needs: [],
  sql: `select distinct on (c.child_id) c.child_id, c.birth_date from child c where ${believed('c')} and c.birth_date is not null order by c.child_id, c.known_from desc, c.event_id`,
};

/** Stays as they were known. */
export const STAY: Cohort = {
  name: 'the_stay', needs: [],
  sql: `select s.stay_id, s.child_id, s.started_on, e.ended_on, e.end_kind, s.placement_type, s.provider, s.local_authority, s.continues_stay_id, s.returns_to_stay_id
        from stay s left join stay_end e on e.stay_id = s.stay_id and ${believed('e')} where ${believed('s')}`,
};

/** Stays followed back through the same carers: all stays of one chain have its first stay's id and day. */
export const CHAIN: Cohort = {
  name: 'chain', needs: [STAY], recursive: true,
  sql: `select s.stay_id, s.stay_id as first_stay_id, s.started_on as began_on from the_stay s
          where s.continues_stay_id is null or not exists (select from the_stay p where p.stay_id = s.continues_stay_id)
        union
        select s.stay_id, chain.first_stay_id, chain.began_on from the_stay s join chain on s.continues_stay_id = chain.stay_id`,
};

const FOSTER_CARE = `('U1', 'U2', 'U3', 'U4', 'U5', 'U6')`;

/** Whether a stay is in foster care, 903 codes U1 to U6. */
export const inFosterCare = (alias: string): string => `${alias}.placement_type in ${FOSTER_CARE}`;

/** MAIN_PLACEMENT by stay: for a temporary absence the stay to which the child is to return, else the stay itself. */
const MAIN: Cohort = {
  name: 'main', needs: [STAY],
  sql: `select s.child_id, s.started_on, s.ended_on, m.stay_id, m.placement_type, m.provider, m.local_authority
        from the_stay s join the_stay m on m.stay_id = coalesce(s.returns_to_stay_id, s.stay_id)`,
};

/** FOSTERED(D): children looked after on D whose main placement is foster care, with that placement. */
export const FOSTERED: Cohort = {
  name: 'fostered', needs: [LOOKED_AFTER, MAIN],
  sql: `select distinct on (c.day, c.child_id) c.day, c.child_id, c.started_on, m.stay_id, m.placement_type, m.provider, m.local_authority
        from looked_after c join main m on m.child_id = c.child_id and m.started_on <= c.day and (m.ended_on is null or m.ended_on > c.day)
        where ${inFosterCare('m')} order by c.day, c.child_id, m.started_on desc`,
};

/** Steps on the way to adoption as they were known. */
export const STEP: Cohort = {
  name: 'step', needs: [],
  sql: `select a.event_id, a.child_id, a.fact, a.happened_on, a.reason, a.outside from adoption_fact a where ${believed('a')}`,
};

/** AdoptionPlacement: from the day of the placement to its disruption, its end or the order. */
export const PLACED: Cohort = {
  name: 'placed', needs: [STEP],
  sql: `select p.child_id, p.happened_on as placed_on, p.outside,
          (select min(e.happened_on) from step e where e.child_id = p.child_id and e.happened_on > p.happened_on
             and e.fact in ('adoption.placement-ended', 'adoption.placement-disrupted', 'adoption.order-made')) as ended_on
        from step p where p.fact = 'adoption.child-placed'`,
};

/** CourtAuthority: placement orders (E1), half-open. */
export const PLACEMENT_ORDER: Cohort = {
  name: 'placement_order', needs: [STEP],
  sql: `select o.child_id, o.happened_on as obtained_on,
          (select min(e.happened_on) from step e where e.child_id = o.child_id and e.happened_on > o.happened_on and e.fact = 'adoption.court-authority-ended') as ended_on
        from step o where o.fact = 'adoption.court-authority-obtained'`,
};

/** Reviews held as they were known, with the child's birth date. */
export const REVIEW: Cohort = {
  name: 'held_review', needs: [BORN],
  sql: `select r.review_id, r.child_id, r.held_on, r.participation, r.next_due_on, born.birth_date from review r left join born on born.child_id = r.child_id where ${believed('r')}`,
};
