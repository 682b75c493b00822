import { type Cohort, believed, over } from './cohort.js';
import { DAY } from './cohorts.js';
import { counted } from './indicator.js';
import { MOVED } from './record-cohorts.js';

/** Both sides of every stay, each on its day. */
const CHANGE: Cohort = {
  name: 'change', needs: [],
  sql: `select s.event_id, s.stay_id, s.child_id, 'start' as part, s.started_on as changed_on from stay s where ${believed('s')}
        union all select e.event_id, e.stay_id, e.child_id, 'end', e.ended_on from stay_end e where ${believed('e')}`,
};

export const recPlacementChange24hPercentage = counted({
  definition: {
    id: 'rec-placement-change-24h-percentage', area: 'recording-quality', title: 'Share of placement changes entered within 24 hours', measure: 'percentage', unit: 'percent', period: 'month-end', polarity: 'higher',
    numerator: 'starts and ends recorded within 24 hours, or within 72 with a reason', denominator: 'placements that started and placements that ended in the month, each of them',
    modules: ['Episodes'], records: { kinds: ['moves'], since: 'month' }, source: 'Peterborough final specification 2016, section 16.2.2',
    note: 'A start or an end that the files have and the council’s record has not counts below the line. The source allows 72 hours in exceptional circumstances, such as a public holiday.',
  },
  rows: over(
    [DAY, CHANGE, MOVED],
    `select day.day, c.event_id as case_id, c.child_id, coalesce(not m.late, false) as in_numerator, coalesce(not m.late, false) as in_region, c.changed_on as happened_on,
       jsonb_build_object('part', c.part, 'recorded', case when m.late is null then 'not at all' when m.late then 'late' else 'in time' end) || jsonb_strip_nulls(jsonb_build_object('exception', m.exception)) as facts
     from day join change c on c.changed_on between date_trunc('month', day.day)::date and day.day left join moved m on m.stay_id = c.stay_id and m.part = c.part`,
  ),
  example: {
    told: (told) => {
      told.child('in time').stay('U6', '2026-08-01', { to: '2026-09-01' }).moved('2026-08-01', 'end', '2026-09-01', { endKind: 'planned' }).stay('U4', '2026-09-01').moved('2026-09-01', 'start', '2026-09-01');
      told.child('late').stay('U6', '2026-09-30').moved('2026-09-30', 'start', '2026-09-30', { late: true });
      told.child('with a reason').stay('U6', '2026-09-12').moved('2026-09-12', 'start', '2026-09-12', { exceptionReason: 'weekend' });
      told.child('not recorded').stay('U6', '2026-09-12');
      told.child('last month').stay('U6', '2026-08-31').moved('2026-08-31', 'start', '2026-08-31');
      told.child('next month').stay('U6', '2026-10-01').moved('2026-10-01', 'start', '2026-10-01');
    },
    on: '2026-09-30', comesTo: [3, 5], children: ['in time', 'in time', 'with a reason'],
  },
});
