import { type Cohort, over } from './cohort.js';
import { CARE, DAY, PLACED, PLACEMENT_ORDER } from './cohorts.js';

/** What the definitions say of the children. */
export const ORDER_IN_YEAR = 'children with a placement order (E1) in force on any day from 1 April to the end of the month';

/** Placement orders with the day on which the child entered care, and the first placement for adoption since. */
const ORDER_IN_CARE: Cohort = {
  name: 'order_in_care', needs: [PLACEMENT_ORDER, PLACED, CARE],
  sql: `select o.event_id, o.child_id, o.obtained_on, o.ended_on, max(c.started_on) as entered_care_on, min(p.placed_on) as placed_on
        from placement_order o
        left join care c on c.child_id = o.child_id and c.started_on <= o.obtained_on and (c.ended_on is null or c.ended_on >= o.obtained_on)
        left join placed p on p.child_id = o.child_id and p.placed_on >= c.started_on
        group by o.event_id, o.child_id, o.obtained_on, o.ended_on`,
};

/** Children with a placement order in force on any day of the year to D: when they entered care, and when their wait ended, at D at the latest. */
const WAIT: Cohort = {
  name: 'wait', needs: [DAY, ORDER_IN_CARE],
  sql: `select day.day, day.year_start, o.child_id, o.entered_care_on, case when o.placed_on <= day.day then o.placed_on end as placed_on, least(o.placed_on, o.ended_on, day.day) as waited_to
        from day join order_in_care o on o.obtained_on <= day.day and (o.ended_on is null or o.ended_on > day.year_start)`,
};

const LONG = `(coalesce(placed_on >= year_start, true) and coalesce(waited_to > entered_care_on + interval '18 months', false))`;

const waits = (having: string): string => over(
  [WAIT],
  `select day, child_id as case_id, child_id, bool_or(${LONG}) as in_numerator, bool_or(${LONG}) as in_region, max(entered_care_on) as happened_on,
     jsonb_build_object('enteredCareOn', max(entered_care_on), 'placedOn', max(placed_on), 'waitedTo', max(waited_to)) as facts
   from wait group by day, child_id ${having}`,
);

export const ALL_WITH_ORDER = waits('');
export const LONG_WAITS = waits(`having bool_or(${LONG})`);
