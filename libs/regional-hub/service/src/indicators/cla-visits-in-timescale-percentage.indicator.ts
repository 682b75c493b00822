import { over } from './cohort.js';
import { DAY } from './cohorts.js';
import { counted } from './indicator.js';
import { VISIT_CLOCK } from './record-cohorts.js';
import { PERFORMANCE_REPORT } from './sources.js';

export const claVisitsInTimescalePercentage = counted({
  definition: {
    id: 'cla-visits-in-timescale-percentage', area: 'looked-after-context', title: 'Share of children in care visited in time', measure: 'percentage', unit: 'percent', period: 'month-end', polarity: 'higher',
    numerator: 'children whose next visit is not overdue at the end of the month', denominator: 'children looked after at the end of the month of whose visits one at least has fallen due in this time in care',
    modules: ['Episodes'], records: { kinds: ['visits'], since: '6-months' }, source: `${PERFORMANCE_REPORT}, paragraph 4.42 and chart 13`,
    note: 'The clock runs from the last of: a new home, and a visit at which the child was seen. A visit due on the last day is not overdue yet. Children who live with adopters are visited under other rules and are not counted. The longest time between two visits is 6 months.',
  },
  rows: over(
    [DAY, VISIT_CLOCK],
    `select day.day, v.child_id as case_id, v.child_id, v.due_on >= day.day as in_numerator, v.due_on >= day.day as in_region, v.due_on as happened_on,
       jsonb_build_object('lastVisitOn', v.seen_on, 'dueOn', v.due_on, 'daysLate', greatest(day.day - v.due_on, 0)) as facts
     from day join visit_clock v on v.since <= day.day and (v.until is null or v.until > day.day)
     where v.due_on is not null and v.first_due_on <= day.day`,
  ),
  example: {
    told: (told) => {
      const child = (name: string, from = '2026-06-01', due = '2026-06-08') => told.child(name).inCare(from).stay('U6', from, { firstVisitDueOn: due });
      child('visited').visited('2026-06-05', { nextDueOn: '2026-07-17' }).visited('2026-09-01', { nextDueOn: '2026-10-13' });
      child('due today').visited('2026-08-19', { nextDueOn: '2026-09-30' });
      child('due yesterday').visited('2026-08-18', { nextDueOn: '2026-09-29' });
      child('never visited');
      child('not seen').visited('2026-08-01', { nextDueOn: '2026-09-12' }).visited('2026-09-10', { nextDueOn: '2026-10-22', unseen: true });
      child('nothing due yet', '2026-09-29', '2026-10-06').visited('2026-09-30', { nextDueOn: '2026-11-11' });
      told.child('moved').inCare('2026-06-01').stay('U6', '2026-06-01', { firstVisitDueOn: '2026-06-08', to: '2026-09-25' }).visited('2026-09-20', { nextDueOn: '2026-11-01' }).stay('U4', '2026-09-25', { firstVisitDueOn: '2026-10-02' });
      told.child('with adopters').inCare('2026-06-01').stay('U6', '2026-06-01', { firstVisitDueOn: '2026-06-08', to: '2026-09-01' }).stay('A5', '2026-09-01');
      told.child('back in care').inCare('2025-06-01', { to: '2025-09-01' }).stay('U6', '2025-06-01', { firstVisitDueOn: '2025-06-08', to: '2025-09-01' }).inCare('2026-09-28').stay('U6', '2026-09-28', { firstVisitDueOn: '2026-10-05' });
    },
    on: '2026-09-30', comesTo: [3, 6], children: ['due today', 'moved', 'visited'],
  },
});
